import { beforeAll, describe, expect, test } from 'vitest';
import { restOperations } from '../../src/rest/rest.table.ts';
import { useApi, type Actor, type Answer } from '../support/api.ts';
import { givenAdminKey, givenKey, used } from '../support/given/api-keys.ts';
import { counts } from '../support/given/applications.ts';
import { givenCaller } from '../support/given/callers/callers.ts';
import { givenPartner } from '../support/given/partners.ts';
import { ANYONE } from '../support/oracles/permission.matrix.ts';
import { callRest, type RestProblem } from '../support/rest.ts';

const api = useApi();
const NOBODY = '01234567-89ab-7def-8123-456789abcdef';

/**
 * A request for each operation, and its variables for GraphQL. The types are right, so the rule decides. A caller that
 * may call it then gets the error of the value, or an answer that changes nothing.
 */
const REQUESTS: Record<string, { body?: object; variables?: object }> = {
  RestSubmitPartnerApplication: {
    body: textsOf('companyName contactName contactEmail industry motivation', {
      partnershipType: 'RESELLER',
      companySize: '1-10',
    }),
    variables: {
      input: textsOf('companyName contactName contactEmail industry motivation', {
        partnershipType: 'RESELLER',
        companySize: 'SIZE_1_10',
      }),
    },
  },
  RestPartnerApplications: {},
  RestPartnerApplicationStatistics: {},
  RestPartnerApplication: { variables: { id: NOBODY } },
  RestUpdatePartnerApplicationStatus: {
    body: { status: 'APPROVED' },
    variables: { id: NOBODY, status: 'APPROVED' },
  },
  RestAddPartnerApplicationNote: { body: { note: 'Hello' }, variables: { id: NOBODY, note: 'Hello' } },
  RestClientAccounts: {},
  RestCreateClientAccount: {
    body: textsOf('companyName contactName contactEmail subscriptionTier'),
    variables: { input: textsOf('companyName contactName contactEmail subscriptionTier') },
  },
  RestClientAccount: { variables: { id: NOBODY } },
  RestUpdateClientAccount: {
    body: textsOf('companyName contactName contactEmail', { billingOwnedByReseller: true }),
    variables: { id: NOBODY, input: textsOf('companyName contactName contactEmail', { billingOwnedByReseller: true }) },
  },
  RestUpdateClientSubscription: {
    body: { subscriptionTier: 'GOLD' },
    variables: { id: NOBODY, input: { subscriptionTier: 'GOLD' } },
  },
  RestAccessClientAccount: { body: { reason: 'Help' }, variables: { id: NOBODY, reason: 'Help' } },
  RestSignIn: {
    body: { email: 'nobody@reachgenie.example', password: 'not it' },
    variables: { email: 'nobody@reachgenie.example', password: 'not it' },
  },
};

/** Blank texts, which each rule refuses. */
function textsOf(names: string, more: object = {}): object {
  return { ...Object.fromEntries(names.split(' ').map((name) => [name, ' '])), ...more };
}

const KEYS = ['reseller key to read', 'admin key to read', 'admin key to review'] as const;
const CALLERS = [...ANYONE, ...KEYS];
const callers = new Map<string, Actor | undefined>();

beforeAll(async () => {
  const partner = await givenPartner(api, { partnershipType: 'REFERRAL' });
  const reseller = await givenPartner(api);
  for (const name of ANYONE) callers.set(name, await givenCaller(api, name, { partner, reseller }));
  const [readsClients, reads, reviews] = KEYS;
  callers.set(readsClients, await used(api, await givenKey(api, reseller.actor, { scopes: ['READ'] })));
  callers.set(reads, await used(api, await givenAdminKey(api, api.admin, { scopes: ['READ'] })));
  callers.set(reviews, await used(api, await givenAdminKey(api, api.admin, { scopes: ['REVIEW'] })));
});

const STATUSES: Record<string, number> = {
  OK: 200,
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
};

const seen = new Set<string>();

describe.each(restOperations)('J16, B1: $method $path', ({ method, path, operationName, document }) => {
  test.each(CALLERS)('%s gets GraphQL’s verdict', async (name) => {
    const { body, variables } = REQUESTS[operationName] ?? {};
    const actor = callers.get(name);
    const before = await counts(api);

    const { data, errors } = (await api.ask(actor, document, variables)) satisfies Answer<unknown>;
    const request = `${method} ${path.replace('{id}', NOBODY)}`;
    const { status, body: answer } = await callRest<Partial<RestProblem>>(api, actor, request, body ? { body } : {});

    const isNothing = data != null && Object.values(data)[0] === null;
    const verdict = errors?.[0]?.extensions.code ?? (isNothing ? 'NOT_FOUND' : 'OK');
    seen.add(verdict);
    expect([answer.code ?? 'OK', status]).toEqual([verdict, STATUSES[verdict]]);
    if (errors) expect(answer.detail).toBe(errors[0]?.message);
    expect(await counts(api)).toEqual(before);
  });
});

test('each operation was called, and verdicts of each kind were compared', () => {
  expect(Object.keys(REQUESTS).sort()).toEqual(restOperations.map(({ operationName }) => operationName).sort());
  expect([...seen].sort()).toEqual(Object.keys(STATUSES).sort());
});
