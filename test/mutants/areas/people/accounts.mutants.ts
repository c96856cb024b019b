import { inFile, type Mutant } from '../../mutant.ts';

const ADDRESSES = 'test/identity/api-keys/api-key-addresses.test.ts';
const AUTHENTICATION = 'test/identity/api-keys/api-key-authentication.test.ts';
const SCOPES = 'test/identity/api-keys/api-key-scopes.test.ts';
const ADMIN_KEYS = 'test/identity/api-keys/admin-api-keys.test.ts';
const ADMINS = 'test/identity/users/admins.test.ts';
const ADMIN_ROLES = 'test/identity/users/change-admin-roles.test.ts';
const REMOVAL = 'test/identity/users/remove-member.test.ts';
const MEMBER_ROLE = 'test/identity/users/change-member-role.test.ts';
const INTROSPECTION = 'test/access/introspection.test.ts';

const conditions: Mutant[] = [
  ['was revoked', ' and access.revoked_at is null'],
  ['has expired', ' and access.expires_at > now()'],
  [
    'is to a client that is not active',
    "and client.subscription_status = 'ACTIVE' and person.is_active",
    'and person.is_active',
  ],
  ['is of a user who was removed', ' and person.is_active'],
  ['is of a user whose role manages no clients', ' and person.partner_role = any(${CLIENT_MANAGERS})'],
  ['is of a partner that is not active', 'and partner.is_active and', 'and'],
  ['is of a partner that manages no clients', ' and manages_clients(partner.id)'],
  [
    'is older than the deactivation of its partner',
    'and (partner.access_ended_at is null or access.created_at > partner.access_ended_at)',
  ],
].flatMap(([what, find = '', replace = '']) =>
  inFile(
    'src/access/client-access.introspection.ts',
    [INTROSPECTION],
    [[`D3: An access is refused that ${what}.`, find, replace]],
  ),
);

