import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { asSuperuser } from '../data/cluster.ts';

/** The machine and its load, versions, commit and day. Call it before the run adds load. */
export async function describeMachine(port: number): Promise<string> {
  const [busy = 0] = loadavg();
  const postgres = await asSuperuser(port, 'postgres', async (client) => {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    return rows[0]?.version;
  });
  const processors = cpus();
  return [
    `${processors[0]?.model ?? 'CPU'}, ${processors.length} CPUs, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `load average ${busy.toFixed(1)} at the start`,
    `${type()} ${release()}, Node.js ${process.versions.node}, PostgreSQL ${postgres}`,
    `${commit()}, ${new Date().toISOString().slice(0, 10)}`,
  ].join('; ');
}

/** The commit, and whether the measured code differs from it. */
function commit(): string {
  const git = (...parameters: string[]) =>
    execFileSync('git', parameters, {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    const isChanged = git('status', '--porcelain', '--', 'src', 'package-lock.json', 'bench') !== '';
    return `commit ${git('rev-parse', '--short', 'HEAD').trim()}${isChanged ? ' with changes' : ''}`;
  } catch {
    return 'no commit';
  }
}
