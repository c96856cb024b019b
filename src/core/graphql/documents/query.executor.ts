import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import {
  execute,
  getOperationAST,
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { inSpan } from '../../telemetry/spans.ts';
import { currentWork, type Work } from '../../telemetry/work.ts';
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
  /** Undefined: `currentWork`. */
  work?: Work;
}

export type Executor = (call: Call, context: unknown) => Promise<ExecutionResult>;

/** Plans live as long as their documents. graphql-js runs the operations without a plan. */
export function plannedExecution(schema: GraphQLSchema): Executor {
  const known = new WeakMap<OperationDefinitionNode, Known>();
  const lookUp = ({ document, operation }: Call): Known => {
    const found = known.get(operation) ?? {
      plan: planOf(schema, document, operation),
      name: rootFieldOf(document, operation.selectionSet),
    };
    known.set(operation, found);
    return found;
  };

  return (call, context) => {
    const { plan, name } = lookUp(call);
    const work = call.work ?? currentWork.getStore();
    if (work) work.operation = name;
    const { operation: type } = call.operation;
    if (!work?.span) return run(call, plan, context);
    return inSpan(`${type} ${name}`, { 'graphql.operation.type': type }, () => run(call, plan, context));
  };

  async function run(
    { document, operation, variables = {} }: Call,
    plan: QueryPlan | undefined,
    context: unknown,
  ): Promise<ExecutionResult> {
    const values = variableValues(schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return { errors: values.errors };
    const { coerced } = values;
    const operationName = operation.name?.value;
    const result = plan
      ? await runPlan(plan, context, coerced)
      : await execute({ schema, document, contextValue: context, variableValues: variables, operationName });
    return result.errors ? { ...result, errors: ofArguments(result.errors, document) } : result;
  }
}

interface Known {
  plan: QueryPlan | undefined;
  name: string;
}

/** The first field of an operation. Operators know operations by it, because a client can choose any name. */
function rootFieldOf(document: DocumentNode, { selections: [first] }: SelectionSetNode): string {
  if (first?.kind === Kind.FIELD) return first.name.value;
  if (first?.kind === Kind.INLINE_FRAGMENT) return rootFieldOf(document, first.selectionSet);
  const isSpread = (each: DefinitionNode): each is FragmentDefinitionNode =>
    each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === first?.name.value;
  const fragment = document.definitions.find(isSpread);
  return fragment ? rootFieldOf(document, fragment.selectionSet) : '';
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
