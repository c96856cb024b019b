import { inFile, type Mutant } from '../../mutant.ts';

const BACKUP = 'test/backups/db-backup.test.ts';
const RESTORE = 'test/backups/db-restore.test.ts';
const DRILL = 'test/backups/db-drill.test.ts';
const PAUSE = 'test/backups/outbound-pause.test.ts';

export const backups: Mutant[] = [
  ...inFile(
    'src/backups/backup.ts',
    [BACKUP],
    [
      ['Backups are encrypted.', 'key ? await encrypted(dump.stdout, key) : dump.stdout', 'dump.stdout'],
      ['Only the owner reads a backup.', 'mode: 0o600', 'mode: 0o644'],
      ['Two backups do not run side by side.', "await takeLock(owner, 'backup');", ''],
      ['A killed backup leaves no file for long.', 'await removeUnfinished(folder);', ''],
      ['A failed backup leaves no file.', 'await rm(unfinished, { force: true });', ''],
    ],
  ),
  ...inFile(
    'src/backups/backup.files.ts',
    [BACKUP],
    [['The newest backups stay at any age.', 'backups.slice(ALWAYS_KEPT)', 'backups']],
  ),
  ...inFile(
    'src/backups/backup.files.ts',
    [RESTORE],
    [
      ['A damaged backup is refused.', 'checksumOf(hash) !== checksum', 'false'],
      ['With a key, a plain backup may be forged.', 'if (!isEncrypted && key) throw', 'if (false) throw'],
    ],
  ),
  ...inFile(
    'src/backups/restore.ts',
    [RESTORE],
    [
      ['A restore removes nothing unless asked.', 'if (!replace && rows', 'if (false && rows'],
      ['A backup of a newer version is refused.', '  ${REFUSE_NEWER}\n', ''],
      [
        'A restore pauses outbound work.',
        "insert into outbound_pause (reason) values ('restored the",
        "select ('restored the",
      ],
    ],
  ),
  ...inFile(
    'src/backups/drill.ts',
    [DRILL],
    [
      [
        'A drill compares the protection of rows.',
        'differencesOf(await rightsOf(restored.ownerUrl), await rightsOf(fresh.ownerUrl))',
        'differencesOf(await rightsOf(fresh.ownerUrl), await rightsOf(fresh.ownerUrl))',
      ],
      ['A drill records only a success.', 'if (problems.length === 0) await', 'await'],
      ['A drill leaves no database.', 'finally {\n      await dropScratch(owner);', 'finally {'],
    ],
  ),
  ...inFile(
    'src/email/email.delivery.ts',
    [PAUSE],
    [['A paused worker sends nothing.', '${EmailStatus.QUEUED} and not ${outboundIsPaused}', '${EmailStatus.QUEUED}']],
  ),
  ...inFile(
    'src/backups/postgres.tools.ts',
    [BACKUP],
    [['Arguments hold no password.', 'withoutPassword(databaseUrl)', 'databaseUrl']],
  ),
];
