import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import type pg from 'pg';
import { programEnvironment } from '../config.ts';
import { passwordOf, withoutPassword } from './database.urls.ts';

/** Debian's folder of versions. */
const DEBIAN = '/usr/lib/postgresql';

/** Characters of a program's last messages in an error. */
const MESSAGES = 2_000;

/** A program that reads and writes streams. */
interface Running {
  stdin: Writable;
  stdout: Readable;
  /** Rejects with the program's last messages if it fails. */
  ended: Promise<void>;
  kill: () => void;
}

/** PostgreSQL's own programs, of the server's major version. */
export interface PostgresTools {
  /** Starts one of them on the database of the URL. */
  start: (program: Program, options: readonly string[], databaseUrl?: string) => Running;
}

type Program = 'pg_dump' | 'pg_restore' | 'psql';

/**
 * Finds the programs in Debian's folder or in PATH. Another major version writes dumps that this server may not read.
 *
 * @throws Error naming the package to install
 */
export async function findPostgresTools(client: pg.Client): Promise<PostgresTools> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  for (const folder of [join(DEBIAN, String(major), 'bin'), '']) {
    if ((await majorOf(join(folder, 'pg_dump'))) === major) return toolsIn(folder);
  }
  throw new Error(
    `the server is PostgreSQL ${major}, and there is no pg_dump ${major} here: install the Debian package ` +
      `postgresql-client-${major} (apt.postgresql.org has every version), or add its programs to PATH`,
  );
}

/** Undefined if there is no such program. */
async function majorOf(program: string): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { env: programEnvironment({}) });
    return Number(/(\d+)/.exec(stdout)?.[1]);
  } catch {
    return undefined;
  }
}

const toolsIn = (folder: string): PostgresTools => ({
  start: (program, options, databaseUrl) => {
    // Everyone on the machine sees arguments, so the password goes another way.
    const to = databaseUrl ? ['--no-password', `--dbname=${withoutPassword(databaseUrl)}`] : [];
    const env = programEnvironment(databaseUrl ? variablesOf(databaseUrl) : {});
    const child = spawn(join(folder, program), [...to, ...options], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    return running(program, child);
  },
});

/** libpq's: with several hosts, it takes the primary. */
const variablesOf = (databaseUrl: string) => ({
  PGPASSWORD: passwordOf(databaseUrl),
  PGTARGETSESSIONATTRS: 'read-write',
});

function running(program: Program, child: ChildProcess): Running {
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error(`${program} has no streams`);
  let messages = '';
  stderr.setEncoding('utf8').on('data', (text: string) => (messages = (messages + text).slice(-MESSAGES)));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} failed: ${messages.trim() || `ended by ${signal ?? `code ${code}`}`}`));
    });
  });
  ended.catch(() => undefined);
  stdin.on('error', () => undefined); // a program that ends early says why on its own
  return { stdin, stdout, ended, kill: () => void child.kill() };
}
