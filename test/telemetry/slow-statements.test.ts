import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { waitingFor, whileHeld } from '../support/locks.ts';

const api = useApi({ SLOW_STATEMENT_MS: '1' });

test('a slow statement is logged with its operation and request, and without values', async () => {
  const id = await givenApplication(api);
  const change = 'mutation ($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { id } }';
  api.logs.length = 0;

  const row = { sql: 'select from partner_application where id = $1', values: [id] };
  const { data } = await whileHeld(api, row, 1, () => api.ask(api.admin, change, { id }));

  expect(data).toEqual({ updatePartnerApplicationStatus: { id } });
  await expect.poll(() => api.logs.find(({ msg }) => msg === 'request')).toBeDefined();
  const request = api.logs.find(({ msg }) => msg === 'request');
  const slow = api.logs.filter(({ msg }) => msg === 'slow statement');
  expect(slow).toContainEqual(
    expect.objectContaining({
      level: 40,
      operation: 'updatePartnerApplicationStatus',
      requestId: request?.['requestId'],
      statement: expect.stringContaining('partner_application'),
    }),
  );
  expect(JSON.stringify(slow)).not.toContain(id);
});

test('so is a slow read', async () => {
  api.logs.length = 0;
  await api.rows('begin; lock table partner_application in access exclusive mode');
  const asked = api.ask(api.admin, '{ partnerApplications { items { id } } }');
  await expect.poll(() => waitingFor(api)).toBe(1);
  await api.rows('commit');

  expect((await asked).errors).toBeUndefined();
  const slow = api.logs.filter(({ msg }) => msg === 'slow statement');
  expect(slow).toContainEqual(
    expect.objectContaining({
      operation: 'partnerApplications',
      statement: expect.stringContaining('from "partner_application"'),
    }),
  );
});
