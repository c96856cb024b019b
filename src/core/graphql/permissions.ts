import { createRequire } from 'node:module';
import type { GraphQLSchema } from 'graphql';
import type { IMiddlewareTypeMap } from 'graphql-middleware';
import { forbidden, unauthenticated } from '../context/domain.error.ts';
import { countedAs } from '../limits/rate.identity.ts';
import { inTurn, rateLimitRule } from '../limits/rate.limit.ts';
import type { AdminRole, Caller, PartnerRole, RequestContext, Role, Scope } from '../context/request.context.ts';

// The ESM build of graphql-shield does not load on Node 24, and it must share one graphql-middleware with us.
const require = createRequire(import.meta.url);
const { shield, rule, deny }: typeof import('graphql-shield') = require('graphql-shield');
const { applyMiddleware }: typeof import('graphql-middleware') = require('graphql-middleware');

type Rule = ReturnType<ReturnType<typeof rule>>;

/** Who may call each root field of a feature. */
export interface RootFieldRules {
  Query?: Record<string, Rule>;
  Mutation?: Record<string, Rule>;
}

/**
 * The caller must be signed in and of the right kind, and not too busy. A rule looks at the verified token alone, so that a
 * denial costs no SQL. Never cached: shield's caches do not tell two aliases of one field apart.
 */
const onlyFor = (isAllowed: (caller: Caller) => boolean, { withoutFactor = false } = {}): Rule =>
  inTurn(
    rule({ cache: 'no_cache' })((_parent: unknown, _args: unknown, { caller }: RequestContext) => {
      if (!caller) return unauthenticated();
      if (caller.mustAddSecondFactor && !withoutFactor) return factorMissing();
      return isAllowed(caller) || forbidden();
    }),
    rateLimitRule(
      ({ limits }) => limits.api,
      ({ caller }) => caller && countedAs(caller),
    ),
  );

/** Roles of users and scopes of API keys; one of either is enough. Left out: nobody. */
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

/** Only for partners that may manage clients. */
const allowWithClients = (allowed: Allowance): Rule =>
  onlyFor((caller) => caller.managesClients === true && isAmong(caller, { PARTNER: allowed }));

const ADMINS = ['REVIEW', 'PARTNERS', 'FINANCE', 'ALL'] as const;
const REVIEWERS = ['REVIEW', 'ALL'] as const;
const PARTNER_MANAGERS = ['PARTNERS', 'ALL'] as const;
const PARTNER_USERS = ['OWNER', 'BILLING', 'MEMBER', 'READ_ONLY'] as const;
/** BILLING is for money, READ_ONLY for nothing. */
export const CLIENT_MANAGERS = ['OWNER', 'MEMBER'] as const;

/** For a service that learns later whose roles count, or which rows a call is about. */
type RolesOf = Pick<Caller, 'roles'>;
export const mayReview = ({ roles }: RolesOf): boolean => REVIEWERS.some((role) => roles?.includes(role));
export const mayManageAdmins = ({ roles }: RolesOf): boolean => roles?.includes('ALL') === true;
/** Whether a user in these roles may have API keys at all. */
export const mayHaveKeys = ({ roles = [] }: RolesOf): boolean =>
  [...ADMINS, ...CLIENT_MANAGERS].some((role) => roles.includes(role));

/** Every caller, for what is its own. */
export const isSignedIn = onlyFor(() => true);
/** A person; an API key has no session. */
export const isUser = onlyFor((caller) => !isKey(caller));

export const isAdmin = allow({ ADMIN: { roles: ADMINS } });
export const canManageAdmins = allow({ ADMIN: { roles: ['ALL'] } });
export const canReadApplications = allow({ ADMIN: { roles: ADMINS, scopes: ['READ', 'REVIEW'] } });
export const canReview = allow({ ADMIN: { roles: REVIEWERS, scopes: ['REVIEW'] } });
/** A reviewer in person: a file with all applicants is not for programs. */
export const canExport = allow({ ADMIN: { roles: REVIEWERS } });
export const canReadPartners = allow({ ADMIN: { roles: ADMINS, scopes: ['READ'] } });
export const canManagePartners = allow({ ADMIN: { roles: PARTNER_MANAGERS } });
export const canResendEmails = allow({ ADMIN: { roles: ['REVIEW', 'PARTNERS', 'ALL'] } });

export const canReadAudit = allow({
  ADMIN: { roles: ADMINS, scopes: ['READ'] },
  PARTNER: { roles: PARTNER_USERS, scopes: ['READ'] },
});
export const canManageKeys = allow({ ADMIN: { roles: ADMINS }, PARTNER: { roles: CLIENT_MANAGERS } });
export const canResetFactors = allow({ ADMIN: { roles: PARTNER_MANAGERS }, PARTNER: { roles: ['OWNER'] } });

