import { hash } from 'node:crypto';
import { Kind, OperationTypeNode, parse, type DocumentNode, type SelectionSetNode } from 'graphql';

/** A document beyond these is refused before it is validated: validation compares fields with each other. */
const LIMITS = { depth: 20, fields: 400, fieldsOfSchema: 2_000, sameField: 100, directives: 50 };

/** Names, punctuation marks and values in a document: the parser itself stops there. The longest of our documents has a tenth of that. */
export const MAX_TOKENS = 2_000;

/**
 * These set the session's cookie or cost a password hash: once in a document, however it names them. That also keeps a
 * hundred guesses out of one request.
 */
const ONCE = new Set([
  'signIn',
  'signInWithIdentity',
  'refreshSession',
  'acceptInvitation',
  'resetPassword',
  'changePassword',
  'confirmIdentity',
]);

const SCHEMA_FIELDS = new Set(['__schema', '__type']);

interface Counts {
  fields: number;
  directives: number;
  /** By name of the field; aliases hide nothing. */
  perField: Map<string, number>;
}

const MAX_REMEMBERED = 5_000;
const passed = new Set<string>();

/**
 * Why a request's document is refused before anybody validates it, in words for whoever wrote it; undefined where it may go
 * on. What passed once is remembered by its hash. What does not even parse is Apollo's to answer.
 */
export function refusalOf(source: string): string | undefined {
  const key = hash('sha256', source, 'base64');
  if (passed.has(key)) return undefined;
  const document = parsed(source);
  const problem = document && problemOf(document);
  if (problem) return problem;
  if (passed.size >= MAX_REMEMBERED) passed.clear();
  passed.add(key);
  return undefined;
}

function parsed(source: string): DocumentNode | undefined {
  try {
    return parse(source, { maxLexicalTokens: MAX_TOKENS, noLocation: true });
  } catch {
    return undefined;
  }
}

/** Fragments count wherever they are spread. */
function problemOf({ definitions }: DocumentNode): string | undefined {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }
  const counts: Counts = { fields: 0, directives: 0, perField: new Map() };

  const visit = ({ selections }: SelectionSetNode, depth: number, inSchema = false): string | undefined => {
    if (depth > LIMITS.depth) return `A document may not be deeper than ${LIMITS.depth} levels.`;
    for (const selection of selections) {
      counts.directives += selection.directives?.length ?? 0;
      if (counts.directives > LIMITS.directives)
        return `A document may not have more than ${LIMITS.directives} directives.`;
      if (selection.kind === Kind.FRAGMENT_SPREAD) counts.fields++;
      else if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const times = (counts.perField.get(name) ?? 0) + 1;
        counts.perField.set(name, times);
        counts.fields++;
        if (!inSchema && times > (ONCE.has(name) ? 1 : LIMITS.sameField)) {
          return `A document may not ask for ${name} more than ${ONCE.has(name) ? 'once' : `${LIMITS.sameField} times`}.`;
        }
      }
      const most = inSchema ? LIMITS.fieldsOfSchema : LIMITS.fields;
      if (counts.fields > most) return `A document may not have more than ${most} fields.`;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection.selectionSet;
      const deeper = depth + (selection.kind === Kind.FIELD ? 1 : 0.25);
      // An explorer asks for names of types everywhere; nothing below these is ever resolved by us.
      const asksSchema = inSchema || (selection.kind === Kind.FIELD && SCHEMA_FIELDS.has(selection.name.value));
      const problem = below && visit(below, deeper, asksSchema);
      if (problem) return problem;
    }
    return undefined;
  };

  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION) {
      return 'There are no subscriptions here.';
    }
    // Types whose names begin so are the schema's own (GraphQL specification, 4.2).
    const inSchema =
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith('__');
    const problem = 'selectionSet' in definition ? visit(definition.selectionSet, 1, inSchema) : undefined;
    if (problem) return problem;
  }
  return undefined;
}
