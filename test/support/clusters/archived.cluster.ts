import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDatabase, type DatabaseUrls } from '../../../src/dev/postgres/development.database.ts';
import { SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { chooseAccount, giveTo } from '../../../src/dev/postgres/postgres.account.ts';
import { textOf } from '../oracles/documents.ts';
import { freePort } from '../processes/free.port.ts';
import { rowsOf } from './postgres.cluster.ts';

const DEBIAN = '/usr/lib/postgresql';
const [version] = (await readdir(DEBIAN).catch(() => []))
  .filter((found) => existsSync(join(DEBIAN, found, 'bin/postgres')))
  .toSorted();
const programs = join(DEBIAN, version ?? '', 'bin');

/** Whether pgBackRest and a PostgreSQL of Debian are installed. */
export const HAS_PGBACKREST: boolean = (() => {
  try {
    execFileSync('pgbackrest', ['version'], { stdio: 'ignore' });
    return version !== undefined;
  } catch {
    return false;
  }
})();

/** A PostgreSQL of Debian that archives its write-ahead log with the files of `ops/backup`. */
export class ArchivedCluster {
  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly data: string,
    private readonly prefix: readonly string[],
  ) {}

  static async create(): Promise<ArchivedCluster> {
    const folder = await mkdtemp(join(tmpdir(), 'archived-'));
    await chmod(folder, 0o755);
    const data = join(folder, 'data');
    const account = await chooseAccount(join(programs, 'initdb'), folder, data);
    for (const name of ['repository', 'lock', 'spool', 'sockets', 'temporary']) await mkdir(join(folder, name));
    // A copy, because the account may not enter the folder of the project.
    await writeFile(join(folder, 'recover.sh'), textOf('ops/backup/recover.sh'), { mode: 0o755 });
    const own = [`lock-path=${join(folder, 'lock')}`, `spool-path=${join(folder, 'spool')}`, 'log-level-file=off'];
    const configuration = textOf('ops/backup/pgbackrest.conf')
      .replace('/var/lib/pgbackrest', join(folder, 'repository'))
      .replace('log-level-console', `${own.join('\n')}\nlog-level-console`)
      .replace(/pg1-path=.*/, `pg1-path=${data}\npg1-socket-path=${join(folder, 'sockets')}`);
    const cluster = new ArchivedCluster(folder, await freePort(), data, account.prefix);
    await writeFile(join(folder, 'pgbackrest.conf'), `${configuration}pg1-port=${cluster.port}\n`);
    await giveTo(account, folder);
    const locale = ['--locale=C', '--lc-ctype=C.UTF-8', '--encoding=UTF8'];
    const options = [`--username=${SUPERUSER}`, '--auth=trust', '--no-sync', ...locale];
    await cluster.run(join(programs, 'initdb'), '-D', data, ...options);
    const settings = join(data, 'postgresql.conf');
    const network = `port = ${cluster.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '${join(folder, 'sockets')}'\n`;
    await writeFile(settings, `${await readFile(settings, 'utf8')}${network}${textOf('ops/backup/archive.conf')}`);
    return cluster;
  }

  readonly rows: ReturnType<typeof rowsOf> = (sql, values) => rowsOf(this.port)(sql, values);

  createDatabase(): Promise<DatabaseUrls> {
    return createDatabase(this.port, 'reachgenie');
  }

  async start(): Promise<void> {
    await this.#control('-w', '-l', join(this.folder, 'log'), 'start');
  }

  async stop(): Promise<void> {
    await this.#control('-w', '-m', 'fast', 'stop');
  }

  pgbackrest(...options: string[]): Promise<string> {
    return this.run('pgbackrest', '--stanza=reachgenie', ...options);
  }

  /** Runs `ops/backup/recover.sh`. */
  recover(time: string): Promise<string> {
    return this.run(join(this.folder, 'recover.sh'), this.data, time);
  }

  async remove(): Promise<void> {
    await this.stop().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
  }

  #control(...options: string[]): Promise<string> {
    return this.run(join(programs, 'pg_ctl'), '-D', this.data, '-s', ...options);
  }

  /** As the account of the cluster. */
  private async run(...words: string[]): Promise<string> {
    const [command = '', ...options] = [...this.prefix, ...words];
    const environment = {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      LC_ALL: 'C',
      TMPDIR: join(this.folder, 'temporary'),
      PGUSER: SUPERUSER,
      PGBACKREST_CONFIG: join(this.folder, 'pgbackrest.conf'),
    };
    const { stdout } = await promisify(execFile)(command, options, { cwd: '/', env: environment });
    return stdout;
  }
}
