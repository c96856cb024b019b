import { Kind, OperationTypeNode, parse, type DocumentNode, type SelectionSetNode } from 'graphql';

/** Checked before validation, which compares fields with each other. */
const LIMITS = { depth: 20, fields: 400, sameField: 100, spreads: 100, directives: 50 };
/** Below `__schema`. The longest introspection query of graphql-js has 487 fields, 146 of one name. */
const SCHEMA_LIMITS = { fields: 600, sameField: 200 };

/** Ten times the tokens of our longest document. */
export const MAX_TOKENS = 2_000;

/** Each reported error counts the lines before it. */
const MAX_CHARACTERS = 30_000;
const MAX_LINES = 2_000;
export const MAX_ERRORS = 10;

/** Once per document, under any alias: they set the session cookie or hash a password, and allow guessing. */
const ONCE = new Set([
  'signIn',
  'signInWithIdentity',
  'signInWithLink',
  'refreshSession',
  'acceptInvitation',
  'resetPassword',
  'changePassword',
  'confirmIdentity',
]);

const SCHEMA_FIELDS = new Set(['__schema', '__type']);

interface Counts {
  fields: number;
  spreads: number;
  directives: number;
  perField: Map<string, number>;
}

/** Returns the reason to refuse a document, or undefined. Leaves documents that do not parse to Apollo. */
export function refusalOf(source: string, { introspection }: { introspection: boolean }): string | undefined {
  if (source.length > MAX_CHARACTERS) return `A document can have at most ${MAX_CHARACTERS} characters.`;
  if (source.split(LINE_END).length > MAX_LINES) return `A document can have at most ${MAX_LINES} lines.`;
  const document = parsed(source);
  return document && problemOf(document, introspection);
}

const LINE_END = /\r\n|[\n\r]/;

function parsed(source: string): DocumentNode | undefined {
  try {
    return parse(source, { maxLexicalTokens: MAX_TOKENS, noLocation: true });
  } catch {
    return undefined;
  }
}

function problemOf({ definitions }: DocumentNode, introspection: boolean): string | undefined {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }
  const counts: Counts = { fields: 0, spreads: 0, directives: 0, perField: new Map() };

  const visit = ({ selections }: SelectionSetNode, depth: number, inSchema = false): string | undefined => {
    const most = inSchema ? SCHEMA_LIMITS : LIMITS;
    if (depth > LIMITS.depth) return `A document can have at most ${LIMITS.depth} levels.`;
    for (const selection of selections) {
      counts.directives += selection.directives?.length ?? 0;
      if (counts.directives > LIMITS.directives) return `A document can have at most ${LIMITS.directives} directives.`;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        counts.fields++;
        if (++counts.spreads > LIMITS.spreads)
          return `A document can spread fragments at most ${LIMITS.spreads} times.`;
      }
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const times = (counts.perField.get(name) ?? 0) + 1;
        counts.perField.set(name, times);
        counts.fields++;
        if (!introspection && SCHEMA_FIELDS.has(name)) return 'Introspection is turned off.';
        if (times > (ONCE.has(name) ? 1 : most.sameField)) {
          return `A document can select ${name} at most ${ONCE.has(name) ? 'once' : `${most.sameField} times`}.`;
        }
      }
      if (counts.fields > most.fields) return `A document can have at most ${most.fields} fields.`;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection.selectionSet;
      const deeper = depth + (selection.kind === Kind.FIELD ? 1 : 0.25);
      const asksSchema = inSchema || (selection.kind === Kind.FIELD && SCHEMA_FIELDS.has(selection.name.value));
      const problem = below && visit(below, deeper, asksSchema);
      if (problem) return problem;
    }
    return undefined;
  };

  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION) {
      return 'Subscriptions are not supported.';
    }
    const inSchema =
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith('__');
    const problem = 'selectionSet' in definition ? visit(definition.selectionSet, 1, inSchema) : undefined;
    if (problem) return problem;
  }
  return undefined;
}
