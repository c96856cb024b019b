import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import {
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Request = Parameters<NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>>[0];

/** A document is compiled when it comes for the third time: who sends ever new ones shall not keep the compiler busy. */
const WORTH_COMPILING = 3;

interface Known {
  times: number;
  /** Undefined until it is worth it, and for what graphql-jit cannot compile. */
  compiled?: CompiledQuery | undefined;
  /** What it says of variables that may be left out but not be null, `$page: Int! = 1`: graphql-jit would refuse it. */
  defaults?: Record<string, unknown>;
}

function defaultsOf({ document, request }: Request): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  const { variableDefinitions = [] } = getOperationAST(document, request.operationName) ?? {};
  for (const { variable, type, defaultValue } of variableDefinitions) {
    if (defaultValue && type.kind === Kind.NON_NULL_TYPE)
      defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}

/** graphql-jit has an error class of its own, in which nothing can be changed later on, as Apollo does. */
const asOwn = ({ message, path, originalError, locations }: GraphQLError): GraphQLError =>
  Object.assign(new GraphQLError(message, { path, originalError }), { locations });

/**
 * Apollo executes by way of what it calls a gateway: here graphql-jit, which makes a function of each document. It answers as
 * graphql-js does, but for its messages about wrong variables: those that a client sees come from graphql-js, as its error codes
 * are made of them.
 */
export function compiledExecution(schema: GraphQLSchema): Gateway {
  /** By document, of which Apollo keeps the ones that come often; then by the operation's name. */
  const known = new WeakMap<DocumentNode, Map<string, Known>>();

  const compiledFor = (asked: Request): Known => {
    const { document, request } = asked;
    const name = request.operationName ?? '';
    let operations = known.get(document);
    if (!operations) known.set(document, (operations = new Map()));
    let operation = operations.get(name);
    if (!operation) operations.set(name, (operation = { times: 0 }));
    if (++operation.times === WORTH_COMPILING) {
      const compiled = compileQuery(schema, document, request.operationName ?? undefined);
      if (isCompiledQuery(compiled)) Object.assign(operation, { compiled, defaults: defaultsOf(asked) });
    }
    return operation;
  };

  const executor = async (request: Request): Promise<ExecutionResult> => {
    const { document, context } = request;
    const { operationName, variables } = request.request;
    const { compiled, defaults } = compiledFor(request);
    const result = await compiled?.query(undefined, context, { ...defaults, ...variables });
    // Without `data` nothing has run: the variables were refused.
    if (result?.data === undefined) {
      return execute({ schema, document, contextValue: context, variableValues: variables, operationName });
    }
    return result.errors ? { ...result, errors: result.errors.map(asOwn) } : result;
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
