import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';
import { actionsOn, givenAdmin } from '../support/given/people.ts';

const api = useApi();

const UPDATE = `mutation ($input: UpdatePartnerAccountsInput!) {
  updatePartnerAccounts(input: $input) {
    id partner { version tier isActive } error { code message reason version }
  }
}`;

interface Result {
  id: string;
  partner: { version: number; tier: string; isActive: boolean } | null;
  error: { code: string; message: string; reason: string | null; version: number | null } | null;
}

const update = (input: object, actor: Actor | undefined = api.admin) =>
  api.ask<{ updatePartnerAccounts: Result[] }>(actor, UPDATE, { input });

const stored = async (id: string) => [
  await api.rows('select * from partner_account where id = $1', [id]),
  await api.rows('select * from audit_event where target_id = $1 order by sequence', [id]),
];

test('changes the tier of each partner, and audits each', async () => {
  const ids = [(await givenPartner(api)).resellerId, (await givenPartner(api)).resellerId];

  const { data, errors } = await update({ partners: ids.map((id) => ({ id })), tier: 'GOLD' });

  expect(errors).toBeUndefined();
  expect(data?.updatePartnerAccounts).toMatchObject(
    ids.map((id) => ({ id, partner: { tier: 'GOLD', isActive: true }, error: null })),
  );
  for (const id of ids) expect(await actionsOn(api, id)).toContain('partner.updated');
});

test('deactivates partners, whose users are signed out', async () => {
  const { resellerId: id, actor } = await givenPartner(api);

  const { data } = await update({ partners: [{ id }], isActive: false });

  expect(data?.updatePartnerAccounts).toMatchObject([
    { id, partner: { isActive: false, tier: 'SILVER' }, error: null },
  ]);
  expect((await api.ask(actor, '{ viewer { id } }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('a stale version and an unknown ID fail alone, and change nothing', async () => {
  const [{ resellerId: stale }, { resellerId: good }] = [await givenPartner(api), await givenPartner(api)];
  const before = await stored(stale);

  const { data } = await update({
    partners: [{ id: stale, expectedVersion: 77 }, { id: uuid() }, { id: 'no-uuid' }, { id: good }],
    tier: 'PLATINUM',
  });

  expect(data?.updatePartnerAccounts).toMatchObject([
    { id: stale, partner: null, error: { code: 'CONFLICT', reason: 'STALE_VERSION' } },
    { partner: null, error: { code: 'NOT_FOUND', reason: null } },
    { partner: null, error: { code: 'NOT_FOUND', reason: null } },
    { id: good, partner: { tier: 'PLATINUM' }, error: null },
  ]);
  expect(await stored(stale)).toEqual(before);
});

test.each([0, 101])('refuses %i partners, and changes nothing', async (many) => {
  const { resellerId: id } = await givenPartner(api);
  const before = await stored(id);

  const { errors } = await update({ partners: Array.from({ length: many }, () => ({ id })), tier: 'GOLD' });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.partners' }] } }]);
  expect(await stored(id)).toEqual(before);
});

test.each([
  { who: 'an anonymous caller', actorOf: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actorOf: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
  { who: 'an admin with only REVIEW', actorOf: async () => (await givenAdmin(api, 'REVIEW')).actor, code: 'FORBIDDEN' },
])('refuses $who with $code, and changes nothing', async ({ actorOf, code }) => {
  const { resellerId: id } = await givenPartner(api);
  const actor = await actorOf();
  const before = await stored(id);

  const { errors } = await api.ask(actor, UPDATE, { input: { partners: [{ id }], tier: 'GOLD' } });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored(id)).toEqual(before);
});
