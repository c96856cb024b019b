import { createRequire } from 'node:module';
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { IMiddlewareTypeMap } from 'graphql-middleware';
import { forbidden, unauthenticated } from './domain.error.ts';
import { inTurn, rateLimitRule } from './rate.limit.ts';
import type { Caller, RequestContext } from './request.context.ts';

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
const onlyFor = (isAllowed: (caller: Caller) => boolean): Rule =>
  inTurn(
    rule({ cache: 'no_cache' })((_parent: unknown, _args: unknown, { caller }: RequestContext) => {
      if (!caller) return unauthenticated();
      return isAllowed(caller) || forbidden();
    }),
    rateLimitRule(
      ({ limits }) => limits.api,
      ({ caller }) => caller && (isKey(caller) ? caller.credential : caller.userId),
    ),
  );

export const isSignedIn = onlyFor(() => true);
export const isAdmin = onlyFor((caller) => caller.role === 'ADMIN');
/** Any partner's user or API key. */
export const isPartner = onlyFor((caller) => caller.role === 'PARTNER');
/** A partner that may manage clients, by a user or an API key. */
export const isReseller = onlyFor((caller) => caller.managesClients === true);
/** A user of such a partner; what an API key may not do is for people. */
export const isResellerUser = onlyFor((caller) => caller.managesClients === true && !isKey(caller));
/** An owner of a partner's account. */
export const isOwner = onlyFor((caller) => caller.isOwner === true);
/** Admins, and partners for what is their own. */
export const isAdminOrPartner = isSignedIn;

const isKey = ({ credential }: Caller) => credential.startsWith('key:');

/** Wraps the root fields and nothing else: shield around every leaf field costs more than the query. */
export function protect(schema: GraphQLSchema, features: RootFieldRules[]): GraphQLSchema {
  const rules = {
    Query: Object.assign({}, ...features.map(({ Query }) => Query)),
    Mutation: Object.assign({}, ...features.map(({ Mutation }) => Mutation)),
  };
  refuseUnruled(schema, rules);
  const options = { fallbackRule: deny, fallbackError: forbidden(), allowExternalErrors: true };
  const { Query = {}, Mutation = {} } = shield(rules, options).generate(schema) as IMiddlewareTypeMap;
  return applyMiddleware(schema, { Query, Mutation });
}

function refuseUnruled(schema: GraphQLSchema, rules: Record<string, Record<string, Rule>>): void {
  for (const [typeName, ruled] of Object.entries(rules)) {
    const type = schema.getType(typeName);
    const unruled = isObjectType(type) ? Object.keys(type.getFields()).filter((field) => !ruled[field]) : [];
    if (unruled.length > 0) throw new Error(`No rule says who may call ${typeName}.${unruled.join(', ')}`);
  }
}
