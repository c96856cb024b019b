import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Api } from '../api.ts';
import { givenFullTenant } from '../given/tenants/full-tenant.ts';
import type { Partner } from '../given/partners.ts';
import { partnerCalls, type PartnerCall } from './partner.calls.ts';
import { idsOf, marksOf, othersRows } from './tenant.rows.ts';

const trials = partnerCalls.flatMap((call) =>
  call.idPlaces.map((place) => ({ title: `${call.field}(${place.join('.')})`, call, place })),
);
/** The same for all partners. */
const SHARED = ['tierTerms'];
const reads = partnerCalls.filter(
  ({ kind, field, needsArguments }) => kind === 'query' && !needsArguments && !SHARED.includes(field),
);

/** Error codes of calls that found nothing or did not run. */
const UNREACHED = ['NOT_FOUND', 'BAD_USER_INPUT', 'FORBIDDEN', 'GRAPHQL_VALIDATION_FAILED', 'INTERNAL_SERVER_ERROR'];

/**
 * Tries every root field that partners can call on another tenant. Derived from the schema, the rules and the
 * examples, so that new features are included.
 * @param prepare runs once both tenants have their rows
 */
export function describeTenants(api: Api, prepare: () => Promise<void> = async () => undefined): void {
  let me: Partner;
  let stranger: Partner;
  let rows: Map<string, string[]>;
  /** IDs of the other tenant, from the database and the API. */
  let foreign: string[];
  let marks: string[];

  beforeAll(async () => {
    me = await givenFullTenant(api);
    stranger = await givenFullTenant(api);
    rows = await idsOf(api, stranger.resellerId);
    const answered = await answeredIds(stranger);
    foreign = [...new Set([...[...rows.values()].flat(), ...answered])];
    marks = [...(await marksOf(api, stranger.resellerId)), ...answered];
    await prepare();
  });

  const ask = ({ callWith }: PartnerCall, who: Partner, place?: string[], id?: string) => {
    const { query, variables } = callWith(place, id);
    return api.ask(who.actor, query, variables);
  };
  /** IDs in a partner's lists. The database may not store them. */
  const answeredIds = async (who: Partner) => {
    const answers = await Promise.all(reads.map((call) => ask(call, who)));
    const texts = JSON.stringify(answers).matchAll(/"id":"([^"]+)"/g);
    return [...new Set(Array.from(texts, ([, id = '']) => id))];
  };
  const marksIn = (answer: Answer<unknown>, sent?: string) => {
    const text = JSON.stringify(answer);
    return marks.filter((mark) => mark !== sent && text.includes(mark));
  };

  test('both tenants have rows in every tenant table', () => {
    // If a table has no rows, add one to samples.ts.
    expect([...rows].filter(([, ids]) => ids.length === 0)).toEqual([]);
    expect(trials.length).toBeGreaterThan(10);
  });

  test.each(trials)('C1: an ID of another tenant is not found: $title', async ({ call, place }) => {
    const before = await othersRows(api, me.resellerId);

    for (const id of foreign) {
      const logged = api.logs.length;
      const answer = await ask(call, me, place, id);

      expect(marksIn(answer, id)).toEqual([]);
      // A link to an export finds nothing of others either: see the tests of exports.
      if (call.kind === 'query' || call.field.startsWith('export')) continue;
      expect([id, changedBy(answer)]).toEqual([id, []]);
      expect([id, codesOf(answer)]).toEqual([id, ['NOT_FOUND']]);
      const denied = { event: 'denied', code: 'NOT_FOUND', field: call.field, userId: me.ownerId };
      expect(api.logs.slice(logged)).toContainEqual(expect.objectContaining(denied));
    }

    expect(await othersRows(api, me.resellerId)).toEqual(before);
  });

  test.each(reads)('C3: shows no data of another tenant: $field', async (call) => {
    const answer = await ask(call, me);

    expect(answer.data?.[call.field]).toBeTruthy();
    expect(marksIn(answer)).toEqual([]);
    // The same call shows the data to its own tenant, so this test can fail. Plans, types of events, first steps and own applications have no marks.
    if (call.isList && !['clientPlans', 'eventTypes', 'gettingStarted', 'ownApplications'].includes(call.field))
      expect(marksIn(await ask(call, stranger))).not.toEqual([]);
  });

  describe('the same calls reach the caller’s own rows', () => {
    test.each(trials)('$title', async ({ call, place }) => {
      const own = new Set([...[...(await idsOf(api, me.resellerId)).values()].flat(), ...(await answeredIds(me))]);
      const reached = [];
      for (const id of own) if (isReached(call, await ask(call, me, place, id))) reached.push(id);

      // If empty: the example in docs/operations.graphql must pass valid arguments.
      expect(reached).not.toEqual([]);
    });
  });
}

type Results = Answer<Record<string, unknown>>;

/** What a mutation returned, but not the results of changes that failed. */
const changedBy = ({ data }: Results): unknown[] =>
  Object.values(data ?? {})
    .flat()
    .filter((result) => result !== null && errorOf(result) === undefined);

/** Error codes of the call, and of each change of several. */
const codesOf = ({ data, errors = [] }: Results): string[] => [
  ...errors.map(({ extensions }) => extensions.code),
  ...Object.values(data ?? {})
    .flat()
    .flatMap((result) => errorOf(result)?.code ?? []),
];

const errorOf = (result: unknown): { code: string } | undefined =>
  typeof result === 'object' && result !== null && 'error' in result
    ? ((result.error as { code: string } | null) ?? undefined)
    : undefined;

function isReached({ kind, field }: PartnerCall, answer: Results): boolean {
  if (kind === 'mutation') return codesOf(answer).every((code) => !UNREACHED.includes(code));
  const found = answer.data?.[field];
  if (typeof found !== 'object' || found === null) return false;
  return !('items' in found) || (Array.isArray(found.items) && found.items.length > 0);
}
