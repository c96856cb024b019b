import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

export interface GeneratedRequest {
  source: string;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

interface Options {
  /** With @skip, @include, interfaces and unions. */
  conditional: boolean;
  operation?: 'query' | 'mutation';
}

/** Includes names from JavaScript's prototypes, and one that looks like a path. */
const NAMES = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'g',
  'h',
  'i',
  'j',
  'k',
  'l',
  'm',
  'n',
  'o',
  'p',
  'child_id',
  '_',
  'idx0',
].concat(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'length', 'prototype']);

const DEPTH = 3;

/** Generates a document that is almost always valid, with right or wrong variables. */
export function generatedRequest(draw: GeneratorValue, schema: GraphQLSchema, options: Options): GeneratedRequest {
  return new DocumentGenerator(draw, schema, options).request();
}

class DocumentGenerator {
  readonly #draw: GeneratorValue;
  readonly #schema: GraphQLSchema;
  readonly #options: Options;
  /** The meaning of each name in an answer, so that no two fields conflict. */
  readonly #meanings = new Map<string, string>();
  readonly #variables = new Map<string, { definition: string; value: unknown }>();
  readonly #fragments: { name: string; on: string; selections: string }[] = [];

  constructor(draw: GeneratorValue, schema: GraphQLSchema, options: Options) {
    this.#draw = draw;
    this.#schema = schema;
    this.#options = options;
  }

