import { registerEnumType } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Reader } from '../core/database/reader.ts';

/** Something that the product itself knows of a client. It ticks a step of the onboarding. */
export interface OnboardingFact {
  /** Value of the enum, such as `FIRST_ACCESS`. */
  key: string;
  /** The title of its step, in English. Pages have their own. */
  title: string;
  /** For the schema. */
  description: string;
  /** Whether this system can know it. Default: always. */
  isKnown?: (ctx: Pick<RequestContext, 'config'>) => boolean;
  /** When it became true, by client, in one statement for all. Leaves out clients of which it is not true yet. */
  read: (reader: Reader, clientIds: readonly string[]) => Promise<ReadonlyMap<string, Date | string>>;
}

/** The GraphQL enum. `registerFacts` fills it. */
export const OnboardingFactEnum: Record<string, string> = {};

const descriptions: Record<string, { description: string }> = {};

registerEnumType(OnboardingFactEnum, {
  name: 'OnboardingFact',
  description: 'What the product itself knows of a client. Later versions can add facts.',
  valuesConfig: descriptions,
});

const facts: OnboardingFact[] = [];

/** Adds the facts of a feature, which come first in each onboarding. Must run before the schema is built. */
export function registerFacts(added: readonly OnboardingFact[]): void {
  for (const fact of added) {
    if (fact.key in OnboardingFactEnum) throw new Error(`Two features register the fact ${fact.key}.`);
    OnboardingFactEnum[fact.key] = fact.key;
    descriptions[fact.key] = { description: fact.description };
    facts.push(fact);
  }
}

/** Those that this system can know, in the order of the features. */
export const onboardingFacts = (ctx: Pick<RequestContext, 'config'>): readonly OnboardingFact[] =>
  facts.filter(({ isKnown }) => isKnown?.(ctx) ?? true);
