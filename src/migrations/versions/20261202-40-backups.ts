import { Migration } from '@mikro-orm/migrations';

/** Pauses of outbound work, and the times of backups and drills. */
export class Backups extends Migration {
  override up(): void {
    this.addSql(outboundPause);
    this.addSql(backupRun);
  }
}

/** A restore runs this too, because an older backup lacks the table. */
export const outboundPause = `
  -- While a row has no end, nothing is sent: src/core/jobs/outbound.pause.ts. The owner writes it.
  create table if not exists outbound_pause (
    id uuid primary key default gen_random_uuid(),
    reason varchar(300) not null,
    began_at timestamptz(3) not null default now(),
    ended_at timestamptz(3)
  );
  grant select on outbound_pause to reachgenie_platform;`;

const backupRun = `
  -- The newest backup, by the time of its data, and the last drill without a problem.
  create table backup_run (
    kind text primary key constraint backup_run_kind_check check (kind in ('BACKUP', 'DRILL')),
    at timestamptz(3) not null
  );
  grant select on backup_run to reachgenie_platform;`;
