import { Migration } from '@mikro-orm/migrations';
import { TENANT_ROLE } from '../core/tenancy.ts';

/** Admins have roles, and a partner's users have two more. Access tokens carry them, so a change of roles renews the tokens. */
export class Migration20261129230100 extends Migration {
  override up(): void {
    this.addSql(adminRoles);
    this.addSql(partnerRoles);
    this.addSql(renewClaims);
  }
}

const adminRoles = `
  alter table user_account add column admin_roles text[] null
    constraint user_account_admin_roles_check check ("admin_roles" <@ array['REVIEW', 'PARTNERS', 'FINANCE', 'ALL']);
  update user_account set admin_roles = '{ALL}' where role = 'ADMIN';
  alter table user_account drop constraint user_account_check;
  alter table user_account add constraint user_account_check
    check ((role = 'PARTNER') = (reseller_id is not null) and (role = 'PARTNER') = (partner_role is not null)
      and (role = 'ADMIN') = (admin_roles is not null) and coalesce(cardinality(admin_roles), 1) > 0);
  grant select (admin_roles) on user_account to ${TENANT_ROLE};`;

const partnerRoles = `
  alter table user_account drop constraint user_account_partner_role_check;
  alter table user_account add constraint user_account_partner_role_check
    check ("partner_role" in ('OWNER', 'BILLING', 'MEMBER', 'READ_ONLY'));`;

const renewClaims = `
  drop trigger renew_claims on user_account;
  create trigger renew_claims after update of email, name, role, reseller_id, partner_role, admin_roles on user_account for each row
    when ((old.email, old.name, old.role, old.reseller_id, old.partner_role, old.admin_roles)
      is distinct from (new.email, new.name, new.role, new.reseller_id, new.partner_role, new.admin_roles))
    execute function renew_claims();
  update user_session set version = version + 1 where revoked_at is null;`;
