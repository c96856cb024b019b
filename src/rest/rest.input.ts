import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLBoolean, GraphQLInt } from 'graphql';
import { UNLIKE_SCHEMA } from '../core/graphql/input.problems.ts';
import type { ProblemField } from '../core/graphql/problem.response.ts';
import type { BoundOperation } from './rest.binding.ts';
import type { RestField } from './rest.fields.ts';

type Values = Record<string, unknown>;

/** The parts of a request that set variables. */
export interface Given {
  params: unknown;
  query: unknown;
  body: unknown;
  headers: IncomingHttpHeaders;
}

/** Further problems are not reported. */
const MAX_PROBLEMS = 50;

/** Maximum characters of an unknown name in a problem. */
const MAX_NAME = 100;

/** Headers that promise something, so they are refused if the operation cannot keep it. */
const PROMISES = ['Idempotency-Key', 'If-Match'];

/** Reads the variables of an operation. Each value has the type of the schema, or is one of the problems. */
export function variablesOf(bound: BoundOperation, given: Given): { variables: Values; problems: ProblemField[] } {
  const reading = new Reading();
  const { parameters, query, body, headers } = bound.fields;
  const params = recordOf(given.params) ?? {};
  for (const field of parameters.values()) reading.read(field, params[field.name], true);
  reading.readAll(query, recordOf(given.query) ?? {}, 'is not a query parameter here', true);
  if (body.size > 0) readBody(reading, bound, given.body);
  if (bound.row.method !== 'GET') readHeaders(reading, headers, given.headers);
  return reading;
}

function readBody(reading: Reading, { row, fields: { body } }: BoundOperation, given: unknown): void {
  const record = recordOf(given);
  if (!record) return reading.add('body', 'must be a JSON object');
  for (const { variable } of body.values()) if (variable.length > 1) reading.open(variable);
  reading.readAll(body, record, 'cannot be set here', false, row.isWhole);
}

function readHeaders(reading: Reading, fields: BoundOperation['fields']['headers'], given: Given['headers']): void {
  for (const name of PROMISES) {
    const value = given[name.toLowerCase()];
    const field = fields.get(name);
    if (value === undefined) continue;
    if (!field) reading.add(name, 'is not supported here: leave it out');
    else if (name === 'If-Match') readVersion(reading, field, value.toString());
    else reading.read(field, value, true);
  }
}

/** `"3"`, as our ETags are, or `*` for any version. */
function readVersion(reading: Reading, field: RestField, value: string): void {
  if (value.trim() === '*') return;
  const [, version] = /^\s*"(\d{1,9})"\s*$/.exec(value) ?? [];
  if (version) reading.read(field, version, true);
  else reading.add(field.name, 'must be one ETag of this API, such as "3", or *');
}

class Reading {
  readonly variables: Values = {};
  readonly problems: ProblemField[] = [];

  add(name: string, message: string): void {
    if (this.problems.length === MAX_PROBLEMS) return;
    const field = name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
    this.problems.push({ field, message, rule: 'TYPE' });
  }

  readAll(fields: ReadonlyMap<string, RestField>, values: Values, unknown: string, isText: boolean, isWhole = false) {
    for (const name of Object.keys(values)) if (!fields.has(name)) this.add(name, unknown);
    for (const field of fields.values()) {
      const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
      if (isText && Array.isArray(value)) this.add(field.name, 'must be given once');
      else this.read(field, value === undefined && isWhole ? null : value, isText);
    }
  }

  /** @param isText whether all values are texts, as in a URL */
  read(field: RestField, value: unknown, isText: boolean): void {
    if (value == null && field.isRequired) return this.add(field.name, 'is missing');
    if (value === undefined) return;
    if (value === null) return this.#set(field, null);
    const read = valueOf(field, isText ? typed(field, value) : value);
    if (read === undefined) this.add(field.name, expectationOf(field));
    else this.#set(field, field.isList ? [read] : read);
  }

  /** Creates the object that a variable is in. */
  open(variable: readonly string[]): Values {
    let values = this.variables;
    for (const name of variable.slice(0, -1)) values = (values[name] ??= {}) as Values;
    return values;
  }

  #set({ variable }: RestField, value: unknown): void {
    this.open(variable)[variable.at(-1) ?? ''] = value;
  }
}

/** The value for GraphQL, or undefined if the type does not have it. */
function valueOf({ type, values }: RestField, value: unknown): unknown {
  if (values) return values.get(value);
  try {
    type.parseValue(value);
    return value;
  } catch {
    return undefined;
  }
}

/** A text of a URL as a value of the field's type, if it is one. */
function typed({ type }: RestField, value: unknown): unknown {
  if (type === GraphQLInt && /^-?\d{1,10}$/.test(String(value))) return Number(value);
  if (type === GraphQLBoolean && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function expectationOf({ type, values }: RestField): string {
  if (values) return `must be one of: ${[...values.keys()].join(', ')}`;
  return EXPECTATIONS[type.name] ?? UNLIKE_SCHEMA;
}

const EXPECTATIONS: Readonly<Record<string, string>> = {
  String: 'must be text',
  ID: 'must be text',
  Int: 'must be a whole number',
  Boolean: 'must be true or false',
};

/** Undefined for anything that is no JSON object. */
const recordOf = (value: unknown): Values | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : undefined;
