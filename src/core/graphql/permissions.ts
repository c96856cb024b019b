import type { GraphQLSchema } from 'graphql';
import type { IMiddlewareTypeMap } from 'graphql-middleware';
import { currentTime } from '../database/database.clock.ts';
import { forbidden, unauthenticated } from '../context/domain.error.ts';
import { countedAs } from '../limits/rate.identity.ts';
import { rateLimitRule } from '../limits/rate.limit.ts';
import { guardedBy, inTurn, middleware, ruleBy, type Rule } from '../limits/shield.ts';
import type { AdminRole, Caller, PartnerRole, RequestContext, Role, Scope } from '../context/request.context.ts';

export interface RootFieldRules {
  Query?: Record<string, Rule>;
  Mutation?: Record<string, Rule>;
}

/** Reads only the token, so denials cost no SQL. */
const onlyFor = (isAllowed: (caller: Caller) => boolean, { withoutFactor = false } = {}): Rule =>
  inTurn(
    ruleBy((_parent: unknown, _args: unknown, { caller }: RequestContext) => {
      if (!caller) return unauthenticated();
      if (caller.mustAddSecondFactor && !withoutFactor) return factorMissing();
      return isAllowed(caller) || forbidden();
    }),
    rateLimitRule(
      ({ limits }) => limits.api,
      ({ caller }) => caller && countedAs(caller),
    ),
  );

/** One matching role or scope is enough. */
interface Allowance {
  roles: readonly (AdminRole | PartnerRole)[];
  scopes?: readonly Scope[];
}

type Allowed = Partial<Record<Role, Allowance>>;

const isAmong = (caller: Caller, allowed: Allowed): boolean => {
  const { roles = [], scopes = [] } = allowed[caller.role] ?? {};
  return isKey(caller)
    ? scopes.some((scope) => caller.scopes?.includes(scope))
    : roles.some((role) => caller.roles?.includes(role));
};

const allow = (allowed: Allowed): Rule => onlyFor((caller) => isAmong(caller, allowed));

const allowWithClients = (allowed: Allowance): Rule =>
  onlyFor((caller) => caller.managesClients === true && isAmong(caller, { PARTNER: allowed }));

const ADMINS = ['REVIEW', 'PARTNERS', 'FINANCE', 'ALL'] as const;
const REVIEWERS = ['REVIEW', 'ALL'] as const;
const PARTNER_MANAGERS = ['PARTNERS', 'ALL'] as const;
const PARTNER_USERS = ['OWNER', 'BILLING', 'MEMBER', 'READ_ONLY'] as const;
/** BILLING is only for money. READ_ONLY cannot change anything. */
export const CLIENT_MANAGERS = ['OWNER', 'MEMBER'] as const;

/** For services, whose checks depend on rows. */
type RolesOf = Pick<Caller, 'roles'>;
export const mayReview = ({ roles }: RolesOf): boolean => REVIEWERS.some((role) => roles?.includes(role));
export const mayManageAdmins = ({ roles }: RolesOf): boolean => roles?.includes('ALL') === true;
export const mayReadMembers = ({ roles }: RolesOf): boolean => roles?.includes('OWNER') === true;
export const mayChangeClients = ({ roles = [], managesClients }: Pick<Caller, 'roles' | 'managesClients'>): boolean =>
  managesClients === true && CLIENT_MANAGERS.some((role) => roles.includes(role));
export const mayPlanOnboarding = ({ roles = [], managesClients }: Pick<Caller, 'roles' | 'managesClients'>): boolean =>
  managesClients === true && roles.includes('OWNER');
export const mayHaveKeys = ({ roles = [] }: RolesOf): boolean =>
  [...ADMINS, ...CLIENT_MANAGERS].some((role) => roles.includes(role));

export const isSignedIn = onlyFor(() => true);
export const isUser = onlyFor((caller) => !isKey(caller));

export const isAdmin = allow({ ADMIN: { roles: ADMINS } });
export const canManageAdmins = allow({ ADMIN: { roles: ['ALL'] } });
export const canReadApplications = allow({ ADMIN: { roles: ADMINS, scopes: ['READ', 'REVIEW'] } });
export const canReview = allow({ ADMIN: { roles: REVIEWERS, scopes: ['REVIEW'] } });
export const canExport = allow({ ADMIN: { roles: REVIEWERS } });
export const canReadPartners = allow({ ADMIN: { roles: ADMINS, scopes: ['READ'] } });
export const canManagePartners = allow({ ADMIN: { roles: PARTNER_MANAGERS } });
export const canResendEmails = allow({ ADMIN: { roles: ['REVIEW', 'PARTNERS', 'ALL'] } });

export const canReadAudit = allow({
  ADMIN: { roles: ADMINS, scopes: ['READ'] },
  PARTNER: { roles: PARTNER_USERS, scopes: ['READ'] },
});
/** As canReadAudit, but only for people. */
export const canExportAudit = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: PARTNER_USERS } });
/** Terms of tiers. Users only. */
export const canReadTiers = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: PARTNER_USERS } });
export const canManageKeys = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: CLIENT_MANAGERS } });
export const canResetFactors = allow({ ADMIN: { roles: PARTNER_MANAGERS }, PARTNER: { roles: ['OWNER'] } });

