import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { createDatabase, type DatabaseUrls } from '../../../src/dev/postgres/development.database.ts';
import {
  databaseUrl,
  startEmbeddedDatabase,
  SUPERUSER,
  type EmbeddedDatabase,
} from '../../../src/dev/postgres/embedded.database.ts';
import type { TestDatabase } from '../database.ts';

/** The name that the product uses. */
const DATABASE = 'reachgenie';

/** Runs SQL as the superuser of the cluster, with a new connection each time. */
export const rowsOf =
  (port: number, database = DATABASE): TestDatabase['rows'] =>
  async (sql, values) => {
    const superuser = new pg.Client(databaseUrl(port, SUPERUSER, database));
    await superuser.connect();
    try {
      return (await superuser.query(sql, values)).rows;
    } finally {
      await superuser.end();
    }
  };

/**
 * Stops all processes of a PostgreSQL, while the kernel still accepts data for them. Returns how to let them continue.
 *
 * @param data its folder of data
 */
export async function freezePostgres(data: string): Promise<() => void> {
  const postmaster = Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8'), 10);
  process.kill(postmaster, 'SIGSTOP'); // first, because it would start others
  const stopped = [postmaster];
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=', '-o', 'ppid=']);
  for (const [, pid, parent] of stdout.matchAll(/(\d+) +(\d+)/g)) {
    if (Number(parent) !== postmaster) continue;
    signal(Number(pid), 'SIGSTOP');
    stopped.push(Number(pid));
  }
  return () => {
    for (const pid of stopped.splice(0)) signal(pid, 'SIGCONT');
  };
}

/** Does nothing if the process has ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** A durable PostgreSQL for one test file, with an empty database. Tests can kill and freeze it. */
export class PostgresCluster {
  #database: EmbeddedDatabase;
  #thaw = (): void => undefined;

  private constructor(
    readonly folder: string,
    database: EmbeddedDatabase,
    readonly urls: DatabaseUrls,
  ) {
    this.#database = database;
  }

  /** Uses a new folder if none is given. */
  static async start(place?: string): Promise<PostgresCluster> {
    const folder = place ?? (await mkdtemp(join(tmpdir(), 'postgres-cluster-')));
    const database = await startEmbeddedDatabase({ folder });
    return new PostgresCluster(folder, database, await createDatabase(database.port, DATABASE));
  }

  /** The settings with which the product finds it. */
  get environment(): Record<string, string> {
    return { DATABASE_URL: this.urls.loginUrl, MIGRATION_DATABASE_URL: this.urls.ownerUrl };
  }

  get port(): number {
    return this.#database.port;
  }

  readonly rows: TestDatabase['rows'] = (sql, values) => rowsOf(this.port)(sql, values);

  /** Stops with `pg_ctl stop -m immediate`, like a crash of the machine. Then starts with recovery on the same port. */
  async restartImmediately(): Promise<void> {
    process.kill(await this.#postmaster(), 'SIGQUIT');
    await this.#database.stop();
    this.#database = await startEmbeddedDatabase({ folder: this.folder });
  }

  /** Stops all its processes until `thaw`, while the kernel still accepts data for them. */
  async freeze(): Promise<void> {
    this.#thaw = await freezePostgres(join(this.folder, 'data'));
  }

  thaw(): void {
    this.#thaw();
  }

  async stop(): Promise<void> {
    this.thaw();
    await this.#database.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  async #postmaster(): Promise<number> {
    return Number.parseInt(await readFile(join(this.folder, 'data', 'postmaster.pid'), 'utf8'), 10);
  }
}
