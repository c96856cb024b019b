import fc from 'fast-check';
import { getNullableType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import { rootCalls, withValue, type Given, type RootCall } from '../oracles/root.calls.ts';
import { valuesFor, type Foreign, type HostileValues } from './hostile.values.ts';

/** A root field, and a place in its arguments. */
interface Place {
  call: RootCall;
  /** `['input', 'contactEmail']`. Empty for a call without arguments. */
  path: readonly string[];
  values: HostileValues;
}

/** A call with one hostile value. */
export interface HostileCall {
  call: RootCall;
  path: readonly string[];
  /** Returns the arguments with the hostile value in place of the valid one. */
  argumentsFrom(valid: Given, foreign: Foreign): Given;
}

const places = rootCalls.flatMap((call): Place[] => {
  const own = call.args.flatMap(({ name, type }) => placesIn(call, [name], type));
  return own.length > 0
    ? own
    : [{ call, path: [], values: { likely: [(valid) => valid], unlikely: [(valid) => valid] } }];
});

function placesIn(call: RootCall, path: readonly string[], type: GraphQLInputType): Place[] {
  const here = { call, path, values: valuesFor(path.at(-1) ?? '', type) };
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [here, ...placesIn(call, [...path, '0'], nullable.ofType)];
  if (!isInputObjectType(nullable)) return [here];
  return [
    here,
    ...Object.values(nullable.getFields()).flatMap((field) => placesIn(call, [...path, field.name], field.type)),
  ];
}

/** Returns calls of all root fields, then `count` calls of those that are allowed. The same for the same seed. */
export function hostileCalls(seed: number, count: number, isAllowed: (call: RootCall) => boolean): HostileCall[] {
  const ofEach = rootCalls.map((call) => aCallOf(places.filter((place) => place.call === call)));
  const allowed = places.filter(({ call }) => isAllowed(call));
  const changes = allowed.filter(({ call }) => call.kind === 'mutation');
  const reads = allowed.filter(({ call }) => call.kind === 'query');
  // Two of five calls change something: their valid arguments can often be used only once.
  const ofAllowed = fc.oneof(
    ...(changes.length > 0 ? [{ weight: 2, arbitrary: aCallOf(changes) }] : []),
    ...(reads.length > 0 ? [{ weight: 3, arbitrary: aCallOf(reads) }] : []),
  );
  return [
    ...fc.sample(fc.tuple(...ofEach), { seed, numRuns: 1 }).flat(),
    ...fc.sample(ofAllowed, { seed, numRuns: count }),
  ];
}

/** Three of four values are likely, so that many calls get past the checks. */
const aCallOf = (from: readonly Place[]): fc.Arbitrary<HostileCall> =>
  fc
    .constantFrom(...from)
    .chain((place) =>
      fc
        .oneof(
          { weight: 3, arbitrary: fc.constantFrom(...place.values.likely) },
          { weight: 1, arbitrary: fc.constantFrom(...place.values.unlikely) },
        )
        .map((value) => ({ place, value })),
    )
    .map(({ place: { call, path }, value }) => ({
      call,
      path,
      argumentsFrom: (valid, foreign) =>
        path.length === 0 ? valid : withValue(valid, path, value(valueAt(valid, path), foreign)),
    }));

const valueAt = (given: unknown, path: readonly string[]): unknown =>
  path.reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], given);
