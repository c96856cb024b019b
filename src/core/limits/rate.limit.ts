import { createRequire } from 'node:module';
import type { GraphQLResolveInfo } from 'graphql';
import { getGraphQLRateLimiter, type Store } from 'graphql-rate-limit';
import { rateLimited } from '../context/domain.error.ts';
import type { RateCounter, RateLimit } from './rate.counter.ts';
import { rateKeyOf } from './rate.identity.ts';
import type { RatePolicy } from './rate.policy.ts';
import type { RequestContext } from '../context/request.context.ts';

// The copy that permissions.ts loads: shield takes rules of no other.
const require = createRequire(import.meta.url);
const { rule, deny }: typeof import('graphql-shield') = require('graphql-shield');

type Rule = ReturnType<ReturnType<typeof rule>>;
type RuleCall = Parameters<Rule['resolve']> extends [...infer Call, unknown] ? Call : never;

/** One limit for each policy, named as the policy is. */
export function rateLimits<Name extends string>(
  policies: Readonly<Record<Name, RatePolicy>>,
  counter: RateCounter,
): Readonly<Record<Name, RateLimit>> {
  const named = Object.entries<RatePolicy>(policies).map(([name, policy]) => [name, { name, policy, counter }]);
  return Object.fromEntries(named);
}

/**
 * Counts each call of a field, and refuses those beyond the limit as RATE_LIMITED with the seconds until the window
 * ends. Refused calls and those that fail later count as well; an alias is a call of its own.
 * @param identify who is counted, such as a network (networkOf) or a mailbox (mailboxOf). It declares which arguments
 * it reads; GraphQL has checked their types, and nobody what is in them.
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
      // Returned: of what a rule throws shield makes FORBIDDEN, and nobody hears of it.
      return error instanceof Error ? error : new Error('Not counted', { cause: error });
    }
  };
  return rule({ cache: 'no_cache' })(judge);
}

/** Refuses calls once a limit is used up, and counts nothing: a service counts what happened (countCall). */
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

/**
 * Counts what only a service knows, such as a mailbox that is found by an id, as a rule would count it.
 * @returns whether it is the last call that the window allows
 * @throws DomainError RATE_LIMITED with the seconds until the window ends
 */
export async function countCall({ name, policy, counter }: RateLimit, who: string): Promise<{ isLast: boolean }> {
  const { count, resetsInMs } = await counter.hit(name, rateKeyOf(who), policy.windowMs);
  if (count > policy.max) throw rateLimited(Math.max(1, Math.ceil(resetsInMs / 1_000)));
  return { isLast: count === policy.max };
}

/** Counts in the same way, but tells whether the call is allowed, for answers that must not differ. */
export async function isCounted({ name, policy, counter }: RateLimit, who: string): Promise<boolean> {
  const { count } = await counter.hit(name, rateKeyOf(who), policy.windowMs);
  return count <= policy.max;
}

// The store says whether the window is full, not when each call was: a limit of 10,000 would be 10,000 timestamps to
// look through at each refusal, when there is least time for it. So the limiter is told a limit of one, and to write
// nothing.
const VERDICT = { max: 1, readOnly: true };
const FREE: readonly number[] = [];
const FULL: readonly number[] = [Number.POSITIVE_INFINITY];

/**
 * One call, as the limiter's store. The limiter reads and then writes, so that calls at one instant would all pass: here
 * reading is what counts, in one step.
 */
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
    throw new Error('A call is counted when it is looked up.');
  }

  /** At least one: told 0, a client would ask again at once. */
  get retryAfterSeconds(): number {
    return Math.max(1, Math.ceil(this.#resetsInMs / 1_000));
  }
}

/**
 * Asks one rule after the other, up to the first that refuses: what is refused for one reason is not counted for the
 * next. Shield's `and` asks all at once; its `chain` does not run on Node 24. The rules must be uncached.
 */
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
