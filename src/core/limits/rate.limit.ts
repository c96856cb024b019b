import { isPromise } from 'graphql/jsutils/isPromise.js';
import { rateLimited } from '../context/domain.error.ts';
import type { Counted, RateCounter, RateLimit } from './rate.counter.ts';
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

type Judge = (limit: RateLimit, who: string) => true | Error | Promise<true | Error>;

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
    ruleBy((_parent: unknown, args: object, context: Context) => {
      try {
        const verdict = judge(limitOf(context), rateKeyOf(identify(context, args as never)));
        return isPromise(verdict) ? verdict.catch(asError) : verdict;
      } catch (error) {
        return asError(error);
      }
    });

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error('Not counted', { cause }));

/** Counts each call of a field, including refused calls, failed calls and aliases. Calls beyond the limit fail. */
export const rateLimitRule = ruleOf(({ name, policy, counter }, who) =>
  judged(counter.hit(name, who, policy.windowMs), ({ count }) => count <= policy.max),
);

/** Refuses calls once a limit is used up, without counting them. The service counts with countCall. */
export const usedUpRule = ruleOf(({ name, policy, counter }, who) =>
  judged(counter.peek(name, who), ({ count }) => count < policy.max),
);

function judged(counted: Counted | Promise<Counted>, isAllowed: (counted: Counted) => boolean): ReturnType<Judge> {
  const verdictOn = (call: Counted) => isAllowed(call) || rateLimited(call.resetsInMs);
  return isPromise(counted) ? counted.then(verdictOn) : verdictOn(counted);
}

/** Counts an identity that only the service knows. Throws RATE_LIMITED. `isLast`: the window allows no further call. */
export async function countCall({ name, policy, counter }: RateLimit, who: string): Promise<{ isLast: boolean }> {
  const { count, resetsInMs } = await counter.hit(name, rateKeyOf(who), policy.windowMs);
  if (count > policy.max) throw rateLimited(resetsInMs);
  return { isLast: count === policy.max };
}

/** Like countCall, but returns false instead of failing, for answers that must not differ. */
export async function isCounted({ name, policy, counter }: RateLimit, who: string): Promise<boolean> {
  const { count } = await counter.hit(name, rateKeyOf(who), policy.windowMs);
  return count <= policy.max;
}
