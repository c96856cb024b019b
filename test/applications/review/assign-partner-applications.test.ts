import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenApplication, stored } from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { actionsOn, givenAdmin } from '../../support/given/people.ts';

const api = useApi();

const ASSIGN = `mutation ($input: AssignApplicationsInput!) {
  assignPartnerApplications(input: $input) {
    id application { version assignee { id } } error { code message reason version }
  }
}`;

interface Result {
  id: string;
  application: { version: number; assignee: { id: string } | null } | null;
  error: { code: string; message: string; reason: string | null; version: number | null } | null;
}

const assign = (input: object, actor = api.admin) =>
  api.ask<{ assignPartnerApplications: Result[] }>(actor, ASSIGN, { input });

test('assigns each application, and audits each', async () => {
  const ids = [await givenApplication(api), await givenApplication(api)];
  const { id: assigneeId } = await givenAdmin(api);

  const { data, errors } = await assign({ applications: ids.map((id) => ({ id, expectedVersion: 1 })), assigneeId });

  expect(errors).toBeUndefined();
  expect(data?.assignPartnerApplications).toEqual(
    ids.map((id) => ({ id, application: { version: 2, assignee: { id: assigneeId } }, error: null })),
  );
  for (const id of ids) expect(await actionsOn(api, id)).toEqual(['application.assigned']);
});

test('null removes the assignees', async () => {
  const id = await givenApplication(api);
  const { id: assigneeId } = await givenAdmin(api);
  await assign({ applications: [{ id }], assigneeId });

  const { data } = await assign({ applications: [{ id }], assigneeId: null });

  expect(data?.assignPartnerApplications[0]?.application).toEqual({ version: 3, assignee: null });
});

test('a stale version and an unknown ID fail alone', async () => {
  const [stale, good, unknown] = [await givenApplication(api), await givenApplication(api), uuid()];
  const { id: assigneeId } = await givenAdmin(api);
  const before = await stored(api, stale);

  const { data } = await assign({
    applications: [{ id: stale, expectedVersion: 7 }, { id: unknown }, { id: good, expectedVersion: 1 }],
    assigneeId,
  });

  expect(data?.assignPartnerApplications).toMatchObject([
    { id: stale, application: null, error: { code: 'CONFLICT', reason: 'STALE_VERSION', version: 1 } },
    { id: unknown, application: null, error: { code: 'NOT_FOUND' } },
    { id: good, application: { assignee: { id: assigneeId } }, error: null },
  ]);
  expect(await stored(api, stale)).toEqual(before);
});

test.each([['PARTNERS'], ['FINANCE']])('does not assign to an admin with only %s', async (role) => {
  const id = await givenApplication(api);
  const { id: assigneeId } = await givenAdmin(api, role);
  const before = await stored(api, id);

  const { data } = await assign({ applications: [{ id }], assigneeId });

  expect(data?.assignPartnerApplications).toMatchObject([{ error: { reason: 'ADMIN_CANNOT_REVIEW' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test.each([0, 101])('refuses %i applications, and changes nothing', async (many) => {
  const id = await givenApplication(api);
  const before = await stored(api, id);

  const { errors } = await assign({ applications: Array.from({ length: many }, () => ({ id })) });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.applications' }] } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('refuses a partner', async () => {
  const id = await givenApplication(api);
  const { actor, ownerId } = await givenPartner(api);
  const before = await stored(api, id);

  const { errors } = await assign({ applications: [{ id }], assigneeId: ownerId }, actor);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await stored(api, id)).toEqual(before);
});
