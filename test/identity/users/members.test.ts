import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { givenKey } from '../../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { givenInvitedMember, givenMember, type MemberAnswer } from '../../support/given/people.ts';

const api = useApi();
let partner: Partner;

interface Members {
  members: { items: MemberAnswer[]; pageInfo: { totalItems: number } };
}

const list = (actor: Actor | undefined, args = '') =>
  api.ask<Members>(
    actor,
    `{ members${args} { items { id email name partnerRole isActive joinedAt createdAt } pageInfo { totalItems } } }`,
  );

beforeAll(async () => {
  partner = await givenPartner(api);
  await givenMember(api, await givenPartner(api));
});

test('lists the own users, oldest first: joined, invited, removed', async () => {
  const joined = await givenMember(api, partner);
  const invited = await givenInvitedMember(api, partner, 'OWNER');
  const removed = await givenMember(api, partner);
  await api.ask(partner.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id: removed.id });

  const { data } = await list(partner.actor);

  expect(data?.members.items).toMatchObject([
    { id: partner.ownerId, email: partner.email, partnerRole: 'OWNER', isActive: true, joinedAt: expect.any(String) },
    { id: joined.id, name: 'Olive Owner', partnerRole: 'MEMBER', isActive: true, joinedAt: expect.any(String) },
    { id: invited.id, name: 'Max Member', partnerRole: 'OWNER', isActive: true, joinedAt: null },
    { id: removed.id, isActive: false },
  ]);
  expect(data?.members.pageInfo.totalItems).toBe(4);
  const active = await list(partner.actor, '(isActive: true)');
  expect(active.data?.members.items.map(({ id }) => id)).toEqual([partner.ownerId, joined.id, invited.id]);
  expect((await list(partner.actor, '(isActive: false)')).data?.members.items.map(({ id }) => id)).toEqual([
    removed.id,
  ]);
});

test.each([
  { who: 'anonymous', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a member who is not an owner',
    actor: async () => (await givenMember(api, partner)).actor,
    code: 'FORBIDDEN',
  },
  { who: 'an API key of an owner', actor: () => givenKey(api, partner.actor), code: 'FORBIDDEN' },
])('$who may not: $code', async ({ actor, code }) => {
  const { data, errors } = await list(await actor());

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
