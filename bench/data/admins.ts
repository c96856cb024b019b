import type pg from 'pg';
import { hashPassword } from '../../src/identity/account-security/password.hash.ts';

/** The admin for sign-ins. */
export const ADMIN = { email: 'bench@reachgenie.example', password: 'as long as it needs to be' };

/** Admins who review. Each is the assignee of the reviews they started. */
export const REVIEWERS = [
  'Ada Winter',
  "Malik O'Hara",
  'Grace Lindqvist',
  'Tomasz Nowak',
  'Léa Fontaine',
  'Priya Raman',
].map((name, index) => ({ name, id: `00000000-0000-4000-8000-00000000000${index}` }));

/** Adds the reviewers and the admin. */
export async function addAdmins(client: pg.Client): Promise<void> {
  await client.query(
    `insert into user_account (id, email, name, role, admin_roles, password_hash, joined_at, created_at, updated_at)
     select coalesce(id, gen_random_uuid()), coalesce(email, id || '@reachgenie.example'), name, 'ADMIN', '{ALL}', $2, now(), now(), now()
     from jsonb_to_recordset($1) as admin (id uuid, email text, name text)`,
    [JSON.stringify([...REVIEWERS, { name: 'Bench', email: ADMIN.email }]), await hashPassword(ADMIN.password)],
  );
}
