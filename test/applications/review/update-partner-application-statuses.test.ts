import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { changeStatus, givenApplication, stored, validInput } from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { actionsOn, givenAdmin } from '../../support/given/people.ts';

const api = useApi();

const UPDATE = `mutation ($input: UpdateStatusesInput!) {
  updatePartnerApplicationStatuses(input: $input) {
    id application { id status version statusHistory { message } } error { code message reason }
  }
}`;

interface Updated {
  updatePartnerApplicationStatuses: {
    id: string;
    application: { id: string; status: string; version: number } | null;
    error: { code: string; message: string; reason: string | null } | null;
  }[];
}

const update = (input: object, actor: typeof api.admin | undefined = api.admin) =>
  api.ask<Updated>(actor, UPDATE, { input });

test('changes each application separately: a refused one does not stop the others', async () => {
  const [first, last] = [await givenApplication(api), await givenApplication(api)];
  const approved = await givenApplication(api);
  await changeStatus(api, api.admin, { id: approved, status: 'APPROVED' });
  const stale = await givenApplication(api);
  const missing = uuid();
  const before = [await stored(api, approved), await stored(api, stale)];

  const { data, errors } = await update({
    applications: [
      { id: first, expectedVersion: 1 },
      { id: approved },
      { id: stale, expectedVersion: 7 },
      { id: missing },
      { id: 'no-uuid' },
      { id: last },
    ],
    status: 'REVIEWING',
    message: 'Soon.',
  });

  expect(errors).toBeUndefined();
  const moved = { status: 'REVIEWING', version: 2, statusHistory: [{ message: 'Soon.' }] };
  expect(data?.updatePartnerApplicationStatuses).toMatchObject([
    { id: first, application: { id: first, ...moved }, error: null },
    { id: approved, application: null, error: { code: 'CONFLICT', reason: 'APPLICATION_STATUS' } },
    { id: stale, application: null, error: { code: 'CONFLICT', reason: 'STALE_VERSION' } },
    { id: missing, application: null, error: { code: 'NOT_FOUND', reason: null } },
    { id: 'no-uuid', application: null, error: { code: 'NOT_FOUND' } },
    { id: last, application: { id: last, ...moved }, error: null },
  ]);
  expect([await stored(api, approved), await stored(api, stale)]).toEqual(before);
  expect(await actionsOn(api, first)).toEqual(['application.status_changed']);
});

test('approves several, each with account and invitation, and refuses only the contact that has an account', async () => {
  const taken = (await givenPartner(api)).email;
  const [one, again, other] = [
    await givenApplication(api),
    await givenApplication(api, { contactEmail: taken }),
    await givenApplication(api),
  ];
  const before = await stored(api, again);

  const { data } = await update({ applications: [one, again, other].map((id) => ({ id })), status: 'APPROVED' });

  expect(data?.updatePartnerApplicationStatuses.map(({ error }) => error?.code)).toEqual([
    undefined,
    'CONFLICT',
    undefined,
  ]);
  expect(await stored(api, again)).toEqual(before);
  const accounts = await api.rows('select 1 from partner_account where partner_id = any($1)', [[one, again, other]]);
  expect(accounts).toHaveLength(2);
});

test('only the declined application that cannot be reopened is refused', async () => {
  const { contactEmail } = validInput();
  const rejected = await givenApplication(api, { contactEmail });
  await changeStatus(api, api.admin, { id: rejected, status: 'REJECTED' });
  const newer = await givenApplication(api, { contactEmail });

  const { data } = await update({ applications: [{ id: rejected }, { id: newer }], status: 'REVIEWING' });

  expect(data?.updatePartnerApplicationStatuses).toMatchObject([
    { error: { code: 'CONFLICT', reason: 'OPEN_APPLICATION' } },
    { application: { status: 'REVIEWING' }, error: null },
  ]);
});

test.each([0, 101])('refuses %i applications, and changes nothing', async (many) => {
  const id = await givenApplication(api);
  const before = await stored(api, id);

  const { errors } = await update({ applications: Array.from({ length: many }, () => ({ id })), status: 'REVIEWING' });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.applications' }] } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('an admin whose session has ended is asked to sign in', async () => {
  const { actor, id: adminId } = await givenAdmin(api);
  const id = await givenApplication(api);
  await api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id: adminId });
  const before = await stored(api, id);

  const { errors } = await update({ applications: [{ id }], status: 'REVIEWING' }, actor);

  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('refuses a partner', async () => {
  const { actor } = await givenPartner(api);
  const id = await givenApplication(api);
  const before = await stored(api, id);

  const { errors } = await update({ applications: [{ id }], status: 'APPROVED' }, actor);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await stored(api, id)).toEqual(before);
});
