import type { GraphQLResolveInfo } from 'graphql';
import { isPromise } from 'graphql/jsutils/isPromise.js';
import { getGraphQLRateLimiter } from 'graphql-rate-limit';
import { rateLimited } from '../context/domain.error.ts';
import { limitedCalls } from '../telemetry/metrics.ts';
import type { RateCounter, RateLimit } from './rate.counter.ts';
import { rateKeyOf } from './rate.identity.ts';
import type { RatePolicy } from './rate.policy.ts';
import { ruleBy, type Rule } from './shield.ts';
import type { RequestContext } from '../context/request.context.ts';

/** Creates a limit with the same name for each policy. */
export function rateLimits<Name extends string>(
  policies: Readonly<Record<Name, RatePolicy>>,
  counter: RateCounter,
): Readonly<Record<Name, RateLimit>> {
  const named = Object.entries<RatePolicy>(policies).map(([name, policy]) => [name, { name, policy, counter }]);
  return Object.fromEntries(named);
}

/** Whether a number of calls is within a limit. Counts calls beyond it. */
function isWithin({ name, policy }: RateLimit, calls: number): boolean {
  if (calls <= policy.max) return true;
  limitedCalls.inc({ limit: name });
  return false;
}

type Judge = (limit: RateLimit, who: string, call: LimitedCall) => true | Error | Promise<true | Error>;

interface LimitedCall {
  parent: unknown;
  args: object;
  context: unknown;
  info: GraphQLResolveInfo;
}

/**
 * Returns errors, because thrown ones become FORBIDDEN. `identify` returns the counted identity, such as a network or a
 * mailbox. Its arguments are not validated yet.
 */
const ruleOf =
  (judge: Judge) =>
  <Context = RequestContext>(
    limitOf: (context: Context) => RateLimit,
    identify: (context: Context, args: never) => unknown,
  ): Rule =>
    ruleBy((parent: unknown, args: object, context: Context, info: GraphQLResolveInfo) => {
      try {
        const who = rateKeyOf(identify(context, args as never));
        const verdict = judge(limitOf(context), who, { parent, args, context, info });
        return isPromise(verdict) ? verdict.catch(asError) : verdict;
      } catch (error) {
        return asError(error);
      }
    });

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error('Not counted', { cause }));

/**
 * Counts each call of a field, including refused calls, failed calls and aliases. Calls beyond the limit fail.
 *
 * graphql-rate-limit reads the earlier calls and then writes, so simultaneous calls would all pass. Its store here counts
 * when it is read, and returns one endless call if the window is full: thousands of timestamps would be slow.
 */
export const rateLimitRule = ruleOf(async (limit, who, call) => {
  const { name, policy, counter } = limit;
  let resetsInMs = 0;
  const getForIdentity = async () => {
    const counted = await counter.hit(name, who, policy.windowMs);
    ({ resetsInMs } = counted);
    return isWithin(limit, counted.count) ? [] : [Number.POSITIVE_INFINITY];
  };
  const store = { getForIdentity, setForIdentity: () => undefined };
  const limiter = getGraphQLRateLimiter({ store, identifyContext: () => who });
  const refusal = await limiter(call, { max: 1, readOnly: true });
  return refusal === undefined || rateLimited(resetsInMs);
});

/** Refuses calls once a limit is used up, without counting them. The service counts with countCall. */
export const usedUpRule = ruleOf(async (limit, who) => {
  const { count, resetsInMs } = await limit.counter.peek(limit.name, who);
  return isWithin(limit, count + 1) || rateLimited(resetsInMs);
});

/** Counts an identity that only the service knows. Throws RATE_LIMITED. `isLast`: the window allows no further call. */
export async function countCall(limit: RateLimit, who: string): Promise<{ isLast: boolean }> {
  const { name, policy, counter } = limit;
  const { count, resetsInMs } = await counter.hit(name, rateKeyOf(who), policy.windowMs);
  if (!isWithin(limit, count)) throw rateLimited(resetsInMs);
  return { isLast: count === policy.max };
}

/** Like countCall, but returns false instead of failing, for answers that must not differ. */
export async function isCounted(limit: RateLimit, who: string): Promise<boolean> {
  const { count } = await limit.counter.hit(limit.name, rateKeyOf(who), limit.policy.windowMs);
  return isWithin(limit, count);
}
