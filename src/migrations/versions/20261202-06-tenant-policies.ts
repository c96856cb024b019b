import { OnlineMigration } from '../online.migration.ts';

/**
 * The policies of tenants are for the tenant's role only. Citus computes the setting of each policy that applies, and
 * only that role has it: decision 59.
 */
export class TenantPolicies extends OnlineMigration {
  override up(): void {
    for (const table of TABLES) {
      this.addSql(`alter policy ${table}_tenant_policy on ${table} to reachgenie_tenant`);
    }
  }
}

const TABLES = [
  'api_key',
  'api_key_use',
  'audit_chain',
  'audit_event',
  'client_access_session',
  'client_account',
  'idempotency_key',
  'partner_account',
  'partnership',
  'user_account',
];
