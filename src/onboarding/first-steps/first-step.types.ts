import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { RawBuilder } from 'kysely';
import type { Caller } from '../../core/context/request.context.ts';
import type { Reader } from '../../core/database/reader.ts';

/** A first step of a partner's user. Facts tick it; nothing is stored. */
export interface FirstStep {
  /** Value of the enum, such as `SECOND_FACTOR`. */
  key: string;
  /** For the schema. */
  description: string;
  /** Whether the user can take the step. */
  isFor: (caller: Caller) => boolean;
  /** A condition, without a table: `exists (…)`. All steps are one statement. */
  isDone: (reader: Reader, caller: Caller) => RawBuilder<unknown>;
  /** A condition without which the step is left out. Default: none. */
  isShown?: (reader: Reader, caller: Caller) => RawBuilder<unknown>;
}

/** The GraphQL enum. `registerFirstSteps` fills it. */
const FirstStepEnum: Record<string, string> = {};

const descriptions: Record<string, { description: string }> = {};

registerEnumType(FirstStepEnum, {
  name: 'GettingStartedStepKey',
  description: "A first step of a partner's user. Later versions can add steps.",
  valuesConfig: descriptions,
});

const steps: FirstStep[] = [];

/** Adds the steps of a feature. Must run before the schema is built. */
export function registerFirstSteps(added: readonly FirstStep[]): void {
  for (const step of added) {
    if (step.key in FirstStepEnum) throw new Error(`Two features register the first step ${step.key}.`);
    FirstStepEnum[step.key] = step.key;
    descriptions[step.key] = { description: step.description };
    steps.push(step);
  }
}

/** In the order of the features. */
export const firstSteps = (): readonly FirstStep[] => steps;

@ObjectType({ simpleResolvers: true, description: "A first step of a partner's user." })
export class GettingStartedStep {
  @Field(() => FirstStepEnum, { description: 'The step.' })
  key!: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  isDone!: boolean;
}
