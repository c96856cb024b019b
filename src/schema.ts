import type { GraphQLSchema } from 'graphql';
import { buildSchema, type BuildSchemaOptions } from 'type-graphql';
import { registerActions } from './audit/audit.actions.ts';
import { registerClientConditions } from './clients/client.conditions.ts';
import { validateArgument } from './core/graphql/argument.validation.ts';
import { protect } from './core/graphql/permissions.ts';
import { allOf, features } from './features.ts';
import { registerFirstSteps } from './onboarding/first-steps/first-step.types.ts';
import { registerFacts } from './onboarding/onboarding.facts.ts';
import { registerTierMetrics } from './tiers/tier.metrics.ts';

export const entities = allOf((feature) => feature.entities);

/** The permissions of every root field, printed by permissions.print.ts. */
export const rules = allOf((feature) => feature.rules);

for (const { auditActions = {}, clientConditions = {} } of features) {
  registerActions(auditActions);
  registerClientConditions(clientConditions);
}
registerFacts(allOf((feature) => feature.onboardingFacts));
registerTierMetrics(allOf((feature) => feature.tierMetrics));
registerFirstSteps(allOf((feature) => feature.firstSteps));

/** Builds the schema of all features with their permissions. Throws if a root field has no rule. */
export async function createSchema(): Promise<GraphQLSchema> {
  const resolvers = allOf((feature) => feature.resolvers) as unknown as BuildSchemaOptions['resolvers'];
  const schema = await buildSchema({ resolvers, validateFn: validateArgument });
  return protect(schema, rules);
}
