import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { changeStatus, givenApplication, stored, validInput } from '../../support/given/applications.ts';
import { whileHeld } from '../../support/locks.ts';

const api = useApi();
const change = (variables: { id: string; status: string; message?: string; expectedVersion?: number }) =>
  changeStatus(api, api.admin, variables);

test('changes the status, increases the version, adds to the history, and emails the applicant', async () => {
  const id = await givenApplication(api);

  const { data, errors } = await change({ id, status: 'REVIEWING', message: 'Soon.\nPromised.', expectedVersion: 1 });

  expect(errors).toBeUndefined();
  expect(data?.updatePartnerApplicationStatus).toMatchObject({ status: 'REVIEWING', version: 2, decidedAt: null });
  expect(
    await api.rows(
      'select "from", "to", changed_by, message from partner_application_status_change where application_id = $1',
      [id],
    ),
  ).toEqual([{ from: 'PENDING', to: 'REVIEWING', changed_by: 'Ada Admin', message: 'Soon.\nPromised.' }]);
  const emails = await api.rows(
    'select template, data from email_message where application_id = $1 order by id desc limit 1',
    [id],
  );
  expect(emails).toMatchObject([{ template: 'application.status_changed', data: { message: 'Soon.\nPromised.' } }]);
});

const WAYS: Record<string, string[]> = {
  PENDING: ['REVIEWING', 'APPROVED', 'REJECTED'],
  REVIEWING: ['PENDING', 'APPROVED', 'REJECTED'],
  APPROVED: [],
  REJECTED: ['REVIEWING'],
};
const STATUSES = Object.keys(WAYS);

test.each(STATUSES.flatMap((from) => STATUSES.filter((to) => to !== from).map((to) => ({ from, to }))))(
  '$from to $to',
  async ({ from, to }) => {
    const id = await givenApplication(api);
    if (from !== 'PENDING') await change({ id, status: from });
    const before = await stored(api, id);

    const { data, errors } = await change({ id, status: to });

    if (WAYS[from]?.includes(to)) {
      expect(data?.updatePartnerApplicationStatus.status).toBe(to);
      expect(data?.updatePartnerApplicationStatus.decidedAt === null).toBe(['PENDING', 'REVIEWING'].includes(to));
    } else {
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'APPLICATION_STATUS' } }]);
      expect(await stored(api, id)).toEqual(before);
    }
  },
);

test.each(STATUSES)('%s lists the statuses that can follow', async (status) => {
  const id = await givenApplication(api);
  await change({ id, status });
  const query = 'query ($id: ID!) { partnerApplication(id: $id) { nextStatuses } }';

  const { data } = await api.ask<{ partnerApplication: { nextStatuses: string[] } }>(api.admin, query, { id });

  expect(data?.partnerApplication.nextStatuses.toSorted()).toEqual(WAYS[status]?.toSorted());
});

test.each(STATUSES)('%s again changes nothing and sends no email', async (status) => {
  const id = await givenApplication(api);
  await change({ id, status });
  const before = await stored(api, id);

  const { data } = await change({ id, status, message: 'Again.' });

  expect(data?.updatePartnerApplicationStatus).toMatchObject({ status });
  expect(await stored(api, id)).toEqual(before);
});

test('a stale version is a conflict', async () => {
  const id = await givenApplication(api);
  await change({ id, status: 'REVIEWING' });
  const before = await stored(api, id);

  const { errors } = await change({ id, status: 'APPROVED', expectedVersion: 1 });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'STALE_VERSION' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('exactly one of two concurrent decisions succeeds', async () => {
  const id = await givenApplication(api);

  const held = { sql: 'select 1 from partner_application where id = $1', values: [id] };
  const decisions = await whileHeld(api, held, 2, () =>
    Promise.all(['APPROVED', 'REJECTED'].map((status) => change({ id, status, expectedVersion: 1 }))),
  );

  const reasons = decisions.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason));
  expect(reasons).toEqual(['STALE_VERSION']);
  expect(
    await api.rows('select 1 from partner_application_status_change where application_id = $1', [id]),
  ).toHaveLength(1);
});

test('a declined application cannot be reopened while a newer one is open', async () => {
  const input = validInput();
  const id = await givenApplication(api, input);
  await change({ id, status: 'REJECTED' });
  await givenApplication(api, input);
  const before = await stored(api, id);

  const { errors } = await change({ id, status: 'REVIEWING' });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'OPEN_APPLICATION' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test.each(['random', 'malformed'])('a %s id is not found', async (kind) => {
  const { errors } = await change({ id: kind === 'random' ? uuid() : 'no-uuid', status: 'REVIEWING' });

  expect(errors).toMatchObject([{ message: 'PartnerApplication not found.', extensions: { code: 'NOT_FOUND' } }]);
});

test('refuses a message that is too long, blank or not printable, and changes nothing', async () => {
  const id = await givenApplication(api);
  const before = await stored(api, id);

  for (const message of ['x'.repeat(5001), ' ', 'a\u0000b']) {
    const { errors } = await change({ id, status: 'REVIEWING', message });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(errors?.[0]?.extensions.fields?.[0]?.path).toBe('message');
  }
  expect(await stored(api, id)).toEqual(before);
});

test('refuses anonymous callers, and changes nothing', async () => {
  const id = await givenApplication(api);
  const before = await stored(api, id);

  const { errors } = await changeStatus(api, undefined, { id, status: 'REVIEWING' });

  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(await stored(api, id)).toEqual(before);
});
