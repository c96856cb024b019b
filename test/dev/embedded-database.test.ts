import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  databaseUrl,
  startEmbeddedDatabase,
  SUPERUSER,
  type EmbeddedDatabase,
} from '../../src/dev/postgres/embedded.database.ts';
import { chooseAccount } from '../../src/dev/postgres/postgres.account.ts';
import { findPostgresPrograms } from '../../src/dev/postgres/postgres.program.ts';

const root = await mkdtemp(join(tmpdir(), 'embedded-database-'));
const owners: ChildProcess[] = [];
afterAll(async () => {
  for (const owner of owners) owner.kill('SIGKILL');
  await rm(root, { recursive: true, force: true, maxRetries: 10 });
});

async function query(port: number, statement: string): Promise<unknown[]> {
  const client = new pg.Client(databaseUrl(port, SUPERUSER, 'postgres'));
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const serverPid = async (folder: string): Promise<number> =>
  Number.parseInt(await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8'), 10);

/** A zombie (Z) has ended. The first process of the machine collects its exit code at any time. */
async function isRunning(pid: number): Promise<boolean> {
  const found = await promisify(execFile)('ps', ['-o', 'state=', '-p', `${pid}`]).catch(() => undefined);
  return found !== undefined && !found.stdout.startsWith('Z');
}

/** Kills the processes that stop this PostgreSQL with its Node process, the watcher first: the shell's end would alert it. */
async function killSupervisor(server: number): Promise<void> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=', '-o', 'ppid=']);
  const parents = new Map(
    Array.from(stdout.matchAll(/(\d+) +(\d+)/g), ([, pid, parent]) => [Number(pid), Number(parent)]),
  );
  const supervisor = parents.get(server);
  if (!supervisor) throw new Error(`${server} has no supervisor`);
  for (const [pid, parent] of parents) if (parent === supervisor && pid !== server) process.kill(pid, 'SIGKILL');
  process.kill(supervisor, 'SIGKILL');
}

/** A separate Node process that starts the database like `npm start`, and prints its port. */
function spawnOwner(options: Parameters<typeof startEmbeddedDatabase>[0]) {
  const module = new URL('../../src/dev/postgres/embedded.database.ts', import.meta.url).href;
  const script = `const { startEmbeddedDatabase } = await import(${JSON.stringify(module)});
    console.log((await startEmbeddedDatabase(${JSON.stringify(options)})).port);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  owners.push(owner);
  return owner;
}

async function startElsewhere(
  options: Parameters<typeof startEmbeddedDatabase>[0],
): Promise<{ owner: ChildProcess; port: number }> {
  const owner = spawnOwner(options);
  const [port] = (await once(createInterface(owner.stdout), 'line')) as [string];
  return { owner, port: Number(port) };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('a durable database', () => {
  // Root's PostgreSQL runs as another user, which cannot enter this folder.
  const closed = join(root, 'closed');
  const folder = join(closed, 'grün & leer');

  beforeAll(async () => {
    await mkdir(closed, { mode: 0o700 });
    const database = await startEmbeddedDatabase({ folder });
    await query(database.port, 'create table kept (n int)');
    await database.stop();
  });

  async function expectKept(database: EmbeddedDatabase): Promise<void> {
    expect(await query(database.port, 'select count(*)::int from kept')).toEqual([0]);
    await database.stop();
  }

  test('keeps its data and its port', async () => {
    const first = await startEmbeddedDatabase({ folder });
    await query(first.port, 'create table more (n int)');
    await first.stop();

    const second = await startEmbeddedDatabase({ folder });

    expect(second.port).toBe(first.port);
    expect(await query(second.port, 'select count(*)::int from more')).toEqual([0]);
    await second.stop();
  });

  test('leaves nothing running after a stop, and can be stopped again', async () => {
    const database = await startEmbeddedDatabase({ folder });
    const pid = await serverPid(folder);

    await Promise.all([database.stop(), database.stop()]);
    await database.stop();

    expect(await isRunning(pid)).toBe(false);
    expect((await readdir(folder)).toSorted()).toEqual(['data', 'port', 'postgres.log']);
  });

  test('ends open connections when it stops', async () => {
    const database = await startEmbeddedDatabase({ folder });
    const client = new pg.Client(databaseUrl(database.port, SUPERUSER, 'postgres'));
    const ended = vi.fn<(error: Error) => void>();
    client.on('error', ended);
    await client.connect();

    await database.stop();

    await vi.waitFor(() => expect(ended).toHaveBeenCalled());
  });

  test('Fault 15: uses another port if its own is taken', async () => {
    const before = Number(await readFile(join(folder, 'port'), 'utf8'));
    const other = createServer().listen(before, '127.0.0.1');
    await once(other, 'listening');

    const database = await startEmbeddedDatabase({ folder });

    expect(database.port).not.toBe(before);
    await expectKept(database);
    other.close();
  });

  test('refuses a folder in use by this or another process, and leaves that database running', async () => {
    const { owner, port } = await startElsewhere({ folder });

    await expect(startEmbeddedDatabase({ folder })).rejects.toThrow(`${folder} is in use by process ${owner.pid}`);

    expect(await query(port, 'select 1')).toEqual([1]);
    await kill(owner);
    const database = await startEmbeddedDatabase({ folder });
    await expect(startEmbeddedDatabase({ folder })).rejects.toThrow(`in use by process ${process.pid}`);
    await expectKept(database);
  });

  test('shuts down in an orderly way with its process, even after kill -9', async () => {
    const { owner } = await startElsewhere({ folder });
    const pid = await serverPid(folder);

    await kill(owner);

    await vi.waitFor(async () => expect(await isRunning(pid)).toBe(false), { timeout: 10_000 });
    expect(await readFile(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  test('Fault 15: starts again immediately after kill -9', async () => {
    const { owner } = await startElsewhere({ folder });

    await kill(owner);

    await expectKept(await startEmbeddedDatabase({ folder }));
  });

  test('Fault 15: stops a PostgreSQL that was left running, and starts again', async () => {
    const { owner, port } = await startElsewhere({ folder });
    const pid = await serverPid(folder);
    await killSupervisor(pid);
    await kill(owner);
    expect(await query(port, 'select 1')).toEqual([1]);

    const database = await startEmbeddedDatabase({ folder });

    expect(await isRunning(pid)).toBe(false);
    expect(await serverPid(folder)).not.toBe(pid);
    await expectKept(database);
  });

  test('Fault 15: starts despite a pid file with the pid of another process, and leaves that process running', async () => {
    const bystander = spawn('sleep', ['60']);
    const pidFile = `${bystander.pid}\n${folder}/data\n1\n5432\n\n127.0.0.1\n\nready   \n`;
    await writeFile(join(folder, 'data', 'postmaster.pid'), pidFile);
    await writeFile(join(folder, `owner-${bystander.pid}-1`), '');

    await expectKept(await startEmbeddedDatabase({ folder }));

    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
    await kill(bystander);
  });

  test('listens on the loopback address only, and always requires a password', async () => {
    const database = await startEmbeddedDatabase({ folder });

    const settings = await query(
      database.port,
      `select current_setting('listen_addresses'), current_setting('unix_socket_directories'), current_setting('TimeZone'),
         (select string_agg(distinct auth_method, ' ') from pg_hba_file_rules)`,
    );
    const stranger = new pg.Client(databaseUrl(database.port, SUPERUSER, 'postgres').replace(/:[a-z]+@/, ':wrong@'));

    expect(settings).toEqual(['127.0.0.1', '', 'UTC', 'scram-sha-256']);
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
    await database.stop();
  });

  test('reports why it does not start, and starts once that is fixed', async () => {
    const version = join(folder, 'data', 'PG_VERSION');
    await writeFile(version, '9\n');

    await expect(startEmbeddedDatabase({ folder })).rejects.toThrow(
      /did not start in .*grün[^]*initialized by PostgreSQL version 9/,
    );

    await writeFile(version, '18\n');
    await expectKept(await startEmbeddedDatabase({ folder }));
  });
});

// In containers root has the capability for this, but no user namespace.
test.runIf(process.getuid?.() === 0)('root runs programs in a closed folder without a user namespace', async () => {
  const closed = join(root, 'closed-programs');
  await mkdir(closed, { mode: 0o700 });
  const programs = dirname(findPostgresPrograms().initdb);
  await cp(dirname(programs), join(closed, 'native'), { recursive: true, verbatimSymlinks: true });

  const account = await chooseAccount(join(closed, 'native', 'bin', 'initdb'), root, join(root, 'none'));

  expect(account.prefix[0]).toBe('setpriv');
  expect(account.owner?.uid).not.toBe(0);
});

test('repeats an interrupted initdb', async () => {
  const folder = join(root, 'interrupted');
  const owner = spawnOwner({ folder });
  await vi.waitFor(async () => expect(await readdir(folder)).toContain('postgres.log'), {
    timeout: 10_000,
    interval: 5,
  });
  await kill(owner);
  expect(await readdir(folder)).not.toContain('data');

  const database = await startEmbeddedDatabase({ folder });

  expect(await query(database.port, 'select 1')).toEqual([1]);
  await database.stop();
  expect((await readdir(folder)).toSorted()).toEqual(['data', 'port', 'postgres.log']);
});

describe('a temporary database', () => {
  const folderOf = async (port: number): Promise<string> => String((await query(port, 'show data_directory'))[0]);

  test('supports letter case and trigrams of other alphabets, and deletes its folder at the end', async () => {
    const database = await startEmbeddedDatabase({ temporary: true });
    const folder = await folderOf(database.port);
    await query(database.port, 'create extension pg_trgm');

    expect(
      await query(database.port, `select 'MÜLLER' ilike '%ül%', lower('ÄÉЖ'), cardinality(show_trgm('ÄÖ')), 'Z' < 'a'`),
    ).toEqual([true, 'äéж', 3, true]);

    await database.stop();
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });

  test('deletes its folder even if its process is killed', async () => {
    const { owner, port } = await startElsewhere({ temporary: true });
    const folder = await folderOf(port);

    await kill(owner);

    await vi.waitFor(() => expect(stat(join(folder, '..'))).rejects.toThrow('ENOENT'), { timeout: 10_000 });
  });
});
