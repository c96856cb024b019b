import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import {
  execute,
  getOperationAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ofArguments } from '../input.problems.ts';
import { runPlan } from './plan.runner.ts';
import { planOf, type QueryPlan } from './query.plan.ts';
import { variableValues } from './variable.values.ts';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** One operation of a valid document. */
export interface Call {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown> | undefined;
}

export type Executor = (call: Call, context: unknown) => Promise<ExecutionResult>;

/** Plans live as long as their documents. graphql-js runs the operations without a plan. */
export function plannedExecution(schema: GraphQLSchema): Executor {
  const plans = new WeakMap<OperationDefinitionNode, QueryPlan | undefined>();

  return async ({ document, operation, variables = {} }, context) => {
    if (!plans.has(operation)) plans.set(operation, planOf(schema, document, operation));
    const plan = plans.get(operation);
    const values = variableValues(schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return { errors: values.errors };
    const { coerced } = values;
    const operationName = operation.name?.value;
    const result = plan
      ? await runPlan(plan, context, coerced)
      : await execute({ schema, document, contextValue: context, variableValues: variables, operationName });
    return result.errors ? { ...result, errors: ofArguments(result.errors, document) } : result;
  };
}

/** Apollo lets a gateway replace execution. */
export function gatewayOf(schema: GraphQLSchema, executor: Executor): Gateway {
  return {
    load: async () => ({
      executor: async ({ document, context, request: { operationName, variables } }) => {
        const operation = getOperationAST(document, operationName);
        if (!operation) return execute({ schema, document, operationName }); // returns graphql-js's error
        return executor({ document, operation, variables }, context);
      },
    }),
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}
