import {
  defaultFieldResolver,
  getArgumentValues,
  GraphQLError,
  locatedError,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  type ExecutionResult,
  type GraphQLLeafType,
  type GraphQLResolveInfo,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { isIterableObject } from 'graphql/jsutils/isIterableObject.js';
import { isPromise } from 'graphql/jsutils/isPromise.js';
import { addPath, pathToArray, type Path } from 'graphql/jsutils/Path.js';
import { promiseForObject } from 'graphql/jsutils/promiseForObject.js';
import { promiseReduce } from 'graphql/jsutils/promiseReduce.js';
import type { PlannedField, PlannedValue, QueryPlan } from './query.plan.ts';

/* Follows a plan, with the order of calls, promises and messages of graphql-js 16.15 (execution/execute.js). */

interface Run {
  plan: QueryPlan;
  contextValue: unknown;
  variableValues: Record<string, unknown>;
  errors: CollectedErrors;
}

type Results = Record<string, unknown>;

/** Drops errors at or below a path that another error made null. */
class CollectedErrors {
  readonly errors: GraphQLError[] = [];
  readonly #places = new Set<Path | undefined>();

  add(error: GraphQLError, place: Path | undefined): void {
    for (let above = place; above; above = above.prev) if (this.#places.has(above)) return;
    if (this.#places.has(undefined)) return;
    this.#places.add(place);
    this.errors.push(error);
  }
}

export async function runPlan(
  plan: QueryPlan,
  contextValue: unknown,
  variableValues: Record<string, unknown>,
): Promise<ExecutionResult> {
  const run: Run = { plan, contextValue, variableValues, errors: new CollectedErrors() };
  const { errors } = run.errors;
  let data: Results | null;
  try {
    const serially = plan.operation.operation === OperationTypeNode.MUTATION;
    data = await (serially ? runSerially : runFields)(run, plan.fields, undefined, undefined);
  } catch (error) {
    run.errors.add(error as GraphQLError, undefined);
    data = null;
  }
  return errors.length === 0 ? { data } : { errors, data };
}

function runSerially(run: Run, fields: PlannedField[], source: unknown, path: Path | undefined) {
  return promiseReduce(
    fields,
    (results: Results, field) => {
      const result = runField(run, field, source, path);
      if (!isPromise(result)) {
        results[field.key] = result;
        return results;
      }
      return result.then((later) => {
        results[field.key] = later;
        return results;
      });
    },
    Object.create(null) as Results,
  );
}

function runFields(run: Run, fields: PlannedField[], source: unknown, path: Path | undefined) {
  const results: Results = {}; // twice as fast as a null prototype; query.plan.ts excludes `__proto__`
  let waits = false;
  try {
    for (const field of fields) {
      const text = field.isText ? propertyOf(source, field.definition.name) : undefined;
      const result = typeof text === 'string' ? text : runField(run, field, source, path);
      results[field.key] = result;
      if (isPromise(result)) waits = true;
    }
  } catch (error) {
    if (!waits) throw error;
    return allOf(results).finally(() => {
      throw error;
    });
  }
  return waits ? allOf(results) : results;
}

const allOf = (results: Results) => promiseForObject(results as Record<string, Promise<unknown>>);

function runField(run: Run, field: PlannedField, source: unknown, above: Path | undefined): unknown {
  const { definition, parentType, value } = field;
  if (definition === TypeNameMetaFieldDef) return parentType.name;
  const place = field.isPlain ? undefined : placeOf(field, above);
  try {
    const result = resolved(run, field, source, above, place);
    const completed = isPromise(result)
      ? result.then((later) => complete(run, field, value, place, later))
      : complete(run, field, value, place, result);
    return isPromise(completed)
      ? completed.then(undefined, (error: unknown) => failed(run, field, value, place ?? placeOf(field, above), error))
      : completed;
  } catch (error) {
    return failed(run, field, value, place ?? placeOf(field, above), error);
  }
}

function resolved(run: Run, field: PlannedField, source: unknown, above: Path | undefined, place: Path | undefined) {
  const { definition, node, resolve = defaultFieldResolver } = field;
  if (field.isPlain) {
    const property = propertyOf(source, definition.name);
    if (typeof property !== 'function') return property;
  }
  const args = getArgumentValues(definition, node, run.variableValues);
  return resolve(source, args, run.contextValue, infoOf(run, field, place ?? placeOf(field, above)));
}

const placeOf = ({ key, parentType }: PlannedField, above: Path | undefined): Path =>
  addPath(above, key, parentType.name);

const propertyOf = (source: unknown, name: string): unknown =>
  (typeof source === 'object' && source !== null) || typeof source === 'function'
    ? (source as Record<string, unknown>)[name]
    : undefined;

const infoOf = (run: Run, { definition, nodes, parentType }: PlannedField, path: Path): GraphQLResolveInfo => ({
  fieldName: definition.name,
  fieldNodes: nodes,
  returnType: definition.type,
  parentType,
  path,
  schema: run.plan.schema,
  fragments: run.plan.fragments,
  rootValue: undefined,
  operation: run.plan.operation,
  variableValues: run.variableValues,
});

function complete(
  run: Run,
  field: PlannedField,
  value: PlannedValue,
  path: Path | undefined,
  result: unknown,
): unknown {
  if (result instanceof Error) throw result;
  if (result === null || result === undefined) {
    if (!value.nonNull) return null;
    throw new Error(`Cannot return null for non-nullable field ${nameOf(field)}.`);
  }
  if (value.leaf) return serialized(value.leaf, result);
  if (value.item) return completeList(run, field, value.item, path, result);
  return runFields(run, value.fields ?? [], result, path);
}

function completeList(
  run: Run,
  field: PlannedField,
  itemValue: PlannedValue,
  path: Path | undefined,
  result: unknown,
): unknown {
  if (!isIterableObject(result))
    throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(field)}".`);
  const items: unknown[] = [];
  let waits = false;
  try {
    for (const each of result) {
      const item = runItem(run, field, itemValue, addPath(path, items.length, undefined), each);
      items.push(item);
      if (isPromise(item)) waits = true;
    }
  } catch (error) {
    // graphql-js ignores these promises, and a late rejection would end the process.
    for (const item of items) if (isPromise(item)) item.then(undefined, () => undefined);
    throw error;
  }
  return waits ? Promise.all(items) : items;
}

function runItem(run: Run, field: PlannedField, value: PlannedValue, path: Path, item: unknown): unknown {
  try {
    const completed = isPromise(item)
      ? item.then((later) => complete(run, field, value, path, later))
      : complete(run, field, value, path, item);
    return isPromise(completed)
      ? completed.then(undefined, (error: unknown) => failed(run, field, value, path, error))
      : completed;
  } catch (error) {
    return failed(run, field, value, path, error);
  }
}

function serialized(type: GraphQLLeafType, value: unknown): unknown {
  const serializedValue: unknown = type.serialize(value);
  if (serializedValue !== null && serializedValue !== undefined) return serializedValue;
  const call = `${inspect(type)}.serialize(${inspect(value)})`;
  throw new Error(`Expected \`${call}\` to return non-nullable value, returned: ${inspect(serializedValue)}`);
}

function failed(run: Run, { nodes }: PlannedField, { nonNull }: PlannedValue, path: Path, raw: unknown): null {
  const error = locatedError(raw, nodes, pathToArray(path));
  if (nonNull) throw error;
  run.errors.add(error, path);
  return null;
}

const nameOf = ({ parentType, definition }: PlannedField) => `${parentType.name}.${definition.name}`;
