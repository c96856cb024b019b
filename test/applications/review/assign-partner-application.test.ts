import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenApplication, stored } from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { actionsOn, auditOf, givenAdmin } from '../../support/given/people.ts';

const api = useApi();

const ASSIGN = `mutation ($id: ID!, $assigneeId: ID, $expectedVersion: Int) {
  assignPartnerApplication(id: $id, assigneeId: $assigneeId, expectedVersion: $expectedVersion) {
    version assignee { id isActive }
  }
}`;

interface Assigned {
  assignPartnerApplication: { version: number; assignee: { id: string; isActive: boolean } | null };
}

const assign = (variables: object, actor = api.admin) => api.ask<Assigned>(actor, ASSIGN, variables);

const deactivate = (id: string) => api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id });

test('assigns an application to an admin, and audits the caller', async () => {
  const id = await givenApplication(api);
  const { id: assigneeId } = await givenAdmin(api);

  const { data, errors } = await assign({ id, assigneeId, expectedVersion: 1 });

  expect(errors).toBeUndefined();
  expect(data?.assignPartnerApplication).toEqual({ version: 2, assignee: { id: assigneeId, isActive: true } });
  const [event] = await auditOf(api, id);
  expect(event).toMatchObject({
    action: 'application.assigned',
    actor_email: 'admin@reachgenie.example',
    changes: JSON.stringify({ assigneeId: { from: null, to: assigneeId } }),
  });
});

test('changes nothing if repeated, and null removes the assignee', async () => {
  const id = await givenApplication(api);
  const { id: assigneeId } = await givenAdmin(api);
  await assign({ id, assigneeId });

  const again = await assign({ id, assigneeId });
  const freed = await assign({ id, assigneeId: null });

  expect(again.data?.assignPartnerApplication.version).toBe(2);
  expect(freed.data?.assignPartnerApplication).toEqual({ version: 3, assignee: null });
  expect(await actionsOn(api, id)).toEqual(['application.assigned', 'application.assigned']);
});

test('keeps the assignee after a deactivation', async () => {
  const id = await givenApplication(api);
  const { id: assigneeId } = await givenAdmin(api);
  await assign({ id, assigneeId });

  await deactivate(assigneeId);

  const query = 'query ($id: ID!) { partnerApplication(id: $id) { assignee { id isActive } } }';
  const { data } = await api.ask(api.admin, query, { id });
  expect(data).toEqual({ partnerApplication: { assignee: { id: assigneeId, isActive: false } } });
});

test.each([
  { who: 'an unknown admin', assignee: async () => uuid() },
  { who: 'no ID', assignee: async () => 'me' },
  { who: 'a partner', assignee: async () => (await givenPartner(api)).ownerId },
  {
    who: 'a deactivated admin',
    assignee: async () => {
      const { id } = await givenAdmin(api);
      await deactivate(id);
      return id;
    },
  },
])('does not assign to $who', async ({ assignee }) => {
  const id = await givenApplication(api);
  const assigneeId = await assignee();
  const before = await stored(api, id);

  const { errors } = await assign({ id, assigneeId });

  expect(errors).toMatchObject([{ message: 'Admin not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test.each([['PARTNERS'], ['FINANCE']])('does not assign to an admin with only %s', async (role) => {
  const id = await givenApplication(api);
  const { id: assigneeId } = await givenAdmin(api, role);
  const before = await stored(api, id);

  const { errors } = await assign({ id, assigneeId });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'ADMIN_CANNOT_REVIEW' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('admins with REVIEW among other roles can be assigned, even by themselves', async () => {
  const id = await givenApplication(api);
  const { id: assigneeId, actor } = await givenAdmin(api, 'FINANCE', 'REVIEW');

  expect((await assign({ id, assigneeId }, actor)).data?.assignPartnerApplication.assignee?.id).toBe(assigneeId);
});

test('keeps the assignee after the loss of REVIEW', async () => {
  const id = await givenApplication(api);
  const { id: assigneeId } = await givenAdmin(api);
  await assign({ id, assigneeId });
  const change = 'mutation ($id: ID!) { changeAdminRoles(id: $id, roles: [FINANCE]) { id } }';

  expect((await api.ask(api.admin, change, { id: assigneeId })).errors).toBeUndefined();

  const query = 'query ($id: ID!) { partnerApplication(id: $id) { assignee { id roles } } }';
  const { data } = await api.ask(api.admin, query, { id });
  expect(data).toEqual({ partnerApplication: { assignee: { id: assigneeId, roles: ['FINANCE'] } } });
});

test('an unknown application is NOT_FOUND', async () => {
  expect((await assign({ id: uuid() })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('a stale version is a conflict, and nothing changes', async () => {
  const id = await givenApplication(api);
  const { id: assigneeId } = await givenAdmin(api);
  const before = await stored(api, id);

  const { errors } = await assign({ id, assigneeId, expectedVersion: 2 });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'STALE_VERSION' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('refuses a partner', async () => {
  const id = await givenApplication(api);
  const { actor, ownerId } = await givenPartner(api);
  const before = await stored(api, id);

  const { errors } = await assign({ id, assigneeId: ownerId }, actor);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await stored(api, id)).toEqual(before);
});
