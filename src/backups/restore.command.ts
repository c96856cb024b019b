import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import { backupAt, newestBackup } from './backup.files.ts';
import { backupSettings, print, runCommand, seconds } from './backup.session.ts';
import { pauseOutbound, restore } from './restore.ts';
import { resumeOutbound } from './resume.ts';

const USAGE = `restore.command.js [--replace] [file]
  Restores the newest backup of BACKUP_DIR, or a file, into the empty database of MIGRATION_DATABASE_URL, and migrates
  it. With --replace, removes everything in the database first. Afterwards, outbound work (email) is paused.
restore.command.js --resume
  Ends the pause. Emails that may have been sent after the backup are looked up at Postmark first.
restore.command.js --pause <reason>
  Pauses outbound work, after a restore by other means.
Exits with 1 on a failure. The database is then as before.
`;

const OPTIONS = {
  replace: { type: 'boolean', default: false },
  resume: { type: 'boolean', default: false },
  pause: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (signal) => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) return void process.stdout.write(USAGE);
  if (positionals.length > 1) throw new ConfigError(`Give one file.\n${USAGE}`);
  const { ownerUrl, loginUrl, key, folder } = backupSettings();
  if (values.resume) {
    return print((await resumeOutbound(ownerUrl)) ? 'Outbound work is resumed.' : 'Outbound work is not paused.');
  }
  if (values.pause !== undefined) {
    await pauseOutbound(ownerUrl, values.pause);
    return print('Outbound work is paused.');
  }
  const began = performance.now();
  const [file] = positionals;
  const backup = file === undefined ? await newestBackup(folder(), key) : backupAt(file);
  await restore({ backup, key, ownerUrl, loginUrl, replace: values.replace, report: print }, signal);
  print(
    `The database is as of ${backup.takenAt.toISOString()}, and ready for this version. It took ${seconds(began)}.`,
  );
  print('Outbound work is paused: no email is sent until npm run db:restore -- --resume.');
});
