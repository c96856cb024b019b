import { inFile, type Mutant } from './mutant.ts';

const TENANT = 'test/security/tenants/tenant.test.ts';
const TABLES = 'test/security/tenants/tenant-tables.test.ts';
/** Tests of the queries without row-level security. */
const FILTER = 'test/security/tenants/tenant-filter.test.ts';
const ENDED = 'test/identity/sessions/session.test.ts';
const CLAIMS = 'test/identity/sessions/changed-claims.test.ts';

const OF_TENANT = "using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid)";

const policies: Mutant[] = [
  ['12-clients', 'client_account', TENANT],
  ['13-access', 'client_access_session', TENANT],
  ['03-audit', 'audit_event', TENANT],
  ['06-identity', 'user_account', TENANT],
  ['06-identity', 'api_key_use', TABLES],
  ['11-partners', 'partnership', TABLES],
  ['01-core', 'idempotency_key', TABLES],
].flatMap(([migration, table, test = '']) =>
  inFile(
    `src/migrations/20261130-${migration}.ts`,
    [test],
    [
      [
        `PostgreSQL shows a tenant its own rows of ${table} only.`,
        `create policy ${table}_tenant_policy on ${table}\n    ${OF_TENANT}`,
        `create policy ${table}_tenant_policy on ${table}\n    using (true)`,
      ],
    ],
  ),
);

