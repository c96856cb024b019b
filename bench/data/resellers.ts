import type pg from 'pg';
import { hashPassword } from '../../src/identity/account-security/password.hash.ts';

/** The password of every reseller's owner. The email address is the applicant's. */
const RESELLER_PASSWORD = 'as long as it needs to be, too';

/**
 * Gives the oldest approved resellers an account and an owner who can sign in. Returns the accounts' ids.
 * @throws Error if there are too few approved resellers
 */
export async function addResellers(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with account as (
       insert into partner_account (id, partner_id, company_name, admin_email, partnership_type, tier,
         client_management_enabled, created_at, updated_at)
       select gen_random_uuid(), id, company_name, contact_email, partnership_type,
         (array['SILVER', 'GOLD', 'PLATINUM'])[1 + mod(row_number() over (order by created_at), 3)], true, decided_at, decided_at
       from partner_application where status = 'APPROVED' and partnership_type = 'RESELLER' order by created_at limit $1
       returning id, partner_id, admin_email, created_at
     ), owner as (
       insert into user_account (id, email, name, role, reseller_id, partner_role, password_hash, joined_at, created_at, updated_at)
       select gen_random_uuid(), admin_email, contact_name, 'PARTNER', account.id, 'OWNER', $2, account.created_at,
         account.created_at, account.created_at
       from account join partner_application on partner_application.id = partner_id
     )
     select id from account order by created_at, id`,
    [count, await hashPassword(RESELLER_PASSWORD)],
  );
  // Triggers are off while the data is made.
  await client.query(`insert into tier_assignment (reseller_id, id, tier, from_at, reason)
    select id, gen_random_uuid(), tier, created_at, 'INITIAL' from partner_account
    on conflict do nothing`);
  await client.query(`insert into partnership (application_id, reseller_id, partnership_type, created_at)
    select partner_id, id, partnership_type, created_at from partner_account on conflict do nothing`);
  if (rows.length < count) throw new Error(`Only ${rows.length} of ${count} resellers are approved.`);
  return rows.map(({ id }) => id);
}
