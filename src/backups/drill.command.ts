import { drill } from './drill.ts';
import { backupSettings, print, runCommand, seconds } from './backup.session.ts';

const HOUR = 60 * 60 * 1_000;

/**
 * `drill.command.js` restores the newest backup into a scratch database, prints what it found, and removes the database.
 * Needs an owner that can create databases. Exits with 1 on a problem or failure.
 */
await runCommand(async (signal) => {
  const began = performance.now();
  const { takenAt, counts, problems } = await drill(backupSettings(), signal);
  const width = Math.max(...counts.map(([, rows]) => String(rows).length));
  for (const [table, rows] of counts) print(`${String(rows).padStart(width)} ${table}`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const verdict = problems.length === 0 ? 'no problems found' : `problems found: ${problems.length}`;
  const age = ((Date.now() - takenAt.getTime()) / HOUR).toFixed(1);
  print(`The backup of ${takenAt.toISOString()}, ${age} hours old, restored in ${seconds(began)}: ${verdict}.`);
  return problems.length === 0;
});
