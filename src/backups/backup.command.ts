import { backUp } from './backup.ts';
import { backupSettings, print, runCommand, seconds } from './backup.session.ts';

/**
 * `backup.command.js` writes a backup of the database to BACKUP_DIR, encrypted if BACKUP_KEY is set, and removes old
 * ones. Exits with 1 on a failure, also if another backup is running, and then leaves no file.
 */
await runCommand(async (signal) => {
  const began = performance.now();
  const { backup, bytes, removed } = await backUp(backupSettings(), signal);
  const encryption = backup.isEncrypted ? 'encrypted' : 'not encrypted, because BACKUP_KEY is not set';
  print(`${backup.path}: ${(bytes / 1024 ** 2).toFixed(1)} MB, ${encryption}, in ${seconds(began)}`);
  for (const path of removed) print(`Removed ${path}`);
});
