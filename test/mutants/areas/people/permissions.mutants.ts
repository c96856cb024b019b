import { inFile, type Mutant } from '../../mutant.ts';

const MATRIX = 'test/security/permissions.test.ts';
const RULES = 'test/security/permission-rules.test.ts';
const RECENT = 'test/identity/account-security/confirm-identity.test.ts';
const SCOPES = 'test/identity/api-keys/api-key-scopes.test.ts';
const ADMIN_KEYS = 'test/identity/api-keys/admin-api-keys.test.ts';
const FACTOR_REQUIRED = 'test/identity/account-security/admin-second-factor.test.ts';

export const permissions: Mutant[] = [
  ...inFile(
    'src/core/graphql/permissions.ts',
    [MATRIX],
    [
      ['B1: Anonymous callers are refused.', 'if (!caller) return unauthenticated();', 'if (!caller) return true;'],
      ['B1: A rule decides.', 'return isAllowed(caller) || forbidden();', 'return true;'],
      [
        'An admin without a required second factor can only add one.',
        'if (caller.mustAddSecondFactor && !withoutFactor) return factorMissing();',
        '',
        MATRIX,
        FACTOR_REQUIRED,
      ],
      [
        'A key needs a scope.',
        '? scopes.some((scope) => caller.scopes?.includes(scope))',
        '? scopes.length > 0',
        SCOPES,
      ],
      ['B1: A user needs a role.', ': roles.some((role) => caller.roles?.includes(role));', ': roles.length > 0;'],
      [
        'Only partners that manage clients reach them.',
        'onlyFor((caller) => caller.managesClients === true && isAmong',
        'onlyFor((caller) => isAmong',
      ],
      ['FINANCE does not review.', "['REVIEW', 'ALL'] as const", "['REVIEW', 'FINANCE', 'ALL'] as const"],
      ['REVIEW manages no partners.', "['PARTNERS', 'ALL'] as const", "['REVIEW', 'PARTNERS', 'ALL'] as const"],
      [
        'READ_ONLY changes nothing.',
        "CLIENT_MANAGERS = ['OWNER', 'MEMBER']",
        "CLIENT_MANAGERS = ['OWNER', 'MEMBER', 'READ_ONLY']",
      ],
      [
        'BILLING manages no clients.',
        "CLIENT_MANAGERS = ['OWNER', 'MEMBER']",
        "CLIENT_MANAGERS = ['OWNER', 'MEMBER', 'BILLING']",
      ],
      ['An API key has no session.', 'isUser = onlyFor((caller) => !isKey(caller));', 'isUser = onlyFor(() => true);'],
      [
        'A partner is not an admin.',
        'isAdmin = allow({ ADMIN: { roles: ADMINS } });',
        'isAdmin = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: PARTNER_USERS } });',
      ],
      [
        'Only ALL manages admins.',
        "canManageAdmins = allow({ ADMIN: { roles: ['ALL'] } })",
        'canManageAdmins = allow({ ADMIN: { roles: PARTNER_MANAGERS } })',
      ],
      [
        'A READ key does not review.',
        "canReview = allow({ ADMIN: { roles: REVIEWERS, scopes: ['REVIEW'] } })",
        "canReview = allow({ ADMIN: { roles: REVIEWERS, scopes: ['READ', 'REVIEW'] } })",
        ADMIN_KEYS,
      ],
      [
        'A key exports nothing.',
        'canExport = allow({ ADMIN: { roles: REVIEWERS } })',
        "canExport = allow({ ADMIN: { roles: REVIEWERS, scopes: ['REVIEW'] } })",
        ADMIN_KEYS,
      ],
      [
        'A partner reads no partners.',
        "canReadPartners = allow({ ADMIN: { roles: ADMINS, scopes: ['READ'] } })",
        "canReadPartners = allow({ ADMIN: { roles: ADMINS, scopes: ['READ'] }, PARTNER: { roles: ['OWNER'] } })",
      ],
      [
        'FINANCE does not send an email again.',
        "canResendEmails = allow({ ADMIN: { roles: ['REVIEW', 'PARTNERS', 'ALL'] } })",
        'canResendEmails = allow({ ADMIN: { roles: ADMINS } })',
      ],
      [
        'BILLING and READ_ONLY manage no keys.',
        'canManageKeys = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: CLIENT_MANAGERS } })',
        'canManageKeys = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: PARTNER_USERS } })',
      ],
      [
        'A member resets no second factor.',
        "canResetFactors = allow({ ADMIN: { roles: PARTNER_MANAGERS }, PARTNER: { roles: ['OWNER'] } })",
        'canResetFactors = allow({ ADMIN: { roles: PARTNER_MANAGERS }, PARTNER: { roles: CLIENT_MANAGERS } })',
      ],
      [
        'A member is not an owner.',
        "isOwner = allow({ PARTNER: { roles: ['OWNER'] } })",
        'isOwner = allow({ PARTNER: { roles: CLIENT_MANAGERS } })',
      ],
      [
        'A READ key changes no client.',
        "canChangeClients = allowWithClients({ roles: CLIENT_MANAGERS, scopes: ['CLIENTS'] })",
        "canChangeClients = allowWithClients({ roles: CLIENT_MANAGERS, scopes: ['READ', 'CLIENTS'] })",
        SCOPES,
      ],
      [
        'A key cannot access a client account.',
        'canEnterClients = allowWithClients({ roles: CLIENT_MANAGERS })',
        "canEnterClients = allowWithClients({ roles: CLIENT_MANAGERS, scopes: ['CLIENTS'] })",
      ],
      [
        'A confirmation of identity expires.',
        '(caller?.authenticatedAt ?? 0) > currentTime().getTime() / 1000 - RECENT',
        '(caller?.authenticatedAt ?? 0) > 0',
        RECENT,
      ],
      ['B2: A root field needs a rule.', 'refuseUnruled(schema, features);\n', '', RULES],
      ['B2: An unwrapped root field is detected.', 'refuseUnwrapped(schema, guarded);\n', '', RULES],
      [
        'Two rules for one field are detected.',
        'if (twice.length > 0) throw new Error(`Two permission rules',
        'if (twice.length > 99) throw new Error(`Two permission rules',
        RULES,
      ],
    ],
  ),
  ...inFile(
    'src/identity/account-security/account-security.rules.ts',
    ['test/identity/account-security/second-factor.test.ts'],
    [
      [
        'A second factor is only removed after a recent sign-in.',
        'removeSecondFactor: inTurn(isUser, isRecent)',
        'removeSecondFactor: isUser',
      ],
      [
        'Recovery codes are only renewed after a recent sign-in.',
        'renewRecoveryCodes: inTurn(isUser, isRecent)',
        'renewRecoveryCodes: isUser',
        'test/identity/account-security/second-factor.test.ts',
        RECENT,
      ],
      [
        'A second factor is only reset after a recent sign-in.',
        'resetSecondFactor: inTurn(canResetFactors, isRecent)',
        'resetSecondFactor: canResetFactors',
        'test/identity/account-security/reset-second-factor.test.ts',
        RECENT,
      ],
      [
        'An admin without a required second factor sees no sessions.',
        'sessions: isUser,',
        'sessions: isUserAtAll,',
        MATRIX,
      ],
    ],
  ),
  ...inFile(
    'src/identity/api-keys/api-key.rules.ts',
    [RECENT],
    [
      [
        'A key is only created after a recent sign-in.',
        'createApiKey: inTurn(canManageKeys, isRecent)',
        'createApiKey: canManageKeys',
      ],
      [
        'A key is only rotated after a recent sign-in.',
        'rotateApiKey: inTurn(canManageKeys, isRecent)',
        'rotateApiKey: canManageKeys',
      ],
    ],
  ),
  ...inFile(
    'src/identity/users/member.rules.ts',
    [RECENT],
    [
      [
        'An admin is only invited after a recent sign-in.',
        'inviteAdmin: inTurn(canManageAdmins, isRecent)',
        'inviteAdmin: canManageAdmins',
      ],
      [
        'ALL is only granted after a recent sign-in.',
        'changeAdminRoles: inTurn(canManageAdmins, isRecentForAll)',
        'changeAdminRoles: canManageAdmins',
        RECENT,
        'test/identity/users/change-admin-roles.test.ts',
      ],
      [
        'An owner is only invited after a recent sign-in.',
        'inviteMember: inTurn(isOwner, isRecentForOwners)',
        'inviteMember: isOwner',
      ],
      [
        'A member only becomes an owner after a recent sign-in.',
        'changeMemberRole: inTurn(isOwner, isRecentForOwners)',
        'changeMemberRole: isOwner',
      ],
    ],
  ),
  ...inFile(
    'src/applications/application.rules.ts',
    [MATRIX],
    [
      [
        'A first user who is not the contact is only named after a recent sign-in.',
        'inTurn(canReview, isRecentForOwners)',
        'canReview',
        'test/partners/named-owner.test.ts',
      ],
      [
        'Only reviewers assign applications.',
        'assignPartnerApplication: canReview',
        'assignPartnerApplication: canReadApplications',
      ],
      [
        'A key exports nothing, by the rule of the field.',
        'exportPartnerApplications: canExport',
        'exportPartnerApplications: canReview',
        ADMIN_KEYS,
      ],
    ],
  ),
  ...inFile(
    'src/access/client-access.rules.ts',
    [MATRIX],
    [
      [
        'BILLING and READ_ONLY end no access.',
        'revokeClientAccess: canEnterClients',
        'revokeClientAccess: canSeeClientAccess',
      ],
    ],
  ),
];