export const accounts: Mutant[] = [
  ...conditions,
  ...inFile(
    'src/access/client-access.introspection.ts',
    [INTROSPECTION],
    [['D3: An access token is exchanged once.', 'if (session.exchangedAt || session.revokedAt) return false;', '']],
  ),
  ...inFile(
    'src/access/client-access.service.ts',
    ['test/access/access-client-account.test.ts'],
    [
      [
        'D1: Only active clients can be accessed.',
        'if (subscriptionStatus !== SubscriptionStatus.ACTIVE)',
        'if (!subscriptionStatus)',
      ],
    ],
  ),
  ...inFile(
    'src/identity/api-keys/api-key.directory.ts',
    [ADDRESSES],
    [
      [
        'A key works only from its addresses.',
        'if (known.isFrom(address)) return known.caller;',
        'if (known) return known.caller;',
      ],
      [
        'A key needs its secret.',
        'if (!known || !isSameSecret(known.secretHash, key.secretHash)) return undefined;',
        'if (!known) return undefined;',
        AUTHENTICATION,
      ],
      [
        'An admin’s key differs from a partner’s.',
        'if (resellerId === null) return',
        "if (resellerId === null && scopes.includes('REVIEW')) return",
        ADMIN_KEYS,
      ],
    ],
  ),
  ...inFile(
    'src/identity/api-keys/api-key.addresses.ts',
    [ADDRESSES],
    [
      ['A mapped range counts from its IPv4 address.', '? given - 96 : given;', '? given : given;'],
      [
        'A range of all addresses is refused.',
        'if (!(kept >= 1 && kept <= bits)) return undefined;',
        'if (!(kept >= 0 && kept <= bits)) return undefined;',
      ],
    ],
  ),
  ...inFile(
    'src/identity/api-keys/api-key.rights.ts',
    [SCOPES, ADMIN_KEYS],
    [
      [
        'Users grant only scopes that they have.',
        'return mayChange ? [ApiKeyScope.READ, changes] : [ApiKeyScope.READ];',
        'return [ApiKeyScope.READ, changes];',
      ],
      [
        'Admins without ALL change only their own keys.',
        "caller.role === 'PARTNER' || createdBy === caller.userId || hasRole(caller, 'ALL')",
        "createdBy !== '' || hasRole(caller, 'ALL')",
        ADMIN_KEYS,
      ],
      [
        'Keys that exceed new roles end.',
        'if (ends(apiKey)) apiKey.revokedAt = currentTime();',
        'if (!ends(apiKey)) apiKey.revokedAt = currentTime();',
        MEMBER_ROLE,
        ADMIN_ROLES,
        REMOVAL,
      ],
    ],
  ),
  ...inFile(
    'src/identity/api-keys/api-key.terms.ts',
    [ADMIN_KEYS],
    [
      ['A scope that the caller lacks is refused.', 'if (isOther)', 'if (isOther === null)', SCOPES, ADMIN_KEYS],
      ['An admin’s key expires.', 'if (!expiresAt || expiresAt.getTime()', 'if (expiresAt && expiresAt.getTime()'],
      [
        'An admin’s key expires within a year.',
        'if (!expiresAt || expiresAt.getTime() > currentTime().getTime() + LONGEST_OF_ADMIN * DAY_MS) {',
        'if (!expiresAt) {',
      ],
    ],
  ),
  ...inFile(
    'src/identity/api-keys/api-key.service.ts',
    ['test/identity/api-keys/rotate-api-key.test.ts', ADMIN_KEYS, SCOPES],
    [
      [
        'A rotation grants no scope that the caller lacks.',
        'if (!scopes.every((scope) => mayGive.includes(scope))) throw forbidden();',
        '',
      ],
      [
        'A key that has ended is not rotated.',
        'if (earlier.revokedAt || (earlier.expiresAt && earlier.expiresAt <= now)) {',
        'if (earlier.createdBy === null) {',
      ],
      ['A key is rotated once.', 'if (earlier.replacedBy) throw', 'if (earlier.createdBy === null) throw'],
      [
        'A rotated key ends.',
        'earlier.expiresAt = earlierOf(earlier.expiresAt, new Date(now.getTime() + overlapHours * HOUR_MS));',
        '',
      ],
      ['Another admin’s key cannot be changed.', 'if (!mayChange(caller, apiKey)) throw forbidden();', '', ADMIN_KEYS],
    ],
  ),
  ...inFile(
    'src/identity/users/admin.service.ts',
    [ADMIN_ROLES, ADMINS],
    [
      [
        'Roles count as they are now, not as the token says.',
        'if (!mayManageAdmins({ roles: rolesOf(self) })) throw forbidden();',
        '',
      ],
      [
        'Admins cannot change their own roles.',
        "if (admin.id === ctx.caller?.userId) throw conflict('OWN_ACCOUNT', 'You cannot change your own roles.');",
        '',
      ],
      [
        'Admins cannot deactivate themselves.',
        "if (admin.id === ctx.caller?.userId) throw conflict('OWN_ACCOUNT', 'You cannot deactivate your own account.');",
        '',
      ],
      ['Keys end with the roles of an admin.', 'await endExcessKeys(em, admin);', '', ADMIN_KEYS, ADMIN_ROLES],
      [
        'An outdated version changes no roles.',
        "'You cannot change your own roles.');\n    requireVersion(admin, expectedVersion);",
        "'You cannot change your own roles.');",
      ],
    ],
  ),
  ...inFile(
    'src/identity/users/member.service.ts',
    [MEMBER_ROLE, REMOVAL],
    [
      ['A role change leaves an owner.', 'if (isLast(owners, member)) throw lastOwner();\n    member', 'member'],
      ['A removal leaves an owner.', 'if (isLast(owners, member)) throw lastOwner();\n    await', 'await'],
      [
        'An owner who has not joined does not count.',
        '!owners.some(({ id, joinedAt }) => id !== leaving.id && joinedAt)',
        '!owners.some(({ id }) => id !== leaving.id)',
      ],
      ['Keys end with the role of a member.', 'await endExcessKeys(em, member);', '', MEMBER_ROLE, SCOPES],
      [
        'An account has at most 200 members.',
        'isActive: true })) >= MAX_MEMBERS) {',
        'isActive: true })) > MAX_MEMBERS) {',
        'test/identity/users/invite-member.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/identity/users/user.removal.ts',
    [REMOVAL, ADMINS],
    [
      ['A removal deactivates the user.', 'user.isActive = false;', ''],
      ['A removal ends sessions.', 'await endSessions(em, [user.id]);', ''],
      ['A removal ends links.', 'await forgetTokens(em, user.id);', ''],
      [
        'A removal ends the second factor.',
        'await forgetFactor(em, user);',
        '',
        REMOVAL,
        ADMINS,
        'test/identity/account-security/second-factor.test.ts',
        'test/identity/account-security/admin-second-factor.test.ts',
      ],
      ['A removal ends keys.', 'await endKeys(em, user);', '', REMOVAL, ADMINS, AUTHENTICATION],
    ],
  ),
  ...inFile(
    'src/partners/partner-account.service.ts',
    ['test/partners/update-partner-account.test.ts'],
    [
      ['A4: A deactivation ends sessions.', 'await endSessions(em, userIds);', ''],
      [
        'A deactivation ends keys and access permanently.',
        'account.accessEndedAt = await databaseTime(em);',
        '',
        'test/partners/update-partner-account.test.ts',
        INTROSPECTION,
        AUTHENTICATION,
      ],
      [
        'Only a reseller manages clients.',
        'if (clientManagementEnabled && !(await hasPartnership',
        'if (!clientManagementEnabled && !(await hasPartnership',
      ],
    ],
  ),
  ...inFile(
    'src/core/database/entity.lookup.ts',
    ['test/core/expected-version.test.ts'],
    [
      [
        'An outdated version changes nothing.',
        'if (expected != null && expected !== version) throw',
        'if (expected != null && expected > version) throw',
      ],
    ],
  ),
];
