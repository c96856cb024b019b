import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { databaseUrl, PASSWORD, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { chooseAccount, giveTo, type PostgresAccount } from '../../../src/dev/postgres/postgres.account.ts';
import {
  lastLines,
  PLAIN_ENVIRONMENT,
  runProgram,
  type RunningProgram,
} from '../../../src/dev/postgres/postgres.program.ts';
import type { TestDatabase } from '../database.ts';
import { freePort } from '../processes/free.port.ts';
import { rowsOf } from './postgres.cluster.ts';

const run = promisify(execFile);

/** Debian's folder of versions. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder of Debian's newest PostgreSQL server. Undefined without one: the embedded one has no pg_basebackup. */
export const replicationPrograms = await findPrograms();

async function findPrograms(): Promise<string | undefined> {
  const versions: string[] = await readdir(DEBIAN).catch(() => []);
  const folders = versions
    .toSorted((one, other) => Number(other) - Number(one))
    .map((each) => join(DEBIAN, each, 'bin'));
  for (const folder of folders) {
    const programs: string[] = await readdir(folder).catch(() => []);
    if (['initdb', 'postgres', 'pg_basebackup'].every((name) => programs.includes(name))) return folder;
  }
  return undefined;
}

/** One server of a primary and its standby. Its name is `cluster_name`, by which `synchronous_standby_names` knows it. */
export class PostgresNode {
  #server: RunningProgram | undefined;

  private constructor(
    readonly name: string,
    readonly port: number,
    readonly folder: string,
    private readonly account: PostgresAccount,
  ) {}

  /** An empty primary. */
  static async primary(name: string): Promise<PostgresNode> {
    const node = await PostgresNode.#new(name);
    const password = join(node.folder, 'password');
    await writeFile(password, PASSWORD);
    await giveTo(node.account, password);
    const locale = ['--locale=C', '--lc-ctype=C.UTF-8', '--encoding=UTF8'];
    const options = [`--username=${SUPERUSER}`, `--pwfile=${password}`, '--auth=scram-sha-256', '--no-sync', ...locale];
    await node.#run('initdb', ['-D', node.#data, ...options]);
    await node.start();
    return node;
  }

  /** A running standby with a copy of the primary. */
  static async standbyOf(primary: PostgresNode, name: string): Promise<PostgresNode> {
    const node = await PostgresNode.#new(name);
    const from = ['-d', primary.#replicationUrl, '-c', 'fast', '--no-sync', '-X', 'stream'];
    await node.#run('pg_basebackup', ['-D', node.#data, '-R', ...from]);
    await node.start();
    return node;
  }

  static async #new(name: string): Promise<PostgresNode> {
    const folder = await mkdtemp(join(tmpdir(), 'postgres-node-'));
    await chmod(folder, 0o777); // for another user's files
    return new PostgresNode(
      name,
      await freePort(),
      folder,
      await chooseAccount(join(replicationPrograms ?? '', 'initdb'), folder, join(folder, 'data')),
    );
  }

  /** Runs SQL as the superuser. */
  readonly rows: TestDatabase['rows'] = (sql, values) => rowsOf(this.port, 'postgres')(sql, values);

  async start(): Promise<void> {
    const settings = {
      port: this.port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      cluster_name: this.name,
      max_connections: 200,
      wal_retrieve_retry_interval: '200ms',
    };
    const options = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
    const logFile = join(this.folder, 'log');
    const server = await runProgram([...this.#command('postgres'), '-D', this.#data, ...options], { logFile });
    this.#server = server;
    await vi.waitFor(
      async () => {
        if (server.hasEnded()) throw new Error(await lastLines(logFile));
        await this.rows('select');
      },
      { timeout: 30_000 },
    );
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  /** SIGKILL to all its processes, like the end of the machine. */
  async kill(): Promise<void> {
    const postmaster = Number.parseInt(await readFile(join(this.#data, 'postmaster.pid'), 'utf8'), 10);
    const { stdout } = await run('ps', ['-A', '-o', 'pid=', '-o', 'ppid=']);
    const children = [...stdout.matchAll(/(\d+) +(\d+)/g)].filter(([, , parent]) => Number(parent) === postmaster);
    for (const pid of [postmaster, ...children.map(([, child]) => Number(child))]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // a backend that has ended
      }
    }
    await this.#server?.ended;
  }

  /** As in docs/operations.md: the standby is lost for now, so commits must not wait for another. */
  async promote(): Promise<void> {
    await this.set('synchronous_standby_names', '');
    await this.rows('select pg_promote()');
  }

  async set(setting: string, value: string): Promise<void> {
    await this.rows(`alter system set ${setting} = '${value}'`);
    await this.rows('select pg_reload_conf()');
  }

  /** Starts a server that was stopped as the standby of another one. */
  async follow(primary: PostgresNode): Promise<void> {
    await appendFile(join(this.#data, 'postgresql.auto.conf'), `primary_conninfo = '${primary.#replicationUrl}'\n`);
    await writeFile(join(this.#data, 'standby.signal'), '');
    await giveTo(this.account, join(this.#data, 'standby.signal'));
    await this.start();
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  get #replicationUrl(): string {
    return databaseUrl(this.port, SUPERUSER, 'postgres');
  }

  #command(program: string): string[] {
    return [...this.account.prefix, join(replicationPrograms ?? '', program)];
  }

  async #run(program: string, options: string[]): Promise<void> {
    const [command = '', ...words] = this.#command(program);
    await run(command, [...words, ...options], { cwd: '/', env: PLAIN_ENVIRONMENT });
  }
}