  request(): GeneratedRequest {
    const operation = this.#options.operation ?? this.#oneOf(['query', 'query', 'mutation'] as const);
    const root = operation === 'query' ? this.#schema.getQueryType() : this.#schema.getMutationType();
    if (!root) throw new Error(`The schema has no ${operation}`);
    const selections = this.#selections(root, 0);
    const named = this.#chance(50);
    const variables = [...this.#variables];
    const definitions = variables.map(([, { definition }]) => definition).join(', ');
    const fragments = this.#fragments.map(({ name, on, selections: own }) => `fragment ${name} on ${on} ${own}`);
    const second = named && this.#chance(20) ? 'query Second { __typename }' : '';
    const head = `${operation}${named ? ' First' : ''}${definitions && `(${definitions})`}`;
    const given = variables.filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value]);
    return {
      source: [`${head} ${selections}`, ...fragments, second].join('\n'),
      operationName: second || (named && this.#chance(50)) ? 'First' : undefined,
      variables: { ...Object.fromEntries(given), ...(this.#chance(10) && { unknown: 1 }) },
    };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const count = this.#number(1, depth === 0 ? 5 : 3);
    const parts = Array.from({ length: count }, () => this.#selection(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.#number(0, 9);
    if (kind === 0) return `... ${this.#directives()} ${this.#selections(type, depth)}`;
    if (kind === 1) {
      const on = this.#oneOf(this.#applicable(type));
      return `... on ${on.name} ${this.#directives()} ${this.#selections(on, depth)}`;
    }
    if (kind === 2) return this.#spread(type, depth);
    return this.#field(type, depth);
  }

  /** Often reuses a fragment, so that it occurs in two places. */
  #spread(type: GraphQLCompositeType, depth: number): string {
    const applicable = this.#applicable(type);
    const known = this.#fragments.filter(({ on }) => applicable.some(({ name }) => name === on));
    if (known.length > 0 && this.#chance(60)) return `...${this.#oneOf(known).name} ${this.#directives()}`;
    if (this.#fragments.length > 3) return '__typename';
    const on = this.#oneOf(applicable);
    const selections = this.#selections(on, Math.max(depth, DEPTH - 2));
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, on: on.name, selections });
    return `...${name} ${this.#directives()}`;
  }

  #applicable(type: GraphQLCompositeType): GraphQLCompositeType[] {
    if (!this.#options.conditional) return [type];
    const isAlike = (other: GraphQLNamedType): other is GraphQLCompositeType =>
      isCompositeType(other) && (other === type || this.#overlap(other, type));
    return Object.values(this.#schema.getTypeMap()).filter((other) => isAlike(other));
  }

  #overlap(one: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    if (one === this.#schema.getQueryType() || one === this.#schema.getMutationType()) return false;
    const possible = (type: GraphQLCompositeType) =>
      isObjectType(type) ? [type] : this.#schema.getPossibleTypes(type);
    return possible(one).some((type) => possible(other).includes(type));
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    if (isUnionType(type) || this.#chance(5)) return this.#named('__typename', `${type.name}.__typename`);
    const { conditional } = this.#options;
    const fields = Object.values(type.getFields()).filter((field) => {
      const named = getNamedType(field.type);
      if (!conditional && (isInterfaceType(named) || isUnionType(named))) return false;
      return isLeafType(named) || depth < DEPTH;
    });
    if (fields.length === 0) return '__typename';
    const field = this.#oneOf(fields);
    const given = field.args
      .filter((argument) => (isNonNullType(argument.type) && argument.defaultValue === undefined) || this.#chance(40))
      .map((argument) => `${argument.name}: ${this.#argument(argument)}`)
      .join(', ');
    const head = `${field.name}${given && `(${given})`}`;
    const named = getNamedType(field.type);
    const below = isCompositeType(named) ? this.#selections(named, depth + 1) : '';
    return `${this.#named(head, `${type.name}.${head}`)} ${this.#directives()} ${below}`;
  }

  /** Uses the field's own name, another one, or an odd one. Never a name with another meaning in this document. */
  #named(head: string, meaning: string): string {
    const own = head.split('(')[0] ?? '';
    const wished = this.#chance(30) ? this.#oneOf(NAMES) : own;
    const free = [wished, own, `${own}${this.#meanings.size}`].find(
      (name) => (this.#meanings.get(name) ?? meaning) === meaning,
    );
    const name = free ?? `n${this.#meanings.size}`;
    this.#meanings.set(name, meaning);
    return name === own ? head : `${name}: ${head}`;
  }

  #directives(): string {
    if (!this.#options.conditional || this.#chance(75)) return '';
    const skip = () => `@skip(if: ${this.#condition()})`;
    const include = () => `@include(if: ${this.#condition()})`;
    return this.#oneOf([skip, include, () => `${include()} ${skip()}`])();
  }

  #condition(): string {
    const condition = this.#oneOf(['true', 'false', '$yes', '$maybe'] as const);
    if (condition === '$yes') this.#variables.set('yes', { definition: '$yes: Boolean! = true', value: undefined });
    if (condition !== '$maybe' || this.#variables.has('maybe')) return condition;
    const value = this.#oneOf([true, false, null, undefined]);
    this.#variables.set('maybe', { definition: '$maybe: Boolean = false', value });
    return condition;
  }

  #argument({ type, defaultValue }: GraphQLArgument): string {
    return this.#chance(50) ? this.#variable(type, defaultValue !== undefined) : this.#literal(type, 0);
  }

  /** Nullable if only a default makes that valid: `null` is refused during execution. */
  #variable(type: GraphQLInputType, hasDefault: boolean): string {
    const name = this.#oneOf(['v', 'constructor', 'toString', '_']) + this.#variables.size;
    const nullable = isNonNullType(type) ? type.ofType : type;
    const own = this.#chance(40) ? ` = ${this.#literal(nullable, 0, false)}` : '';
    const mayBeNull = !isNonNullType(type) || hasDefault || (own && own !== ' = null');
    const declared = mayBeNull && this.#chance(70) ? String(nullable) : `${String(nullable)}!`;
    const definition = `$${name}: ${declared}${own === ' = null' && declared.endsWith('!') ? '' : own}`;
    this.#variables.set(name, { definition, value: this.#value(type) });
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, depth: number, mayVary = true): string {
    if (!isNonNullType(type)) return this.#chance(10) ? 'null' : this.#present(type, depth, mayVary);
    return this.#present(type.ofType, depth, mayVary);
  }

  #present(type: GraphQLInputType, depth: number, mayVary: boolean): string {
    const below = (inner: GraphQLInputType): string =>
      mayVary && this.#chance(20) ? this.#variable(inner, false) : this.#literal(inner, depth + 1, mayVary);
    if (isListType(type)) {
      if (this.#chance(25)) return this.#literal(type.ofType, depth + 1, false); // a single value stands for a list of one
      return `[${Array.from({ length: this.#number(0, 3) }, () => below(type.ofType)).join(', ')}]`;
    }
    if (!isInputObjectType(type)) return this.#oneOf(literalsOf(type));
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const field = this.#oneOf(fields);
      return `{ ${field.name}: ${this.#present(field.type, depth + 1, false)} }`;
    }
    const given = fields.filter(
      (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || (depth < 3 && this.#chance(40)),
    );
    return `{ ${given.map((field) => `${field.name}: ${below(field.type)}`).join(', ')} }`;
  }

  /** A JSON value: right, omitted, null or wrong. */
  #value(type: GraphQLInputType, depth = 0): unknown {
    if (this.#chance(8))
      return this.#oneOf([undefined, null, [], {}, 'x', -1, 1.5, 2 ** 40, true, [[null]], { x: [] }]);
    if (isNonNullType(type)) return this.#value(type.ofType, depth);
    if (isListType(type)) {
      if (this.#chance(25)) return this.#value(type.ofType, depth + 1);
      return Array.from({ length: this.#number(0, 3) }, () => this.#value(type.ofType, depth + 1));
    }
    if (!isInputObjectType(type)) return this.#oneOf(valuesOf(type));
    const given = Object.values(type.getFields()).filter(
      (field) => (isNonNullType(field.type) && this.#chance(95)) || (depth < 3 && this.#chance(40)),
    );
    const entries = given.map((field) => [field.name, this.#value(field.type, depth + 1)]);
    return Object.fromEntries(this.#chance(5) ? [...entries, ['__proto__', 1]] : entries);
  }

  #chance(percent: number): boolean {
    return this.#number(1, 100) <= percent;
  }

  #number(min: number, max: number): number {
    return this.#draw(fc.integer, { min, max });
  }

  #oneOf<Value>(values: readonly Value[]): Value {
    const value = values[this.#number(0, values.length - 1)];
    return value as Value;
  }
}

const LITERALS: Record<string, string[]> = {
  Int: ['0', '-1', '2147483647'],
  Float: ['0', '1.5', '-0.0', '1e300'],
  Boolean: ['true', 'false'],
  ID: ['"id"', '7'],
  String: ['""', '"text"', '"\\u2028\\""', '"""block"""'],
};

const literalsOf = (type: GraphQLNamedType): string[] =>
  isEnumType(type) ? type.getValues().map(({ name }) => name) : (LITERALS[type.name] ?? ['"2026-11-29T00:00:00Z"']);

const valuesOf = (type: GraphQLNamedType): unknown[] => {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  const values: Record<string, unknown[]> = {
    Int: [0, -0, 3, 2147483647],
    Float: [0, 1.5, -0, 1e300],
    Boolean: [true, false],
    ID: ['id', 7],
    String: ['', 'text', '\u2028"'],
  };
  return values[type.name] ?? ['2026-11-29T00:00:00Z', 'plain'];
};
