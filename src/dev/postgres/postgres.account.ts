import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import { PLAIN_ENVIRONMENT } from './postgres.program.ts';

const run = promisify(execFile);

/** The account that runs PostgreSQL. */
export interface PostgresAccount {
  /** The words before a command that run it as this account. */
  readonly prefix: readonly string[];
  /** The owner of the data, if it is not this process's user. */
  readonly owner?: Owner;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Exists on every Linux and owns nothing, so no account must be created. */
const NOBODY: Owner = { uid: 65534, gid: 65534 };

/**
 * Ordinary users run PostgreSQL as themselves. PostgreSQL refuses to run as root. Root therefore runs it as the owner
 * of the data, or as the user nobody if there is no data. Uses the first of these ways that reaches the programs and
 * the folder:
 *
 * 1. `setpriv` to that account, without capabilities. Works if all users can enter the folders.
 * 2. The same with CAP_DAC_OVERRIDE, to enter folders of their owner alone, such as /root. Containers grant it to
 *    root too. The securebit is for access(2), with which PostgreSQL finds its programs. Without it, the kernel drops
 *    the capability there, because the real user is not root.
 * 3. A user namespace in which root's files belong to the account. It needs no capability, but containers often
 *    forbid it.
 *
 * @throws Error if no way works, with the output of each; also for data of another user
 */
export async function chooseAccount(initdb: string, folder: string, data: string): Promise<PostgresAccount> {
  const present = await ownerOf(data);
  const user = process.getuid?.() ?? 0;
  if (user !== 0) {
    if (present && present.uid !== user)
      throw new Error(
        `The embedded database in ${folder} belongs to uid ${present.uid}. ` +
          `Start it as the user who created it (root, if that is ${NOBODY.uid}), or remove the folder.`,
      );
    return { prefix: [] };
  }
  const owner = present && present.uid !== 0 ? present : NOBODY;
  const failures: string[] = [];
  for (const account of accountsForRoot(owner)) {
    const [command = '', ...words] = account.prefix;
    // `initdb --show` changes nothing, but needs the same programs and files as a start.
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
      'Run as an ordinary user, or move the project to a folder that all users can enter, ' +
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

/** Gives a file, or a folder with its contents, to the account. A folder changes its owner after its contents. */
export async function giveTo({ owner }: PostgresAccount, path: string): Promise<void> {
  if (!owner || isDeepStrictEqual(await ownerOf(path), owner)) return;
  await run('chown', ['-hR', `${owner.uid}:${owner.gid}`, path]);
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && { uid: found.uid, gid: found.gid };
}