export const tenancy: Mutant[] = [
  ...policies,
  ...inFile(
    'src/migrations/20261130-03-audit.ts',
    [TENANT],
    [
      [
        'PostgreSQL shows a tenant its own audit chain only.',
        "using (chain_id = current_setting('mikro.tenant.resellerId')::uuid)",
        'using (true)',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/20261130-05-tenants.ts',
    [TENANT],
    [
      [
        'A tenant’s role changes no partner account.',
        'grant select on partner_account to reachgenie_tenant',
        'grant select, update on partner_account to reachgenie_tenant',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/20261130-06-identity.ts',
    [CLAIMS],
    [
      [
        'A tenant’s role reads no password hash.',
        'grant select (id, email, name, role, reseller_id, partner_role,',
        'grant select (id, email, name, password_hash, role, reseller_id, partner_role,',
        TENANT,
      ],
      [
        'A session that was ended is refused.',
        'and user_session.revoked_at is null and user_session',
        'and user_session',
        ENDED,
      ],
      [
        'A session that has expired is refused.',
        'and user_session.revoked_at is null and user_session.expires_at > now()',
        'and user_session.revoked_at is null',
        ENDED,
        CLAIMS,
      ],
      [
        'A token with outdated claims is refused.',
        "and user_session.version = split_part(credential, ':', 3)::int\n",
        '\n',
      ],
      [
        'A change of claims makes tokens outdated.',
        'update user_session set version = version + 1',
        'update user_session set version = version',
      ],
      [
        'A revoked key is refused.',
        'and api_key.revoked_at is null and (api_key',
        'and (api_key',
        'test/identity/api-keys/api-keys.test.ts',
      ],
      [
        'A key that has expired is refused.',
        'and (api_key.expires_at is null or api_key.expires_at > now())',
        '',
        'test/identity/api-keys/api-key-authentication.test.ts',
        'test/identity/api-keys/admin-api-keys.test.ts',
      ],
      [
        'A key ends with the deactivation of its partner.',
        'and (partner_account.access_ended_at is null or api_key.created_at > partner_account.access_ended_at)',
        '',
        'test/identity/api-keys/api-key-authentication.test.ts',
        'test/partners/update-partner-account.test.ts',
      ],
      [
        'A key has no more permissions than its creator.',
        "partner_role in ('OWNER', 'MEMBER') and manages_clients(api_key.reseller_id)",
        'manages_clients(api_key.reseller_id)',
        'test/identity/api-keys/api-key-scopes.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/core/database/tenancy.ts',
    [TENANT],
    [
      [
        'The ORM’s filter keeps to the tenant.',
        'export const TenantOwned = () =>\n  Filter({ name: FILTER, cond: ({ resellerId }) => ({ resellerId })',
        'export const TenantOwned = () =>\n  Filter({ name: FILTER, cond: () => ({})',
        FILTER,
        TABLES,
      ],
      [
        'An anonymous request sees nothing.',
        'if (!caller) return orm.em.fork();',
        'if (!caller) return asPlatform(orm.em);',
      ],
      [
        'A partner’s work runs in the tenant’s role.',
        'variables: { role: TENANT_ROLE, [CALLER_VARIABLE]',
        'variables: { role: PLATFORM_ROLE, [CALLER_VARIABLE]',
      ],
      [
        'An admin’s work is refused after the session has ended.',
        'return platformFork(orm.em, { [CALLER_VARIABLE]: credential });',
        'return platformFork(orm.em, {});',
        'test/identity/users/admins.test.ts',
        ENDED,
      ],
      [
        'A partner’s work is refused after the session has ended.',
        'variables: { role: TENANT_ROLE, [CALLER_VARIABLE]: credential }',
        'variables: { role: TENANT_ROLE }',
        'test/identity/users/remove-member.test.ts',
        CLAIMS,
      ],
      [
        'Platform work for a caller is refused after the session has ended.',
        'return platformFork(em, { [CALLER_VARIABLE]: caller.credential });',
        'return platformFork(em, {});',
        'test/security/accounts/ended-session.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/core/database/transaction.ts',
    [ENDED, CLAIMS],
    [
      [
        'A change checks the caller first.',
        'if (!credential) return Promise.resolve();',
        'if (credential) return Promise.resolve();',
        CLAIMS,
        'test/identity/users/remove-member.test.ts',
        'test/clients/update-client-account.test.ts',
      ],
      ['A read checks the caller first.', 'if (credential >= 0) settings.push', 'if (credential > 99) settings.push'],
      [
        'A read changes nothing.',
        "if (type === 'read') settings.unshift",
        "if (type === 'nothing') settings.unshift",
        'test/core/read-only.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/core/lists/children.ts',
    [FILTER],
    [
      [
        'Children are read within the tenant.',
        "caller?.resellerId !== undefined && 'resellerId' in meta.properties",
        'caller === null',
      ],
    ],
  ),
  ...inFile(
    'src/clients/client-account.service.ts',
    [FILTER],
    [
      [
        'The list of clients names its tenant.',
        'const where = [sql`reseller_id = ${tenantOf(ctx)}`];',
        'const where = [sql`true`];',
      ],
      ['One client is of the tenant.', 'if (account?.resellerId !== tenantOf(ctx)) {', 'if (!account) {'],
    ],
  ),
  ...inFile(
    'src/access/client-access.service.ts',
    [FILTER],
    [
      [
        'The list of accesses names its tenant.',
        'const where = [sql`reseller_id = ${tenantOf(ctx)}`];',
        'const where = [sql`true`];',
      ],
    ],
  ),
  ...inFile(
    'src/audit/audit-event.service.ts',
    [FILTER],
    [
      [
        'The audit log names its tenant.',
        'if (caller?.resellerId !== undefined) ofTenant.push',
        'if (caller === null) ofTenant.push',
      ],
    ],
  ),
  ...inFile(
    'src/identity/users/member.service.ts',
    ['test/identity/users/remove-member.test.ts', 'test/identity/users/change-member-role.test.ts'],
    [
      [
        'The list of members names its tenant.',
        'const where = [sql`reseller_id = ${tenantOf(ctx)}`];',
        'const where = [sql`true`];',
        FILTER,
      ],
      [
        'A member is of the tenant.',
        'em.findOne(User, { id, resellerId, isActive: true }',
        'em.findOne(User, { id, isActive: true }',
      ],
      [
        'Only an owner of the tenant manages members, also in a race.',
        'if (!owners.some((owner) => owner.id === ctx.caller?.userId)) throw forbidden();',
        '',
        'test/identity/users/change-member-role.test.ts',
        'test/identity/users/remove-member.test.ts',
        'test/identity/users/invite-member.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/identity/api-keys/api-key.service.ts',
    ['test/identity/api-keys/api-keys.test.ts', 'test/identity/api-keys/api-key-log.test.ts'],
    [
      [
        'A key that is changed is of the account.',
        'findOne(ApiKey, { id, resellerId: accountOf(caller) }',
        'findOne(ApiKey, { id }',
      ],
      [
        'Keys are counted and listed by account.',
        'account === null ? sql`reseller_id is null` : sql`reseller_id = ${account}`',
        'account === null ? sql`reseller_id is null` : sql`true`',
        FILTER,
        'test/identity/api-keys/create-api-key.test.ts',
      ],
    ],
  ),
];
