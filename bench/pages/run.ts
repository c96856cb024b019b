import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSection } from '../report/document.ts';
import { Report } from '../report/report.ts';
import { measureJobs } from './measure.jobs.ts';
import { measureVisits } from './measure.visits.ts';

const HELP = `npm run bench:pages -- [jobs] [visits] [options]

Measures the pages in Chromium, with demo data. Needs Debian's chromium.

  jobs                 six jobs at the pace of a person: seconds, keys and clicks
  visits               first visits on a slow connection, and clicks in loaded pages

Options:
  --before <folder>    also does the jobs in an installed checkout of commit 6aae8fb, with the steps of that time
  --only <names>       only these jobs, separated by commas: decide,note,assign,email,client,suspended
  --write              writes the results to docs/pages-speed.md
  --help
`;

const FILE = join(import.meta.dirname, '../../docs/pages-speed.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const trials = positionals.length > 0 ? positionals : ['jobs', 'visits'];
if (values.help || trials.some((trial) => trial !== 'jobs' && trial !== 'visits')) console.log(HELP);
else for (const trial of trials) await run(trial);

async function run(trial: string): Promise<void> {
  const report = new Report();
  report.note(conditions());
  const tables = trial === 'jobs' ? [await measureJobs(values.only?.split(','), values.before)] : await measureVisits();
  for (const table of tables) report.add(table);
  if (values.write) await writeSection(FILE, { name: trial, command: `npm run bench:pages -- ${trial}` }, report);
}

/** Machine, load, commit and day. */
function conditions(): string {
  const [busy = 0] = loadavg();
  const processors = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return [
    `${processors[0]?.model ?? 'CPU'}, ${processors.length} CPUs, load average ${busy.toFixed(1)} at the start`,
    `Node.js ${process.versions.node}, commit ${commit}, ${new Date().toISOString().slice(0, 10)}`,
  ].join('; ');
}
