import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { databaseUrl, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { chooseAccount } from '../../../src/dev/postgres/postgres.account.ts';
import {
  lastLines,
  runProgram,
  type PostgresPrograms,
  type RunningProgram,
} from '../../../src/dev/postgres/postgres.program.ts';
import { freePort } from '../processes/free.port.ts';
import { freezePostgres, rowsOf } from '../clusters/postgres.cluster.ts';
import { installedPostgres, type PostgresServer } from '../clusters/postgres.server.ts';

const backupProgram = ({ initdb }: PostgresPrograms): string => join(dirname(initdb), 'pg_basebackup');

/** The first PostgreSQL that can copy a cluster, such as Debian's. Undefined if there is none. */
export async function findReplicating(): Promise<PostgresPrograms | undefined> {
  const installed = await installedPostgres();
  return installed.map(([, programs]) => programs).find((programs) => existsSync(backupProgram(programs)));
}

/** A streaming replica of a server with the product's database. Logs all statements. */
export class PostgresReplica {
  #server: RunningProgram | undefined;
  #thaw = (): void => undefined;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly programs: PostgresPrograms,
  ) {}

  static async start(primary: PostgresServer, programs: PostgresPrograms): Promise<PostgresReplica> {
    const folder = await mkdtemp(join(tmpdir(), 'postgres-replica-'));
    await chmod(folder, 0o777);
    const replica = new PostgresReplica(await freePort(), folder, programs);
    const from = databaseUrl(primary.port, SUPERUSER, 'postgres');
    await replica.#copy(from);
    await replica.start();
    return replica;
  }

  /** Runs SQL as the superuser. */
  get rows() {
    return rowsOf(this.port);
  }

  get logFile(): string {
    return join(this.folder, 'log');
  }

  /** Starts it, again after `kill` on the same port. */
  async start(): Promise<void> {
    const settings = [
      `--port=${this.port}`,
      '--listen_addresses=127.0.0.1',
      '--unix_socket_directories=',
      '--fsync=off',
    ];
    const command = [this.programs.postgres, '-D', this.#data, ...settings, '--log_statement=all'];
    this.#server = await this.#run(command, this.logFile);
    await vi.waitFor(() => this.rows('select 1'), 30_000);
  }

  /** Kills all its processes, like a crash of the machine. */
  async kill(): Promise<void> {
    const thaw = await freezePostgres(this.#data);
    process.kill(await this.#postmaster(), 'SIGKILL');
    thaw(); // they end without their parent
    await this.#server?.ended;
  }

  /** Stops all its processes until `thaw`. */
  async freeze(): Promise<void> {
    this.#thaw = await freezePostgres(this.#data);
  }

  thaw(): void {
    this.#thaw();
  }

  /** Runs `work` while it receives the log, but does not replay it. */
  async whilePaused<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.rows('select pg_wal_replay_pause()');
    try {
      const paused = `select where pg_get_wal_replay_pause_state() = 'paused'`;
      await vi.waitUntil(async () => (await this.rows(paused)).length > 0, 10_000);
      return await work();
    } finally {
      await this.rows('select pg_wal_replay_resume()');
    }
  }

  async stop(): Promise<void> {
    this.thaw();
    await this.#server?.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  async #copy(from: string): Promise<void> {
    const options = ['--checkpoint=fast', '--write-recovery-conf', '--wal-method=stream', '--no-sync'];
    const logFile = join(this.folder, 'copy.log');
    const copy = await this.#run([backupProgram(this.programs), '-D', this.#data, '-d', from, ...options], logFile);
    if ((await copy.ended) !== 0) throw new Error(await lastLines(logFile));
  }

  async #run(command: readonly string[], logFile: string): Promise<RunningProgram> {
    const { prefix } = await chooseAccount(this.programs.initdb, this.folder, this.#data);
    return runProgram([...prefix, ...command], { logFile });
  }

  async #postmaster(): Promise<number> {
    return Number.parseInt(await readFile(join(this.#data, 'postmaster.pid'), 'utf8'), 10);
  }
}
