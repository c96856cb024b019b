import { OnlineMigration } from '../online.migration.ts';

/** The key of an event begins with its chain, which is that of its tenant or of the platform. */
export class AuditKey extends OnlineMigration {
  override up(): void {
    this.addIndex('audit_event_id_index', 'audit_event (id)');
    this.addIndex('audit_event_key', 'audit_event (chain_id, id)', 'unique index');
    this.addSql(`alter table audit_event drop constraint audit_event_pkey,
      add constraint audit_event_pkey primary key using index audit_event_key`);
  }
}
