import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import { PLAIN_ENVIRONMENT } from './postgres.program.ts';

const run = promisify(execFile);

/** As whom PostgreSQL runs. */
export interface PostgresAccount {
  /** The words before a command that run it as this account. */
  readonly prefix: readonly string[];
  /** Who must own the data, where that is not simply this process's user. */
  readonly owner?: Owner;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** There on every Linux, and owns nothing: no account has to be created. */
const NOBODY: Owner = { uid: 65534, gid: 65534 };

/**
 * An ordinary user runs PostgreSQL as itself. As root PostgreSQL refuses to run, so root runs it as the data's owner, or as nobody
 * where there is no data yet: in the first of these ways in which it reaches the programs and the folder.
 *
 * 1. `setpriv` to that account, without any right: enough where everybody may enter the folders.
 * 2. The same with CAP_DAC_OVERRIDE, which passes folders that only their owner may enter, such as /root. Root has it in containers
 *    too. The securebit is for access(2), with which PostgreSQL looks for its own programs: without it the kernel sets the
 *    capability aside there, as the real user is not root.
 * 3. A user namespace in which root's own files are the account's: needs no such capability, but containers commonly forbid it.
 *
 * @throws Error when none works, with what each one said; and for data of another user.
 */
export async function chooseAccount(initdb: string, folder: string, data: string): Promise<PostgresAccount> {
  const present = await ownerOf(data);
  const user = process.getuid?.() ?? 0;
  if (user !== 0) {
    if (present && present.uid !== user)
      throw new Error(
        `The embedded database in ${folder} belongs to uid ${present.uid}. ` +
          `Start it as the user who made it (root, if that is ${NOBODY.uid}), or remove the folder.`,
      );
    return { prefix: [] };
  }
  const owner = present && present.uid !== 0 ? present : NOBODY;
  const failures: string[] = [];
  for (const account of accountsForRoot(owner)) {
    const [command = '', ...words] = account.prefix;
    // `initdb --show` changes nothing, and finds and reads what a start needs.
    const probe = ['sh', '-c', 'cd "$1" && exec "$2" --show -D "$1"', 'sh', folder, initdb];
    try {
      await run(command, [...words, ...probe], { cwd: '/', env: PLAIN_ENVIRONMENT });
      return account;
    } catch (error) {
      failures.push(String((error as { stderr?: string }).stderr || error).trim());
    }
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other account reaches both ${initdb} and ${folder}. ` +
      'Run as an ordinary user, or move the project to a folder that everybody may enter, ' +
      `or set DATABASE_URL and MIGRATION_DATABASE_URL to a PostgreSQL of your own.\n${failures.join('\n')}`,
  );
}

function accountsForRoot(owner: Owner): PostgresAccount[] {
  const switched = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  const mapped = ['unshare', '--user', `--map-user=${owner.uid}`, `--map-group=${owner.gid}`];
  return [
    { prefix: [...switched, '--'], owner },
    { prefix: [...switched, ...passing, '--'], owner },
    { prefix: [...mapped, '--'], owner: { uid: 0, gid: 0 } },
  ];
}

/** Gives a file or folder, with all in it, to the account. A folder changes hands after what is in it. */
export async function giveTo({ owner }: PostgresAccount, path: string): Promise<void> {
  if (!owner || isDeepStrictEqual(await ownerOf(path), owner)) return;
  await run('chown', ['-hR', `${owner.uid}:${owner.gid}`, path]);
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && { uid: found.uid, gid: found.gid };
}
