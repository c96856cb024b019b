import { OnlineMigration } from '../online.migration.ts';

/** Indexes for the audit log of one person, of one type of objects, and of clients with a name. */
export class AuditByPerson extends OnlineMigration {
  override up(): void {
    this.addIndex('audit_event_actor_id_occurred_at_id_index', 'audit_event (actor_id, occurred_at, id)');
    this.addIndex('audit_event_target_type_occurred_at_id_index', 'audit_event (target_type, occurred_at, id)');
    this.addIndex('client_account_search_index', 'client_account using gin (search gin_trgm_ops)');
  }
}
