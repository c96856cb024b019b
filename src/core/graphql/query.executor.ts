import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { execute, getOperationAST, getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { hasTooManyFields, ofArguments, ofVariables, tooManyFields } from './input.problems.ts';
import { runPlan } from './plan.runner.ts';
import { planOf, type QueryPlan } from './query.plan.ts';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** As graphql-js has it: more wrong variables than that are not told. */
const MAX_WRONG = 50;

/**
 * Apollo executes by way of what it calls a gateway. Each operation is planned when it first comes; its plan lives as long as its
 * document does, see `document.store.ts`. The answer is graphql-js's: what no plan can say is left to graphql-js itself.
 */
export function plannedExecution(schema: GraphQLSchema): Gateway {
  const plans = new WeakMap<OperationDefinitionNode, { plan: QueryPlan | undefined }>();

  const executor: Executor = async ({ document, context, request }) => {
    const { operationName } = request;
    const variables = request.variables ?? {};
    const operation = getOperationAST(document, operationName);
    if (!operation) return execute({ schema, document, operationName }); // says which one is missing
    let known = plans.get(operation);
    if (!known) plans.set(operation, (known = { plan: planOf(schema, document, operation) }));
    if (hasTooManyFields(variables)) return { errors: [tooManyFields()] };
    const definitions = operation.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, variables, { maxErrors: MAX_WRONG });
    if (errors) return { errors: ofVariables(errors, schema, variables) };
    const result = known.plan
      ? await runPlan(known.plan, context, coerced)
      : await execute({ schema, document, contextValue: context, variableValues: variables, operationName });
    return result.errors ? { ...result, errors: ofArguments(result.errors, document) } : result;
  };
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}
