import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeStatus, givenApplication, stored } from '../support/given/applications.ts';
import { givenPartner } from '../support/given/partners.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi();
let id: string;

beforeAll(async () => {
  id = await givenApplication(api, { companySize: 'SIZE_51_200' });
});

const path = () => `/api/admin/partner-applications/${id}`;

test('a note is added under the given name, and shown with the application', async () => {
  const sent = { authorName: 'Grace', note: 'Called them.\nThey are nice.' };

  const added = await callRest(api, api.admin, `POST ${path()}/notes`, { body: sent });
  const { status, headers, body } = await callRest(api, api.admin, `GET ${path()}`);

  expect([added.status, added.body]).toEqual([201, { ...sent, id: expect.any(String), createdAt: expect.any(String) }]);
  expect(status).toBe(200);
  expect(body).toMatchObject({ id, companySize: '51-200', status: 'PENDING', notes: [added.body], statusHistory: [] });
  expect(headers.get('etag')).toBe(`"${String(body['version'])}"`);
});

test('an application is always shown whole, because its notes do not change the version', async () => {
  const { headers } = await callRest(api, api.admin, `GET ${path()}`);
  const sent = { headers: { 'if-none-match': headers.get('etag') ?? '' } };
  expect((await callRest(api, api.admin, `GET ${path()}`, sent)).status).toBe(200);
});

test('a note without text is 400, and nothing is stored', async () => {
  const before = await stored(api, id);
  const refused = (body: object) => refusedRest(api, api.admin, `POST ${path()}/notes`, { body });

  expect(namesIn(await refused({ authorName: 'Grace' }))).toEqual(['note']);
  expect(namesIn(await refused({ authorName: ' ', note: ' ' }))).toEqual(['authorName', 'note']);
  expect(namesIn(await refused({ note: 'x', mentionIds: [] }))).toEqual(['mentionIds']);
  expect(await stored(api, id)).toEqual(before);
});

test('an unknown application is 404 for each operation', async () => {
  const unknown = `/api/admin/partner-applications/${uuid()}`;
  const answers = [
    await refusedRest(api, api.admin, `GET ${unknown}`),
    await refusedRest(api, api.admin, `PATCH ${unknown}/status`, { body: { status: 'APPROVED' } }),
    await refusedRest(api, api.admin, `POST ${unknown}/notes`, { body: { note: 'x' } }),
  ];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'NOT_FOUND']));
});

test('a status is changed with its message, and shown in the history', async () => {
  const sent = { status: 'APPROVED', message: 'Welcome.' };

  const { status, headers, body } = await callRest(api, api.admin, `PATCH ${path()}/status`, {
    body: sent,
    headers: { 'if-match': '"1"' },
  });

  expect(status).toBe(200);
  expect(body).toMatchObject({ id, status: 'APPROVED', companySize: '51-200', nextStatuses: [], version: 2 });
  expect(headers.get('etag')).toBe('"2"');
  const { body: shown } = await callRest(api, api.admin, `GET ${path()}`);
  expect(shown).toMatchObject({ statusHistory: [{ from: 'PENDING', to: 'APPROVED', message: 'Welcome.' }] });
  expect(shown['partnerAccount']).toMatchObject({ companyName: body['companyName'] });
});

test('a status that cannot follow is 409, an unknown one 400, a stale version 412, and nothing changes', async () => {
  const other = await givenApplication(api);
  await changeStatus(api, api.admin, { id: other, status: 'APPROVED' });
  const before = await stored(api, other);
  const refused = (body: object, headers = {}) =>
    refusedRest(api, api.admin, `PATCH /api/admin/partner-applications/${other}/status`, { body, headers });

  const final = await refused({ status: 'PENDING' });
  const unknown = await refused({ status: 'approved' });
  const stale = await refused({ status: 'REJECTED' }, { 'if-match': '"1"' });

  expect([final.status, final.body.reason]).toEqual([409, 'APPLICATION_STATUS']);
  expect([unknown.status, namesIn(unknown)]).toEqual([400, ['status']]);
  expect([stale.status, stale.body.reason]).toEqual([412, 'STALE_VERSION']);
  expect(await stored(api, other)).toEqual(before);
});

test('partners see and change no application', async () => {
  const { actor } = await givenPartner(api);
  const before = await stored(api, id);

  const answers = [
    await refusedRest(api, actor, `GET ${path()}`),
    await refusedRest(api, actor, `PATCH ${path()}/status`, { body: { status: 'REJECTED' } }),
    await refusedRest(api, actor, `POST ${path()}/notes`, { body: { note: 'x' } }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(await stored(api, id)).toEqual(before);
});
