import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PLAIN_ENVIRONMENT } from './postgres.program.ts';

/** Milliseconds in which a leftover PostgreSQL must shut down. */
const SHUTDOWN_LIMIT = 60_000;

interface RunningProcess {
  /** Identifies the process together with its pid, because pids are reused. */
  readonly startedAt: string;
  readonly command: string;
}

/**
 * Makes this process the only user of a folder, until it calls the returned function or ends. Each user writes a file
 * named by its pid and start, and then looks for the files of others. If two start at the same time, at most one gets
 * the folder. The file of a living process is never removed.
 * @throws Error with the process that uses the folder
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const inUse = (pid: number): Error =>
    new Error(
      `The embedded database in ${folder} is in use by process ${pid}: stop that process, or use another folder.`,
    );
  const own = `owner-${process.pid}-${(await findProcess(process.pid))?.startedAt ?? '0'}`;
  await writeFile(join(folder, own), '', { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? inUse(process.pid) : error;
  });
  const release = (): Promise<void> => rm(join(folder, own), { force: true });
  for (const name of await readdir(folder)) {
    const [, pid, startedAt] = /^owner-(\d+)-(\d+)$/.exec(name) ?? [];
    if (pid === undefined || name === own) continue;
    if ((await findProcess(Number(pid)))?.startedAt === startedAt) {
      await release();
      throw inUse(Number(pid));
    }
    await rm(join(folder, name), { force: true });
  }
  return release;
}

/**
 * Stops the PostgreSQL that a killed process left running on this data, and removes its pid file. Only the owner of
 * the folder may call it. After a crash, the pid may belong to any other process, so a pid file alone proves nothing.
 * @throws Error if PostgreSQL does not stop within a minute
 */
export async function stopLeftover(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  const isRunning = async (): Promise<boolean> => (await findProcess(pid))?.command.includes(` -D ${data} `) ?? false;
  const deadline = Date.now() + SHUTDOWN_LIMIT;
  while (pid > 0 && (await isRunning())) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL, process ${pid}, still runs on ${data}: stop it by hand.`);
    process.kill(pid, 'SIGINT'); // repeated requests have no further effect
    await setTimeout(50);
  }
  await rm(pidFile, { force: true });
}

/** Finds a running process. Ignores ended ones whose exit code was not collected yet. */
async function findProcess(pid: number): Promise<RunningProcess | undefined> {
  const found = await (process.platform === 'linux' ? readProc(pid) : askPs(pid)).catch(() => undefined);
  return found?.state.startsWith('Z') ? undefined : found;
}

/** See proc_pid_stat(5): the second field is in parentheses, and can itself contain parentheses and spaces. */
async function readProc(pid: number): Promise<RunningProcess & { state: string }> {
  const [status, command] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/cmdline`, 'utf8'),
  ]);
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startedAt: fields[19] ?? '', command: command.replaceAll('\0', ' ') };
}

/** Minimal systems without ps are Linux. */
async function askPs(pid: number): Promise<RunningProcess & { state: string }> {
  const columns = ['-o', 'state=', '-o', 'lstart=', '-o', 'command='];
  const { stdout } = await promisify(execFile)('ps', ['-ww', ...columns, '-p', `${pid}`], { env: PLAIN_ENVIRONMENT });
  const [, state = '', startedAt = '', command = ''] = /^(\S+)\s+(\w+ +\w+ +\d+ [\d:]+ \d+)\s+(.*)/.exec(stdout) ?? [];
  return { state, startedAt: `${Date.parse(`${startedAt} UTC`)}`, command: `${command} ` };
}
