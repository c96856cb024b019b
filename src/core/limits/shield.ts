import { createRequire } from 'node:module';
import { isPromise } from 'graphql/jsutils/isPromise.js';
import { forbidden } from '../context/domain.error.ts';

// graphql-shield's ESM build does not load on Node 24. It rejects rules from another copy of itself, and must share one
// graphql-middleware with us.
const require = createRequire(import.meta.url);
const { rule, deny }: typeof import('graphql-shield') = require('graphql-shield');
export const middleware: typeof import('graphql-middleware') = require('graphql-middleware');

export type Rule = ReturnType<ReturnType<typeof rule>>;

type Verdict = true | Error;

/** The arguments of a resolver. Each rule knows their types. */
type Call = [parent: never, args: never, context: never, info: never];
type Decide = (...call: Call) => Verdict | Promise<Verdict>;

const OPTIONS = { debug: false, allowExternalErrors: true, fallbackRule: deny, hashFunction: () => '' };

const decisions = new WeakMap<Rule, Decide>();

/** An uncached rule, because graphql-shield's caches mix up two aliases of one field. */
export function ruleBy(decide: Decide): Rule {
  const made = rule({ cache: 'no_cache' })(decide as never);
  decisions.set(made, decide);
  return made;
}

/** A rule's verdict. Shield always makes promises, about ten for a field, so our own rules do without. */
function verdictOf(each: Rule, call: Call): Verdict | Promise<Verdict> {
  const decide = decisions.get(each);
  if (decide) return decide(...call);
  return each.resolve(...call, OPTIONS).then(orForbidden);
}

/** Runs rules up to the first refusal. Shield's `and` runs them all, and its `chain` fails on Node 24. */
export const inTurn = (...rules: readonly Rule[]): Rule => ruleBy((...call) => verdictFrom(0, rules, call));

function verdictFrom(first: number, rules: readonly Rule[], call: Call): Verdict | Promise<Verdict> {
  for (const [index, each] of rules.entries()) {
    if (index < first) continue;
    const verdict = verdictOf(each, call);
    if (isPromise(verdict)) {
      return verdict.then((later) => (later === true ? verdictFrom(index + 1, rules, call) : later));
    }
    if (verdict !== true) return verdict;
  }
  return true;
}

/** Lets a resolver run if its rule allows the call. A rule that throws denies it. */
export function guardedBy(each: Rule) {
  return (resolve: () => unknown, ...call: Call): unknown => {
    try {
      const verdict = verdictOf(each, call);
      if (isPromise(verdict))
        return verdict.catch(forbidden).then((later) => (later === true ? resolve() : orForbidden(later)));
      if (verdict !== true) return orForbidden(verdict);
    } catch {
      return forbidden();
    }
    return resolve();
  };
}

const orForbidden = (verdict: unknown): Verdict =>
  verdict === true || verdict instanceof Error ? verdict : forbidden();
