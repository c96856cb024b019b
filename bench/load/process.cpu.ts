import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process by /proc: CPU microseconds of all threads, in user and system mode. */
interface ProcessStat {
  parent: number;
  cpu: number;
  /** CPU of children that have ended. */
  childrenCpu: number;
}

/** Microseconds of a clock tick. Undefined without /proc. */
const TICK = (() => {
  try {
    readFileSync('/proc/self/stat');
    return 1e6 / Number(execFileSync('getconf', ['CLK_TCK']));
  } catch {
    return undefined;
  }
})();

/** CPU microseconds of a process so far. Undefined without /proc. */
export function cpuOf(pid: number): number | undefined {
  return statOf(pid)?.cpu;
}

/** CPU microseconds of a PostgreSQL cluster so far, including ended processes. Undefined without /proc. */
export function cpuOfCluster(postmaster: number): number | undefined {
  const server = statOf(postmaster);
  if (!server) return undefined;
  const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = others.map((name) => statOf(Number(name))).filter((stat) => stat?.parent === postmaster);
  return children.reduce((sum, stat) => sum + (stat?.cpu ?? 0), server.cpu + server.childrenCpu);
}

/** Resident memory of a process in megabytes of 2^20 bytes. Undefined without /proc. */
export function residentMegabytes(pid: number): number | undefined {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readOrNothing(`/proc/${pid}/status`)) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** CPUs that this process may use. Empty without /proc. */
export function allowedCpus(): number[] {
  const [, list = ''] = /Cpus_allowed_list:\s+(\S+)/.exec(readOrNothing('/proc/self/status')) ?? [];
  return list.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').filter(Boolean).map(Number);
    return first === undefined || last === undefined
      ? []
      : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** Pins a process with all its threads and future children to these CPUs. */
export function keepTo(pid: number, cpus: readonly number[]): void {
  execFileSync('taskset', ['--all-tasks', '--pid', '--cpu-list', cpus.join(), String(pid)], { stdio: 'ignore' });
}

function statOf(pid: number): ProcessStat | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  if (TICK === undefined || !stat) return undefined;
  // The fields after the name: state, ppid and so on, see proc_pid_stat(5).
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = (index: number) => fields[index] ?? 0;
  return { parent: ticks(1), cpu: (ticks(11) + ticks(12)) * TICK, childrenCpu: (ticks(13) + ticks(14)) * TICK };
}

/** Returns nothing if the process has ended. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
