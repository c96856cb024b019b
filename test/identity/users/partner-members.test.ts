import { expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenMember } from '../../support/given/people.ts';

const api = useApi();

const LIST = `query ($partnerId: ID!, $isActive: Boolean) {
  partnerMembers(partnerId: $partnerId, isActive: $isActive) { items { id } pageInfo { totalItems } }
}`;

const list = (actor: Actor, partnerId: string, isActive?: boolean) =>
  api.ask<{ partnerMembers: { items: { id: string }[]; pageInfo: { totalItems: number } } }>(actor, LIST, {
    partnerId,
    isActive,
  });

test('an admin reads the users of one partner, oldest first', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenMember(api, partner);
  await givenPartner(api);
  await api.rows('update user_account set is_active = false where id = $1', [id]);

  const { data } = await list(api.admin, partner.resellerId);
  const { data: active } = await list(api.admin, partner.resellerId, true);

  expect(data?.partnerMembers.items).toEqual([{ id: partner.ownerId }, { id }]);
  expect(data?.partnerMembers.pageInfo.totalItems).toBe(2);
  expect(active?.partnerMembers.items).toEqual([{ id: partner.ownerId }]);
});

test('B1: an owner reads no team by ID, not even the own one', async () => {
  const [mine, theirs] = [await givenPartner(api), await givenPartner(api)];

  for (const { resellerId } of [mine, theirs]) {
    expect((await list(mine.actor, resellerId)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});
