import {
  PostgresQueryCompiler,
  type ColumnNode,
  type OperationNode,
  type RawBuilder,
  type RawNode,
  type ReferenceNode,
  type TableNode,
  type ValueNode,
} from 'kysely';

/** A text of SQL, and the values of its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A place in the tree of shapes. Statements whose texts begin alike share the way to it. */
class Place {
  readonly next = new Map<unknown, Place>();
  text: string | undefined;
}

const MAX_PLACES = 20_000;
let shapes = new Place();
let places = 0;

const compiler = new PostgresQueryCompiler();

/**
 * Compiles each shape of a statement once. A shape is all that its text follows from: templates, names and literals.
 * The same shape gives the same string, so that connections find it without comparing its characters.
 */
export function statementOf(read: RawBuilder<unknown>): Statement {
  const node = read.toOperationNode();
  const values: unknown[] = [];
  if (places > MAX_PLACES) [shapes, places] = [new Place(), 0];
  const place = follow(shapes, node, values);
  place.text ??= compile(node, values);
  return { text: place.text, values };
}

function compile(node: RawNode, values: readonly unknown[]): string {
  const { sql, parameters } = compiler.compileQuery(node, { queryId: 'shape' });
  const isSame = parameters.length === values.length && values.every((value, index) => value === parameters[index]);
  if (!isSame) throw new Error('A part of this read has its parameters in another order: write it in SQL.');
  return sql;
}

/** Adds the values of parameters to `values`. Indexes and one type a line, because this runs for each part of a read. */
function follow(from: Place, node: OperationNode, values: unknown[]): Place {
  let place = from;
  switch (node.kind as string) {
    case 'RawNode': {
      const { sqlFragments, parameters } = node as RawNode;
      // A template's array is always the same one. Other arrays are new each time.
      if ((sqlFragments as Partial<TemplateStringsArray>).raw) place = step(place, sqlFragments);
      else for (let index = 0; index < sqlFragments.length; index++) place = step(place, sqlFragments[index]);
      for (let index = 0; index < parameters.length; index++) {
        place = follow(place, parameters[index] as OperationNode, values);
      }
      return place;
    }
    case 'ValueNode': {
      const { value, immediate } = node as ValueNode;
      if (immediate) return step(step(place, LITERAL), value);
      values.push(value);
      return step(place, PARAMETER);
    }
    case 'ReferenceNode': {
      const { table, column } = node as ReferenceNode;
      if (table) place = follow(place, table, values);
      return follow(place, column, values);
    }
    case 'ColumnNode':
      return step(place, (node as ColumnNode).column.name);
    case 'TableNode': {
      const { schema, identifier } = (node as TableNode).table;
      return step(step(place, schema?.name), identifier.name);
    }
    default:
      throw new Error(`A read has a ${node.kind}: write it in SQL, or add it to the shapes.`);
  }
}

const PARAMETER = Symbol('parameter');
const LITERAL = Symbol('literal');

function step(from: Place, by: unknown): Place {
  let place = from.next.get(by);
  if (!place) {
    from.next.set(by, (place = new Place()));
    places++;
  }
  return place;
}
