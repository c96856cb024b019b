import { createRequire } from 'node:module';
import type { GraphQLResolveInfo } from 'graphql';
import { getGraphQLRateLimiter, type Store } from 'graphql-rate-limit';
import { rateLimited } from '../context/domain.error.ts';
import type { RateCounter, RateLimit } from './rate.counter.ts';
import { rateKeyOf } from './rate.identity.ts';
import type { RatePolicy } from './rate.policy.ts';
import type { RequestContext } from '../context/request.context.ts';

// Loads the same copy as permissions.ts: shield rejects rules from another one.
const require = createRequire(import.meta.url);
const { rule, deny }: typeof import('graphql-shield') = require('graphql-shield');

type Rule = ReturnType<ReturnType<typeof rule>>;
type RuleCall = Parameters<Rule['resolve']> extends [...infer Call, unknown] ? Call : never;

/** Creates a limit with the same name for each policy. */
export function rateLimits<Name extends string>(
  policies: Readonly<Record<Name, RatePolicy>>,
  counter: RateCounter,
): Readonly<Record<Name, RateLimit>> {
  const named = Object.entries<RatePolicy>(policies).map(([name, policy]) => [name, { name, policy, counter }]);
  return Object.fromEntries(named);
}

/**
 * Counts each call of a field, including refused calls, failed calls and aliases. Calls beyond the limit fail.
 * @param identify returns the counted identity, such as a network or a mailbox. Its arguments are not validated yet.
 */
export function rateLimitRule<Context = RequestContext>(
  limitOf: (context: Context) => RateLimit,
  identify: (context: Context, args: never) => unknown,
): Rule {
  const judge = async (parent: unknown, args: object, context: Context, info: GraphQLResolveInfo) => {
    try {
      const call = new CountedCall(limitOf(context), rateKeyOf(identify(context, args as never)));
      const seconds = await call.limiter({ parent, args, context, info }, VERDICT);
      return seconds === undefined || rateLimited(Number(seconds));
    } catch (error) {
      // Returned, because shield silently turns thrown errors into FORBIDDEN.
      return error instanceof Error ? error : new Error('Not counted', { cause: error });
    }
  };
  return rule({ cache: 'no_cache' })(judge);
}

/** Refuses calls once a limit is used up, without counting them. The service counts with countCall. */
export function usedUpRule<Context = RequestContext>(
  limitOf: (context: Context) => RateLimit,
  identify: (context: Context, args: never) => unknown,
): Rule {
  return rule({ cache: 'no_cache' })(async (_parent: unknown, args: object, context: Context) => {
    try {
      const { name, policy, counter } = limitOf(context);
      const { count, resetsInMs } = await counter.peek(
        name,
        rateKeyOf(identify(context, args as never)),
        policy.windowMs,
      );
      return count < policy.max || rateLimited(Math.max(1, Math.ceil(resetsInMs / 1_000)));
    } catch (error) {
      return error instanceof Error ? error : new Error('Not counted', { cause: error });
    }
  });
}

/** Counts an identity that only the service knows. Throws RATE_LIMITED. `isLast`: the window allows no further call. */
export async function countCall({ name, policy, counter }: RateLimit, who: string): Promise<{ isLast: boolean }> {
  const { count, resetsInMs } = await counter.hit(name, rateKeyOf(who), policy.windowMs);
  if (count > policy.max) throw rateLimited(Math.max(1, Math.ceil(resetsInMs / 1_000)));
  return { isLast: count === policy.max };
}

/** Like countCall, but returns false instead of failing, for answers that must not differ. */
export async function isCounted({ name, policy, counter }: RateLimit, who: string): Promise<boolean> {
  const { count } = await counter.hit(name, rateKeyOf(who), policy.windowMs);
  return count <= policy.max;
}

// The limiter expects a timestamp per call and would scan 10,000 of them for a limit of 10,000. So it gets a limit of one,
// and the store only answers whether the window is full.
const VERDICT = { max: 1, readOnly: true };
const FREE: readonly number[] = [];
const FULL: readonly number[] = [Number.POSITIVE_INFINITY];

/** One call, as the limiter's store. The read counts: with a later write, concurrent calls would all pass. */
class CountedCall implements Store {
  #resetsInMs = 0;
  readonly limiter = getGraphQLRateLimiter({
    store: this,
    identifyContext: () => this.who,
    formatError: () => String(this.retryAfterSeconds),
  });

  constructor(
    readonly limit: RateLimit,
    readonly who: string,
  ) {}

  async getForIdentity(): Promise<readonly number[]> {
    const { name, policy, counter } = this.limit;
    const { count, resetsInMs } = await counter.hit(name, this.who, policy.windowMs);
    this.#resetsInMs = resetsInMs;
    return count > policy.max ? FULL : FREE;
  }

  setForIdentity(): never {
    throw new Error('Unexpected write: the read already counted this call.');
  }

  /** At least 1, because clients retry immediately after 0. */
  get retryAfterSeconds(): number {
    return Math.max(1, Math.ceil(this.#resetsInMs / 1_000));
  }
}

/** Runs uncached rules up to the first refusal. Shield's `and` runs them all, and its `chain` fails on Node 24. */
export function inTurn(...rules: readonly Rule[]): Rule {
  return rule({ cache: 'no_cache' })(async (...call: RuleCall) => {
    for (const each of rules) {
      const verdict = await each.resolve(...call, SHIELD_OPTIONS);
      if (verdict !== true) return verdict;
    }
    return true;
  });
}

const SHIELD_OPTIONS = { debug: false, allowExternalErrors: true, fallbackRule: deny, hashFunction: () => '' };
