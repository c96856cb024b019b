import type { Figure } from '../core/telemetry/figure.ts';

const newestOf = (kind: 'BACKUP' | 'DRILL') =>
  `select null as label, date_part('epoch', at) as value from backup_run where kind = '${kind}'`;

/** Of the commands in src/backups, and of the pause after a restore. */
export const backupFigures: readonly Figure[] = [
  {
    name: 'reachgenie_backup_newest_timestamp_seconds',
    help: 'When the newest backup was taken. Missing if there is none.',
    query: newestOf('BACKUP'),
  },
  {
    name: 'reachgenie_backup_drill_timestamp_seconds',
    help: 'When a backup was last restored on trial without a problem. Missing if never.',
    query: newestOf('DRILL'),
  },
  {
    name: 'reachgenie_outbound_paused',
    help: '1 if outbound work is paused, as after a restore.',
    query: 'select null as label, exists (select from outbound_pause where ended_at is null)::int as value',
  },
];
