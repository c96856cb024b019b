import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import {
  changeSubscription,
  givenClient,
  givenClientThatIs,
  stored,
  withoutRequestId,
} from '../support/given/client-accounts.ts';
import { whileHeld } from '../support/locks.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
const suspend = { subscriptionStatus: 'SUSPENDED' };
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

test('suspends a client, increases the version, and audits the change', async () => {
  const { id } = await givenClient(api, reseller.actor);

  const { data, errors } = await changeSubscription(api, reseller.actor, { id, input: suspend, expectedVersion: 1 });

  expect(errors).toBeUndefined();
  expect(data?.updateClientSubscription).toMatchObject({ ...suspend, subscriptionTier: 'BASIC', version: 2 });
  const events = await api.rows('select * from audit_event where target_id = $1 order by sequence desc limit 1', [id]);
  expect(events).toMatchObject([
    { action: 'client.subscription_changed', actor_email: reseller.email, target_type: 'ClientAccount' },
  ]);
  expect(JSON.parse(String(events[0]?.['changes']))).toEqual({
    subscriptionStatus: { from: 'ACTIVE', to: 'SUSPENDED' },
  });
});

const WAYS: Record<string, string[]> = {
  ACTIVE: ['SUSPENDED', 'CANCELED'],
  SUSPENDED: ['ACTIVE', 'CANCELED'],
  CANCELED: [],
};
const STATUSES = Object.keys(WAYS);

test.each(STATUSES.flatMap((from) => STATUSES.filter((to) => to !== from).map((to) => ({ from, to }))))(
  '$from to $to',
  async ({ from, to }) => {
    const { id } = await givenClientThatIs(api, reseller.actor, from);
    const before = await stored(api, id);

    const { data, errors } = await changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus: to } });

    if (WAYS[from]?.includes(to)) {
      expect(data?.updateClientSubscription.subscriptionStatus).toBe(to);
    } else {
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'SUBSCRIPTION_STATUS' } }]);
      expect(await stored(api, id)).toEqual(before);
    }
  },
);

test.each(STATUSES)('%s again changes nothing', async (subscriptionStatus) => {
  const { id, version } = await givenClientThatIs(api, reseller.actor, subscriptionStatus);
  const before = await stored(api, id);

  const { data, errors } = await changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus } });

  expect(errors).toBeUndefined();
  expect(data?.updateClientSubscription).toMatchObject({ subscriptionStatus, version });
  expect(await stored(api, id)).toEqual(before);
});

test('the plan changes with the status or alone, but not once the subscription is canceled', async () => {
  const { id } = await givenClient(api, reseller.actor);
  const change = (input: object) => changeSubscription(api, reseller.actor, { id, input });

  expect((await change({ subscriptionTier: ' GOLD ' })).data?.updateClientSubscription.subscriptionTier).toBe('GOLD');
  const both = { subscriptionTier: 'NONE', subscriptionStatus: 'CANCELED' };
  expect((await change(both)).data?.updateClientSubscription).toMatchObject(both);
  const before = await stored(api, id);
  expect((await change({ subscriptionTier: 'GOLD' })).errors).toMatchObject([
    { extensions: { reason: 'SUBSCRIPTION_STATUS' } },
  ]);
  expect(await stored(api, id)).toEqual(before);
});

test('a stale version is a conflict', async () => {
  const { id } = await givenClientThatIs(api, reseller.actor, 'SUSPENDED');
  const before = await stored(api, id);

  const { errors } = await changeSubscription(api, reseller.actor, {
    id,
    input: { subscriptionStatus: 'ACTIVE' },
    expectedVersion: 1,
  });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'STALE_VERSION' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('exactly one of two changes of the same version succeeds', async () => {
  const { id } = await givenClient(api, reseller.actor);

  const held = { sql: 'select 1 from client_account where id = $1', values: [id] };
  const changes = await whileHeld(api, held, 2, () =>
    Promise.all(
      ['GOLD', 'PLATINUM'].map((subscriptionTier) =>
        changeSubscription(api, reseller.actor, { id, input: { subscriptionTier }, expectedVersion: 1 }),
      ),
    ),
  );

  expect(changes.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason))).toEqual([
    'STALE_VERSION',
  ]);
});

test('another reseller’s client gets the same answer as a random ID, and stays as it is', async () => {
  const { id } = await givenClient(api, (await givenPartner(api)).actor);
  const before = await stored(api, id);
  const ask = async (someId: string) =>
    withoutRequestId(await changeSubscription(api, reseller.actor, { id: someId, input: suspend }));

  const foreign = await ask(id);

  expect(foreign.errors).toMatchObject([{ message: 'ClientAccount not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(foreign).toEqual(await ask(uuid()));
  expect(foreign).toEqual(await ask('no-uuid'));
  expect(await stored(api, id)).toEqual(before);
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
])('refuses $who with $code, and changes nothing', async ({ actor, code }) => {
  const { id } = await givenClient(api, reseller.actor);
  const before = await stored(api, id);

  const { errors } = await changeSubscription(api, actor(), { id, input: suspend });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored(api, id)).toEqual(before);
});

test.each(['', ' ', 'x'.repeat(61), 'a\u0000b'])(
  'refuses the plan %j, and changes nothing',
  async (subscriptionTier) => {
    const { id } = await givenClient(api, reseller.actor);
    const before = await stored(api, id);

    const { errors } = await changeSubscription(api, reseller.actor, { id, input: { subscriptionTier } });

    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.subscriptionTier' }] } },
    ]);
    expect(await stored(api, id)).toEqual(before);
  },
);
