import { afterEach, expect, test, vi } from 'vitest';
import { PartnerApplication } from '../../../src/applications/application.entity.ts';
import { useApi } from '../../support/api.ts';
import { givenKey } from '../../support/given/api-keys.ts';
import { givenApplication, stored } from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { whileChanged } from '../../support/database.changes.ts';

const api = useApi();
afterEach(() => void vi.restoreAllMocks());

const SECRET = 'what-nobody-may-read';

/**
 * Checks that one line has this message, with an error that names the failure and its place. None contains a value of
 * a row.
 */
function expectNoRows(lines: Record<string, unknown>[], message: string): void {
  const text = JSON.stringify(lines);
  expect(text).not.toMatch(/Failing row/);
  expect(text).not.toContain(SECRET);
  const [line] = lines.filter(({ msg }) => msg === message);
  expect(line).toMatchObject({
    err: { message: expect.stringContaining('surprise'), stack: expect.stringContaining(' at ') },
  });
}

test('H1: a check that fails in one of several changes', async () => {
  const id = await givenApplication(api);
  const before = await stored(api, id);
  const change = `alter table partner_application_status_change add constraint surprise check (message <> '${SECRET}')`;
  const back = 'alter table partner_application_status_change drop constraint surprise';
  const logged = api.logs.length;

  const query = `mutation ($id: ID!, $message: String!) {
    updatePartnerApplicationStatuses(input: { applications: [{ id: $id }], status: REVIEWING, message: $message }) {
      error { code message }
    }
  }`;
  const answer = await whileChanged(api, { change, back }, () => api.ask(api.admin, query, { id, message: SECRET }));

  const error = { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' };
  expect(answer).toEqual({ data: { updatePartnerApplicationStatuses: [{ error }] } });
  expectNoRows(api.logs.slice(logged), 'unhandled error');
  expect(await stored(api, id)).toEqual(before);
});

test('H1: a trigger that fails after the response', async () => {
  const key = await givenKey(api, (await givenPartner(api)).actor, { name: SECRET });
  const change = `create function surprise() returns trigger language plpgsql as
      $$begin raise exception 'surprise' using detail = new.name; end$$;
    create trigger surprise before update on api_key for each row execute function surprise()`;
  const logged = api.logs.length;
  const lines = () => api.logs.slice(logged);

  await whileChanged(api, { change, back: 'drop function surprise cascade' }, async () => {
    await api.ask(key, '{ viewer { id } }');
    await expect.poll(() => lines().some(({ apiKeyId }) => apiKeyId)).toBe(true);
  });

  expectNoRows(lines(), 'API key use not written');
});

test('H1: an error inside other errors', async () => {
  const id = await givenApplication(api);
  const ofDatabase = Object.assign(new Error('surprise'), { severity: 'ERROR', detail: SECRET });
  const cause = new Error('cause', { cause: ofDatabase });
  const other = Object.assign(new Error('other'), { previous: { ...ofDatabase, message: 'as pg-boss tells it' } });
  const several = Object.assign(new AggregateError([ofDatabase, other], 'several'), { cause });
  Object.assign(cause, { circle: several });
  vi.spyOn(PartnerApplication.prototype, 'moveTo').mockImplementation(() => {
    throw several;
  });
  const logged = api.logs.length;

  const query = `mutation { updatePartnerApplicationStatus(id: "${id}", status: REVIEWING) { id } }`;
  await api.ask(api.admin, query);

  expect(JSON.stringify(api.logs.slice(logged))).toMatch(/several: cause: surprise.*aggregateErrors.*other/);
  expectNoRows(api.logs.slice(logged), 'unhandled error');
});
