import { isValueNode, Kind, Lexer, print, Source, TokenKind, visit, type ASTNode, type GraphQLError } from 'graphql';

/** Word characters: masks `e` in `found e.`, but not in `Expected`. */
const WORD = /[\p{L}\p{N}_]/u;
const LITERALS = new Set<TokenKind>([TokenKind.STRING, TokenKind.BLOCK_STRING, TokenKind.INT, TokenKind.FLOAT]);

/** graphql-js's message without the document's values, which may be secrets. */
export function messageWithoutValues({ message, nodes, source, positions }: GraphQLError): string {
  const literals = nodes ? nodes.flatMap(literalsIn) : literalAt(source, positions?.[0]);
  return literals.reduce((text, literal) => withoutWord(text, literal), message);
}

function literalsIn(node: ASTNode): string[] {
  if (!isValueNode(node) || node.kind === Kind.VARIABLE) return [];
  const literals = [print(node)];
  visit(node, {
    enter: (part) => {
      if (isValueNode(part) && 'value' in part) literals.push(print(part), String(part.value));
    },
  });
  return literals;
}

function literalAt(source: Source | undefined, position = 0): string[] {
  try {
    const { kind, value } = new Lexer(new Source(source?.body.slice(position) ?? '')).advance();
    return LITERALS.has(kind) ? [value] : [];
  } catch {
    return []; // no token, so none in the message
  }
}

function withoutWord(text: string, word: string): string {
  const [first = '', ...others] = word ? text.split(word) : [text];
  return others.reduce((before, after) => {
    const isPart = continues(before.at(-1), word[0]) || continues(word.at(-1), after[0]);
    return `${before}${isPart ? word : '…'}${after}`;
  }, first);
}

const continues = (before = '', after = ''): boolean => WORD.test(before) && WORD.test(after);
