import { BREAK, GraphQLError, isValueNode, visit, type DocumentNode, type ValueNode } from 'graphql';
import { invalidInput, type DomainError } from '../context/domain.error.ts';

export const UNLIKE_SCHEMA = 'is missing, or not of the type that the schema asks for';

/**
 * Errors while the document runs, those about arguments with their place as the cause. graphql-js locates an error at a value only
 * if a variable left an argument without a valid one; all others are located at fields.
 */
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
