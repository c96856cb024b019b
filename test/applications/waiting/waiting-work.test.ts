import { expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenAdmin } from '../../support/given/people.ts';
import { statementsOf } from '../../support/statements.ts';

const api = useApi();

interface Work {
  pending: number;
  reviewing: number;
  unassigned: number;
  mine: number;
  openByAssignee: { assignee: { id: string } | null; count: number }[];
  oldestPendingAt: string | null;
  oldestReviewingAt: string | null;
  failedEmails: number;
}

const FIELDS = `pending reviewing unassigned mine openByAssignee { assignee { id } count }
  oldestPendingAt oldestReviewingAt failedEmails`;

const ask = (actor: Actor | undefined, fields = FIELDS) =>
  api.ask<{ waitingWork: Work }>(actor, `{ waitingWork { ${fields} } }`);

const assign = (id: string, assigneeId: string) =>
  api.ask(api.admin, 'mutation ($id: ID!, $to: ID) { assignPartnerApplication(id: $id, assigneeId: $to) { id } }', {
    id,
    to: assigneeId,
  });

test('an empty queue is all zero', async () => {
  const { data, errors } = await ask(api.admin);

  expect(errors).toBeUndefined();
  expect(data?.waitingWork).toEqual({
    pending: 0,
    reviewing: 0,
    unassigned: 0,
    mine: 0,
    openByAssignee: [],
    oldestPendingAt: null,
    oldestReviewingAt: null,
    failedEmails: 0,
  });
});

test('counts open applications by status and assignee, and failed emails', async () => {
  const kim = await givenAdmin(api);
  const lee = await givenAdmin(api);
  const ids: string[] = [];
  for (let count = 0; count < 7; count++) ids.push(await givenApplication(api));
  const [first = '', second = '', third = '', fourth = '', decided = '', , withdrawn = ''] = ids;
  await changeStatus(api, api.admin, { id: second, status: 'REVIEWING' });
  await changeStatus(api, api.admin, { id: third, status: 'REVIEWING' });
  await changeStatus(api, api.admin, { id: decided, status: 'REJECTED' });
  await assign(first, kim.id);
  await assign(second, kim.id);
  await assign(third, lee.id);
  await assign(decided, kim.id);
  await api.rows(`update partner_application set status = 'REJECTED', withdrawn_at = now() where id = $1`, [withdrawn]);
  await api.rows(`update partner_application set created_at = '2026-05-01' where id = $1`, [fourth]);
  await api.rows(`update partner_application set created_at = '2026-06-01' where id = $1`, [third]);
  await api.rows(
    `update email_message set status = 'FAILED' where id in (select id from email_message order by id limit 2)`,
  );

  const { data, errors } = await ask(kim.actor);

  expect(errors).toBeUndefined();
  expect(data?.waitingWork).toEqual({
    pending: 3,
    reviewing: 2,
    unassigned: 2,
    mine: 2,
    openByAssignee: expect.arrayContaining([
      { assignee: { id: kim.id }, count: 2 },
      { assignee: null, count: 2 },
      { assignee: { id: lee.id }, count: 1 },
    ]) as unknown,
    oldestPendingAt: '2026-05-01T00:00:00.000Z',
    oldestReviewingAt: '2026-06-01T00:00:00.000Z',
    failedEmails: 2,
  });
  expect(data?.waitingWork.openByAssignee.map(({ count }) => count)).toEqual([2, 2, 1]);
});

test('reads only what is selected, and all counts at once', async () => {
  const menu = await statementsOf(() => ask(api.admin, 'pending failedEmails'));
  const counts = await statementsOf(() => ask(api.admin, 'pending reviewing unassigned mine'));

  expect(menu).toHaveLength(2);
  expect(counts).toHaveLength(1);
});

test('partners and visitors do not see it', async () => {
  const { actor } = await givenPartner(api);

  const [partner, visitor] = [await ask(actor), await ask(undefined)];

  expect(partner.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect(visitor.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  expect([partner.data, visitor.data]).toEqual([null, null]);
});
