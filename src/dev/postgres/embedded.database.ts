import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { claimFolder, stopLeftover } from './folder.owner.ts';
import { chooseAccount, giveTo, type PostgresAccount } from './postgres.account.ts';
import {
  findPostgresPrograms,
  lastLines,
  runProgram,
  type PostgresPrograms,
  type RunningProgram,
} from './postgres.program.ts';

export const SUPERUSER = 'postgres';
/** Password of every role. The server only listens on the loopback address, for development and tests. */
export const PASSWORD = 'development';

/** Milliseconds that a start may take, including recovery after a crash. */
const START_LIMIT = 60_000;
const PORT_ATTEMPTS = 5;

const INITDB_OPTIONS = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // The same rules on every machine: code point order, and case rules for all of Unicode.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  // pg_trgm uses this setting to recognize letters. With C, words would end at every umlaut.
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
];
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // socket paths have a limit of 100 bytes
  max_connections: '200',
};
/** Settings that a test database does not need. Without autovacuum, plans change only by `analyze`. */
const THROW_AWAY_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

export interface EmbeddedDatabase {
  /** Port on 127.0.0.1. */
  readonly port: number;
  /** Shuts PostgreSQL down, ends open connections, and waits for the end. Can be called again. */
  stop(): Promise<void>;
}

export const databaseUrl = (port: number, role: string, database: string): string =>
  `postgres://${role}:${PASSWORD}@127.0.0.1:${port}/${database}`;

interface DurableOptions {
  folder: string;
  /** Work to do while PostgreSQL starts. It may block this process. */
  meanwhile?: () => Promise<unknown>;
}

/**
 * Starts an embedded PostgreSQL. With a folder, it is durable, and the folder's data is created if it is missing.
 * Temporary databases are for tests: without durability, in a new folder that is deleted at the end. Either one ends
 * with this process, with an orderly shutdown even after kill -9.
 * @throws Error if another process uses the folder; if PostgreSQL does not start, with the last lines of its log
 */
export async function startEmbeddedDatabase(options: DurableOptions | { temporary: true }): Promise<EmbeddedDatabase> {
  return 'folder' in options ? startDurable(options) : startTemporary();
}

async function startDurable({ folder: path, meanwhile }: DurableOptions): Promise<EmbeddedDatabase> {
  await mkdir(path, { recursive: true });
  const cluster = await openCluster(await realpath(path), { temporary: false });
  const release = await claimFolder(cluster.folder);
  try {
    await stopLeftover(cluster.data);
    await initialize(cluster);
    const { port, server } = await startServer(cluster, meanwhile);
    const end = async (): Promise<void> => {
      await server.stop();
      await stopLeftover(cluster.data); // the supervisor may have been killed
      await release();
    };
    return { port, stop: once(end) };
  } catch (error) {
    await release();
    throw error;
  }
}

async function startTemporary(): Promise<EmbeddedDatabase> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'postgres-'));
  try {
    await chmod(folder, 0o711); // PostgreSQL does not run as root, so it runs as another user
    const cluster = await openCluster(folder, { temporary: true });
    await initialize(cluster);
    const { port, server } = await startServer(cluster);
    return { port, stop: once(() => server.stop()) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Cluster {
  readonly folder: string;
  /** Output of initdb in the folder, complete or missing. */
  readonly data: string;
  /** Options for its programs. The log in the folder belongs to the last started program. */
  readonly run: { readonly logFile: string; readonly removeWhenStopped?: string };
  readonly programs: PostgresPrograms;
  readonly account: PostgresAccount;
  readonly initdbOptions: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

async function openCluster(folder: string, { temporary }: { temporary: boolean }): Promise<Cluster> {
  const programs = findPostgresPrograms();
  const data = join(folder, 'data');
  const account = await chooseAccount(programs.initdb, folder, data);
  const logFile = join(folder, 'postgres.log');
  return {
    folder,
    data,
    programs,
    account,
    run: temporary ? { logFile, removeWhenStopped: folder } : { logFile },
    initdbOptions: temporary ? [...INITDB_OPTIONS, '--no-sync', '--no-data-checksums'] : INITDB_OPTIONS,
    settings: temporary ? { ...SETTINGS, ...THROW_AWAY_SETTINGS } : SETTINGS,
  };
}

/** Creates the data under another name first, so that an interrupted initdb leaves nothing that looks like data. */
async function initialize({ folder, data, run, programs, account, initdbOptions }: Cluster): Promise<void> {
  for (const name of await readdir(folder))
    // Retries, because the initdb of a killed process may still write into it.
    if (name.startsWith('initdb-')) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  if (!(await stat(data).catch(() => undefined))) {
    const unfinished = await mkdtemp(join(folder, 'initdb-'));
    const passwordFile = `${unfinished}.password`;
    await writeFile(passwordFile, PASSWORD);
    for (const path of [unfinished, passwordFile]) await giveTo(account, path);
    const command = [programs.initdb, '-D', unfinished, `--pwfile=${passwordFile}`, ...initdbOptions];
    const initdb = await runProgram([...account.prefix, ...command], run);
    if ((await initdb.ended) !== 0) throw new Error(`initdb failed in ${folder}:\n${await lastLines(run.logFile)}`);
    await rm(passwordFile);
    await rename(unfinished, data);
  }
  await giveTo(account, data);
}

/** Uses the previous port if it is free. Another process can take a port before the server starts. */
async function startServer(
  cluster: Cluster,
  meanwhile: DurableOptions['meanwhile'] = async () => undefined,
): Promise<{ port: number; server: RunningProgram }> {
  const { folder, data, run, programs, account } = cluster;
  const portFile = join(folder, 'port');
  const lastPort = Number.parseInt(await readFile(portFile, 'utf8').catch(() => ''), 10);
  for (let attempt = 1; ; attempt++) {
    const port = (attempt === 1 && (await findPort(lastPort))) || (await findPort(0));
    if (!port) throw new Error('There is no free port on 127.0.0.1');
    const settings = Object.entries({ ...cluster.settings, port }).map(([name, value]) => `--${name}=${value}`);
    const server = await runProgram([...account.prefix, programs.postgres, '-D', data, ...settings], run);
    await meanwhile();
    if (await becomesReady(server, data)) {
      await writeFile(portFile, `${port}\n`);
      return { port, server };
    }
    const log = await lastLines(run.logFile);
    if (attempt === PORT_ATTEMPTS || !log.includes('could not bind')) {
      await server.stop();
      throw new Error(`PostgreSQL did not start in ${folder}:\n${log}`);
    }
  }
}

/** Returns false if the server ends first, or takes longer than START_LIMIT. */
async function becomesReady(server: RunningProgram, data: string): Promise<boolean> {
  for (const deadline = Date.now() + START_LIMIT; Date.now() < deadline && !server.hasEnded(); await setTimeout(10)) {
    const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[7]?.trim() === 'ready') return true;
  }
  return false;
}

/** Returns the port, or a free one for 0. Returns undefined if the port is in use. */
function findPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    if (!(port >= 0 && port < 65_536)) return resolve(undefined);
    const probe = createServer().once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });
}

function once<T>(action: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= action());
}
