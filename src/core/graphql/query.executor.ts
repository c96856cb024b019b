import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { execute, getOperationAST, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { ofArguments } from './input.problems.ts';
import { runPlan } from './plan.runner.ts';
import { planOf, type QueryPlan } from './query.plan.ts';
import { variableValues } from './variable.values.ts';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** Apollo lets a gateway replace execution. Plans live as long as their documents; graphql-js runs what has no plan. */
export function plannedExecution(schema: GraphQLSchema): Gateway {
  const plans = new WeakMap<OperationDefinitionNode, { plan: QueryPlan | undefined }>();

  const executor: Executor = async ({ document, context, request }) => {
    const { operationName } = request;
    const variables = request.variables ?? {};
    const operation = getOperationAST(document, operationName);
    if (!operation) return execute({ schema, document, operationName }); // returns graphql-js's error
    let known = plans.get(operation);
    if (!known) plans.set(operation, (known = { plan: planOf(schema, document, operation) }));
    const values = variableValues(schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return { errors: values.errors };
    const { coerced } = values;
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
