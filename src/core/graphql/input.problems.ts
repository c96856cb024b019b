import { BREAK, GraphQLError, isValueNode, visit, type DocumentNode, type ValueNode } from 'graphql';
import { invalidInput, type DomainError } from '../context/domain.error.ts';

export const UNLIKE_SCHEMA = 'is missing or has the wrong type';

/** Adds the argument to runtime errors: graphql-js locates them at a value only if a variable caused them. */
export function ofArguments(errors: readonly GraphQLError[], document: DocumentNode): GraphQLError[] {
  return errors.map((error) => {
    const [node] = error.nodes ?? [];
    const path = node && isValueNode(node) ? argumentOf(document, node) : undefined;
    return path === undefined
      ? error
      : withCause(error, invalidInput([{ path, message: UNLIKE_SCHEMA, rule: 'TYPE' }]));
  });
}

const withCause = ({ message, nodes, path }: GraphQLError, originalError: DomainError) =>
  new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, originalError });

function argumentOf(document: DocumentNode, value: ValueNode): string | undefined {
  let found: string | undefined;
  visit(document, {
    Argument: (argument) => {
      if (argument.value !== value) return undefined;
      found = argument.name.value;
      return BREAK;
    },
  });
  return found;
}
