import { PostgresQueryCompiler, RawNode, type OperationNode, type RawBuilder, type ValueNode } from 'kysely';

/** A text of SQL, and the values of its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const compiler = new PostgresQueryCompiler();
const NAME = { queryId: 'name' };

/** Writes what Kysely writes, for a fifth of its time: our reads are templates, which need no transformation. */
export function statementOf(read: RawBuilder<unknown>): Statement {
  const values: unknown[] = [];
  return { text: textOf(read.toOperationNode(), values), values };
}

function textOf(node: OperationNode, values: unknown[]): string {
  if (node.kind === 'RawNode') {
    const { sqlFragments, parameters } = node as RawNode;
    let text = sqlFragments[0] ?? '';
    for (const [index, parameter] of parameters.entries()) {
      text += textOf(parameter, values) + (sqlFragments[index + 1] ?? '');
    }
    return text;
  }
  if (node.kind === 'ValueNode' && !(node as ValueNode).immediate) return `$${values.push((node as ValueNode).value)}`;
  // A name or a literal.
  return compiler.compileQuery(RawNode.createWithChild(node), NAME).sql;
}
