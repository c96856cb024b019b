import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process as /proc tells of it; CPU in microseconds, of all its threads, in user and system mode. */
interface ProcessStat {
  parent: number;
  cpu: number;
  /** Of its children that have ended and that it has waited for. */
  childrenCpu: number;
}

/** Microseconds of a clock tick; undefined where there is no Linux /proc, and nothing can be told. */
const TICK = (() => {
  try {
    readFileSync('/proc/self/stat');
    return 1e6 / Number(execFileSync('getconf', ['CLK_TCK']));
  } catch {
    return undefined;
  }
})();

/** CPU microseconds that a process has used so far. Undefined where that cannot be told. */
export function cpuOf(pid: number): number | undefined {
  return statOf(pid)?.cpu;
}

/** CPU microseconds that a PostgreSQL cluster has used so far, with all that it has started, also what has ended since. */
export function cpuOfCluster(postmaster: number): number | undefined {
  const server = statOf(postmaster);
  if (!server) return undefined;
  const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = others.map((name) => statOf(Number(name))).filter((stat) => stat?.parent === postmaster);
  return children.reduce((sum, stat) => sum + (stat?.cpu ?? 0), server.cpu + server.childrenCpu);
}

/** Memory of a process that is in RAM, in megabytes of 2^20 bytes. Undefined where that cannot be told. */
export function residentMegabytes(pid: number): number | undefined {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readOrNothing(`/proc/${pid}/status`)) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** The CPUs that this process may run on, where that can be told. */
export function allowedCpus(): number[] {
  const [, list = ''] = /Cpus_allowed_list:\s+(\S+)/.exec(readOrNothing('/proc/self/status')) ?? [];
  return list.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').filter(Boolean).map(Number);
    return first === undefined || last === undefined
      ? []
      : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** Keeps a process, all its threads and whatever it starts from now on, to these CPUs. */
export function keepTo(pid: number, cpus: readonly number[]): void {
  execFileSync('taskset', ['--all-tasks', '--pid', '--cpu-list', cpus.join(), String(pid)], { stdio: 'ignore' });
}

function statOf(pid: number): ProcessStat | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  if (TICK === undefined || !stat) return undefined;
  // Behind the name, which may hold anything: state, ppid, …; see proc_pid_stat(5).
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = (index: number) => fields[index] ?? 0;
  return { parent: ticks(1), cpu: (ticks(11) + ticks(12)) * TICK, childrenCpu: (ticks(13) + ticks(14)) * TICK };
}

/** A process may end between any two looks at it. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