export const isOwner = allow({ PARTNER: { roles: ['OWNER'] } });

export const canReadClients = allowWithClients({ roles: PARTNER_USERS, scopes: ['READ', 'CLIENTS'] });
export const canChangeClients = allowWithClients({ roles: CLIENT_MANAGERS, scopes: ['CLIENTS'] });
/** A person only: the audit trail names who was in a client's account. */
export const canEnterClients = allowWithClients({ roles: CLIENT_MANAGERS });
export const canSeeClientAccess = allowWithClients({ roles: PARTNER_USERS });

/** Also an admin who has to add a second factor before anything else. */
export const isSignedInAtAll = onlyFor(() => true, { withoutFactor: true });
export const isUserAtAll = onlyFor((caller) => !isKey(caller), { withoutFactor: true });

const factorMissing = () =>
  forbidden('Add a second factor to your account first: startSecondFactor.', 'SECOND_FACTOR_SETUP_REQUIRED');

/** Seconds for which a sign-in, or a confirmation of it, counts as recent. */
const RECENT = 10 * 60;

/** Credentials are changed only shortly after the user proved who it is: a session left open, or stolen, is not enough. */
export const isRecent = recentIf(() => true);

/** The same for calls with certain arguments only. */
export function recentIf<Args extends object>(isNeeded: (args: Args) => boolean): Rule {
  return rule({ cache: 'no_cache' })((_parent: unknown, args: Args, { caller }: RequestContext) => {
    return hasProvedRecently(caller) || !isNeeded(args) || confirmationMissing();
  });
}

/** For a service that knows only later whether a proof is needed: throw `confirmationMissing()`. */
export const hasProvedRecently = (caller: Caller | undefined): boolean =>
  (caller?.authenticatedAt ?? 0) > Date.now() / 1000 - RECENT;

export const confirmationMissing = () =>
  forbidden('Confirm that it is you first: confirmIdentity, or sign in again.', 'RECENT_SIGN_IN_REQUIRED');

const isKey = ({ credential }: Caller) => credential.startsWith('key:');

/**
 * Wraps the root fields and nothing else: shield around every leaf field costs more than the query.
 * @throws Error where a root field has no rule or two, a rule has no root field, or a root field came out unwrapped
 */
export function protect(schema: GraphQLSchema, features: RootFieldRules[]): GraphQLSchema {
  const rules = {
    Query: Object.assign({}, ...features.map(({ Query }) => Query)),
    Mutation: Object.assign({}, ...features.map(({ Mutation }) => Mutation)),
  };
  refuseUnruled(schema, features);
  const options = { fallbackRule: deny, fallbackError: forbidden(), allowExternalErrors: true };
  const { Query = {}, Mutation = {} } = shield(rules, options).generate(schema) as IMiddlewareTypeMap;
  const guarded = applyMiddleware(schema, { Query, Mutation });
  refuseUnwrapped(schema, guarded);
  return guarded;
}

function refuseUnruled(schema: GraphQLSchema, features: RootFieldRules[]): void {
  const ruled = features.flatMap((rules) =>
    Object.entries(rules).flatMap(([type, fields]) => Object.keys(fields ?? {}).map((field) => `${type}.${field}`)),
  );
  const twice = ruled.filter((field, index) => ruled.indexOf(field) !== index);
  if (twice.length > 0) throw new Error(`Two rules say who may call ${twice.join(', ')}`);
  const unruled = [...rootFieldsOf(schema).keys()].filter((field) => !ruled.includes(field));
  if (unruled.length > 0) throw new Error(`No rule says who may call ${unruled.join(', ')}`);
}

/** Two libraries do the wrapping: that they did is not taken on trust. */
function refuseUnwrapped(schema: GraphQLSchema, guarded: GraphQLSchema): void {
  const unguarded = rootFieldsOf(schema);
  const unwrapped = [...rootFieldsOf(guarded)].filter(([field, resolve]) => resolve === unguarded.get(field));
  if (unwrapped.length > 0) throw new Error(`Nothing guards ${unwrapped.map(([field]) => field).join(', ')}`);
}

/** What resolves each root field, a Subscription's too, by names such as `Query.viewer`. */
function rootFieldsOf(schema: GraphQLSchema): Map<string, unknown> {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = types.flatMap((type) => Object.values(type?.getFields() ?? {}).map((field) => ({ type, field })));
  return new Map(fields.map(({ type, field }) => [`${type?.name}.${field.name}`, field.resolve]));
}
