import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import {
  counts,
  givenClient,
  givenClientThatIs,
  stored,
  update,
  withoutRequestId,
} from '../support/given/client-accounts.ts';
import { whileHeld } from '../support/locks.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let reseller: Partner;
let stranger: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
  stranger = await givenPartner(api);
});

test('changes the given fields, increases the version, and audits the change', async () => {
  const client = await givenClient(api, reseller.actor, { contactPhone: '123' });
  const { id } = client;
  const input = {
    companyName: ' Acme Holding ',
    contactEmail: `Eve-${id}@acme.example`,
    billingOwnedByReseller: false,
  };

  const { data, errors } = await update(api, reseller.actor, { id, input, expectedVersion: 1 });

  expect(errors).toBeUndefined();
  const changed = {
    companyName: 'Acme Holding',
    contactEmail: `eve-${id}@acme.example`,
    billingOwnedByReseller: false,
  };
  expect(data?.updateClientAccount).toEqual({ ...client, ...changed, version: 2, updatedAt: expect.any(String) });
  const events = await api.rows('select * from audit_event where target_id = $1 order by sequence desc limit 1', [id]);
  expect(events).toMatchObject([
    { action: 'client.updated', actor_email: reseller.email, reseller_id: reseller.resellerId },
  ]);
  expect(JSON.parse(String(events[0]?.['changes']))).toEqual({
    companyName: { from: 'Acme', to: 'Acme Holding' },
    contactEmail: { from: client.contactEmail, to: changed.contactEmail },
    billingOwnedByReseller: { from: true, to: false },
  });
});

test('null leaves a field as it is, except the phone', async () => {
  const client = await givenClient(api, reseller.actor, { contactPhone: '123' });
  const input = {
    companyName: null,
    contactName: null,
    contactEmail: null,
    contactPhone: null,
    billingOwnedByReseller: null,
  };

  const { data } = await update(api, reseller.actor, { id: client.id, input });

  expect(data?.updateClientAccount).toEqual({
    ...client,
    contactPhone: null,
    version: 2,
    updatedAt: expect.any(String),
  });
});

test.each([{}, { companyName: 'Acme' }])('%j changes nothing', async (input) => {
  const { id } = await givenClient(api, reseller.actor);
  const before = await stored(api, id);

  const { data } = await update(api, reseller.actor, { id, input });

  expect(data?.updateClientAccount.version).toBe(1);
  expect(await stored(api, id)).toEqual(before);
});

test('a canceled client can still be corrected', async () => {
  const { id } = await givenClientThatIs(api, reseller.actor, 'CANCELED');

  const { data } = await update(api, reseller.actor, { id, input: { companyName: 'Acme (gone)' } });

  expect(data?.updateClientAccount).toMatchObject({ companyName: 'Acme (gone)', subscriptionStatus: 'CANCELED' });
});

test('the address of another client of the reseller is a conflict, and nothing changes', async () => {
  const { contactEmail } = await givenClient(api, reseller.actor);
  const { id } = await givenClient(api, reseller.actor);
  const before = await stored(api, id);

  const { errors } = await update(api, reseller.actor, { id, input: { contactEmail, companyName: 'Other' } });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'CLIENT_EMAIL' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('the address of another reseller’s client is free', async () => {
  const { contactEmail } = await givenClient(api, stranger.actor);
  const { id } = await givenClient(api, reseller.actor);

  const { data } = await update(api, reseller.actor, { id, input: { contactEmail } });

  expect(data?.updateClientAccount.contactEmail).toBe(contactEmail);
});

test('a stale version is a conflict', async () => {
  const { id } = await givenClient(api, reseller.actor);
  await update(api, reseller.actor, { id, input: { companyName: 'First' } });
  const before = await stored(api, id);

  const { errors } = await update(api, reseller.actor, { id, input: { companyName: 'Second' }, expectedVersion: 1 });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'STALE_VERSION' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('exactly one of two changes of the same version succeeds', async () => {
  const { id } = await givenClient(api, reseller.actor);

  const held = { sql: 'select 1 from client_account where id = $1', values: [id] };
  const changes = await whileHeld(api, held, 2, () =>
    Promise.all(
      ['One', 'Two'].map((companyName) =>
        update(api, reseller.actor, { id, input: { companyName }, expectedVersion: 1 }),
      ),
    ),
  );

  expect(changes.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason))).toEqual([
    'STALE_VERSION',
  ]);
});

test('C1: another reseller’s client gets the same answer as a random ID, and stays as it is', async () => {
  const { id } = await givenClient(api, stranger.actor);
  const before = await stored(api, id);
  const ask = async (someId: string) =>
    withoutRequestId(await update(api, reseller.actor, { id: someId, input: { companyName: 'Mine now' } }));

  const foreign = await ask(id);

  expect(foreign.errors).toMatchObject([{ message: 'ClientAccount not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(foreign).toEqual(await ask(uuid()));
  expect(foreign).toEqual(await ask('no-uuid'));
  expect(await stored(api, id)).toEqual(before);
});

test('F4: names every invalid field, and changes nothing', async () => {
  const { id } = await givenClient(api, reseller.actor);
  const before = await stored(api, id);
  const input = { companyName: ' ', contactName: 'x'.repeat(201), contactEmail: 'nobody', contactPhone: '' };

  const { errors } = await update(api, reseller.actor, { id, input });

  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const paths = errors?.[0]?.extensions.fields?.map(({ path }) => path);
  expect(new Set(paths)).toEqual(new Set(Object.keys(input).map((name) => `input.${name}`)));
  expect(await stored(api, id)).toEqual(before);
});

test.each(['id', 'resellerId', 'subscriptionStatus', 'subscriptionTier', 'version'])(
  'refuses the unknown input field %s',
  async (name) => {
    const { id } = await givenClient(api, reseller.actor);
    const before = await stored(api, id);

    const { errors } = await update(api, reseller.actor, { id, input: { [name]: stranger.resellerId } });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await stored(api, id)).toEqual(before);
  },
);

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
])('refuses $who with $code, and changes nothing', async ({ actor, code }) => {
  const { id } = await givenClient(api, reseller.actor);
  const before = [await stored(api, id), await counts(api)];

  const { errors } = await update(api, actor(), { id, input: { companyName: 'Other' } });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect([await stored(api, id), await counts(api)]).toEqual(before);
});
