import { inFile, type Mutant } from '../../mutant.ts';

const TENANT = 'test/security/tenants/tenant.test.ts';
const TABLES = 'test/security/tenants/tenant-tables.test.ts';
/** Tests of the queries without row-level security. */
const FILTER = 'test/security/tenants/tenant-filter.test.ts';
const FIELDS = 'test/security/tenants/tenant-fields.test.ts';
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
    `src/migrations/versions/20261130-${migration}.ts`,
    [test],
    [
      [
        `C7: PostgreSQL shows a tenant its own rows of ${table} only.`,
        `create policy ${table}_tenant_policy on ${table}\n    ${OF_TENANT}`,
        `create policy ${table}_tenant_policy on ${table}\n    using (true)`,
      ],
    ],
  ),
);

export const tenancy: Mutant[] = [
  ...policies,
  ...inFile(
    'src/migrations/versions/20261130-03-audit.ts',
    [TENANT],
    [
      [
        'C7: PostgreSQL shows a tenant its own audit chain only.',
        "using (chain_id = current_setting('mikro.tenant.resellerId')::uuid)",
        'using (true)',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/versions/20261130-05-tenants.ts',
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
    'src/migrations/versions/20261130-06-identity.ts',
    [CLAIMS],
    [
      [
        'A tenant’s role reads no password hash.',
        'grant select (id, email, name, role, reseller_id, partner_role,',
        'grant select (id, email, name, password_hash, role, reseller_id, partner_role,',
        TENANT,
      ],
      [
        'A change of claims makes tokens outdated.',
        'update user_session set version = version + 1',
        'update user_session set version = version',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/versions/20261202-05-carried-tenant.ts',
    [CLAIMS],
    [
      [
        'A4: A session that was ended is refused.',
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
        'C1: The ORM’s filter keeps to the tenant.',
        '(resellerId === undefined ? {} : { [key]: resellerId })',
        '({})',
        FILTER,
        TABLES,
      ],
      [
        'C6: An anonymous request sees nothing.',
        'return caller ? forkAs(roleOf(caller), orm.em, caller, signal) : orm.em.fork(endingWith(signal));',
        'return caller ? forkAs(roleOf(caller), orm.em, caller, signal) : asPlatform(orm.em);',
      ],
      [
        'C3: A hand-written read keeps to the tenant.',
        'key && resellerId !== undefined ? [',
        'key === null ? [',
        FILTER,
      ],
      [
        'C7, C8: A partner’s work runs in the tenant’s role.',
        'resellerId === undefined ? PLATFORM_ROLE : TENANT_ROLE',

        'resellerId === null ? TENANT_ROLE : PLATFORM_ROLE',
      ],
      [
        'C1: Platform work for a partner keeps to the tenant.',
        'return forkAs(PLATFORM_ROLE, em, caller);',
        'return forkAs(PLATFORM_ROLE, em, { ...caller, resellerId: undefined });',
        FIELDS,
        'test/identity/users/change-member-role.test.ts',
      ],
      [
        'Work for a caller is refused after the session has ended.',
        'credential === undefined ? { role } : { role, [CALLER_VARIABLE]: credential };',
        "credential === '' ? { role } : { role };",
        ENDED,
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
    'src/identity/users/member.service.ts',
    ['test/identity/users/remove-member.test.ts', 'test/identity/users/change-member-role.test.ts'],
    [
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
        'An admin changes no key of a partner.',
        "if (caller.role === 'ADMIN' && apiKey.resellerId) throw notFound('ApiKey');",
        '',
        'test/identity/api-keys/admin-api-keys.test.ts',
      ],
      [
        'An admin sees and counts no key of a partner.',
        "(role === 'ADMIN' ? [sql`reseller_id is null`] : [])",
        "(role === 'ADMIN' ? [] : [])",
        'test/identity/api-keys/admin-api-keys.test.ts',
      ],
    ],
  ),
];