export const canManageWebhooks = allow({ ADMIN: { roles: PARTNER_MANAGERS }, PARTNER: { roles: ['OWNER'] } });

/** Each purpose of a file has one of the two. */
export const canUploadFiles = allow({ ADMIN: { roles: PARTNER_MANAGERS }, PARTNER: { roles: ['OWNER'] } });
export const canReadFiles = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: ['OWNER'] } });
/** Agreements with single partners are among them. */
export const canDownloadFiles = allow({ ADMIN: { roles: PARTNER_MANAGERS } });

export const isOwner = allow({ PARTNER: { roles: ['OWNER'] } });
/** Contracts with ReachGenie, as their owner or as an admin. */
export const canReadAgreements = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: PARTNER_USERS } });

export const isPartnerUser = allow({ PARTNER: { roles: PARTNER_USERS } });

export const canReadClients = allowWithClients({ roles: PARTNER_USERS, scopes: ['READ', 'CLIENTS'] });
export const canChangeClients = allowWithClients({ roles: CLIENT_MANAGERS, scopes: ['CLIENTS'] });
export const canPlanOnboarding = allowWithClients({ roles: ['OWNER'] });
/** Users only: the audit log names the person that accessed a client account. */
export const canEnterClients = allowWithClients({ roles: CLIENT_MANAGERS });
export const canExportClients = allowWithClients({ roles: PARTNER_USERS });
/** Their own clients, or any as an admin. */
export const canRetryProvisioning = onlyFor((caller) =>
  caller.role === 'ADMIN'
    ? isAmong(caller, { ADMIN: { roles: PARTNER_MANAGERS } })
    : caller.managesClients === true && isAmong(caller, { PARTNER: { roles: CLIENT_MANAGERS, scopes: ['CLIENTS'] } }),
);
export const canSeeClientAccess = allowWithClients({ roles: PARTNER_USERS });

export const isSignedInAtAll = onlyFor(() => true, { withoutFactor: true });
export const isUserAtAll = onlyFor((caller) => !isKey(caller), { withoutFactor: true });

const factorMissing = () =>
  forbidden('Set up two-factor authentication first, with startSecondFactor.', 'SECOND_FACTOR_SETUP_REQUIRED');

const RECENT = 10 * 60;

/** Required to change credentials, because an open or stolen session is not enough. */
export const isRecent = recentIf(() => true);

export function recentIf<Args extends object>(isNeeded: (args: Args) => boolean): Rule {
  return ruleBy((_parent: unknown, args: Args, { caller }: RequestContext) => {
    return hasProvedRecently(caller) || !isNeeded(args) || confirmationMissing();
  });
}

export const hasProvedRecently = (caller: Caller | undefined): boolean =>
  (caller?.authenticatedAt ?? 0) > currentTime().getTime() / 1000 - RECENT;

export const confirmationMissing = () =>
  forbidden('Confirm your identity first, with confirmIdentity, or sign in again.', 'RECENT_SIGN_IN_REQUIRED');

const isKey = ({ credential }: Caller) => credential.startsWith('key:');

/** Throws unless each root field has one rule. Wraps no leaf fields, which would cost more than the query. */
export function protect(schema: GraphQLSchema, features: RootFieldRules[]): GraphQLSchema {
  refuseUnruled(schema, features);
  const guardsOf = (type: keyof RootFieldRules) =>
    Object.fromEntries(
      features.flatMap((rules) => Object.entries(rules[type] ?? {}).map(([field, each]) => [field, guardedBy(each)])),
    );
  const guards = { Query: guardsOf('Query'), Mutation: guardsOf('Mutation') };
  const guarded = middleware.applyMiddleware(schema, guards as IMiddlewareTypeMap);
  refuseUnwrapped(schema, guarded);
  return guarded;
}

function refuseUnruled(schema: GraphQLSchema, features: RootFieldRules[]): void {
  const ruled = features.flatMap((rules) =>
    Object.entries(rules).flatMap(([type, fields]) => Object.keys(fields ?? {}).map((field) => `${type}.${field}`)),
  );
  const twice = ruled.filter((field, index) => ruled.indexOf(field) !== index);
  if (twice.length > 0) throw new Error(`Two permission rules for ${twice.join(', ')}`);
  const unruled = [...rootFieldsOf(schema).keys()].filter((field) => !ruled.includes(field));
  if (unruled.length > 0) throw new Error(`No permission rule for ${unruled.join(', ')}`);
}

function refuseUnwrapped(schema: GraphQLSchema, guarded: GraphQLSchema): void {
  const unguarded = rootFieldsOf(schema);
  const unwrapped = [...rootFieldsOf(guarded)].filter(([field, resolve]) => resolve === unguarded.get(field));
  if (unwrapped.length > 0)
    throw new Error(`No permission check wraps ${unwrapped.map(([field]) => field).join(', ')}`);
}

function rootFieldsOf(schema: GraphQLSchema): Map<string, unknown> {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = types.flatMap((type) => Object.values(type?.getFields() ?? {}).map((field) => ({ type, field })));
  return new Map(fields.map(({ type, field }) => [`${type?.name}.${field.name}`, field.resolve]));
}
