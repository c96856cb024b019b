import { withValues } from '../column.values.ts';
import { OnlineMigration } from '../online.migration.ts';

/** The partner manager and the technical account manager of a partner, and what the partner may read of them. */
export class PartnerManagers extends OnlineMigration {
  override up(): void {
    for (const column of ['manager_id', 'technical_manager_id']) {
      this.addSql(`alter table partner_account add column if not exists ${column} uuid`);
      this.addSql(`alter table partner_account drop constraint if exists partner_account_${column}_foreign`);
      this.addSql(`alter table partner_account add constraint partner_account_${column}_foreign
        foreign key (${column}) references user_account (id) not valid`);
      this.addSql(`alter table partner_account validate constraint partner_account_${column}_foreign`);
    }
    this.addIndex(
      'partner_account_manager_index',
      'partner_account (manager_id, created_at, id) where manager_id is not null',
    );
    this.addIndex(
      'partner_account_technical_manager_index',
      'partner_account (technical_manager_id, created_at, id) where technical_manager_id is not null',
    );
    this.addSql(ownManagers);
    for (const table of ['notification', 'notification_setting']) {
      this.addSql(withValues(table, 'kind', ['PARTNER_ASSIGNED']));
      this.addSql(`alter table ${table} validate constraint ${table}_kind_check`);
    }
  }
}

/** A partner reads no row of an admin. This shows the names and addresses of its own managers, while they are active. */
const ownManagers = `
  create or replace function own_managers() returns table (partner_id uuid, post text, name varchar, email varchar)
  language sql stable security definer set search_path = public, pg_temp as $$
    select account.id, post.name, person.name, person.email
    from partner_account account
      cross join lateral (values ('MANAGER', manager_id), ('TECHNICAL_MANAGER', technical_manager_id)) as post (name, admin_id)
      join user_account person on person.id = post.admin_id
    where account.id = current_setting('mikro.tenant.resellerId')::uuid
      and person.role = 'ADMIN' and person.is_active
  $$;
  revoke execute on function own_managers from public;
  grant execute on function own_managers to reachgenie_tenant;`;
