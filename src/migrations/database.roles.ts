import { PLATFORM_ROLE, TENANT_ROLE } from '../core/database/tenancy.ts';

/**
 * The roles of transactions. They belong to the cluster, and several databases share them. The login role is a member
 * of each but inherits nothing (NOINHERIT), so it cannot access a table without one of them.
 */
export const createRoles = (loginRole: string): string =>
  [PLATFORM_ROLE, TENANT_ROLE].map((role) => createRole(role, loginRole)).join('');

const createRole = (role: string, loginRole: string): string => `
  do $$
  begin
    create role ${role} nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$
  begin
    if not pg_has_role(${literal(loginRole)}, '${role}', 'member') then
      grant ${role} to ${identifier(loginRole)};
    end if;
  end $$;
`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (text: string): string => `"${text.replaceAll('"', '""')}"`;
