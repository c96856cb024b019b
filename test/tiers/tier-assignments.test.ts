import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';
import { assign } from '../support/given/tiers.ts';

const api = useApi();

test('admins see the history with its reasons, latest first', async () => {
  const { resellerId } = await givenPartner(api);
  await givenPartner(api);
  await assign(api, api.admin, { id: resellerId, tier: 'GOLD', note: 'A pilot.', pinnedUntil: '2027-06-30' });

  const query = `query ($id: ID!) { tierAssignments(id: $id) {
    items { tier from to reason note decidedBy pinnedUntil } pageInfo { totalItems }
  } }`;
  const { data } = await api.ask<{ tierAssignments: { items: { from: string }[]; pageInfo: object } }>(
    api.admin,
    query,
    { id: resellerId },
  );

  const [current] = data?.tierAssignments.items ?? [];
  expect(data?.tierAssignments).toEqual({
    items: [
      {
        tier: 'GOLD',
        from: expect.any(String),
        to: null,
        reason: 'MANUAL',
        note: 'A pilot.',
        decidedBy: ADMIN.name,
        pinnedUntil: '2027-06-30',
      },
      {
        tier: 'SILVER',
        from: expect.any(String),
        to: current?.from,
        reason: 'INITIAL',
        note: null,
        decidedBy: null,
        pinnedUntil: null,
      },
    ],
    pageInfo: { totalItems: 2 },
  });
});
