import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi({ CLIENT_APP_URL: 'https://app.example.com/login' });
let reseller: Partner;
let path: string;

beforeAll(async () => {
  reseller = await givenPartner(api);
  path = `POST /api/partner/clients/${(await givenClient(api, reseller.actor)).id}/access`;
});

const sessions = () => api.rows('select count(*) from client_access_session');
const body = { reason: 'They asked for help.' };

test('returns temporary credentials that no cache keeps', async () => {
  const { status, headers, body: access } = await callRest(api, reseller.actor, path, { body });

  expect(status).toBe(201);
  expect(access).toEqual({
    sessionId: expect.any(String),
    accessToken: expect.any(String),
    url: `https://app.example.com/login#access_token=${String(access['accessToken'])}`,
    expiresAt: expect.any(String),
  });
  expect(headers.get('cache-control')).toBe('no-store');
});

test('requires a reason', async () => {
  const before = await sessions();

  const none = await refusedRest(api, reseller.actor, path);
  const empty = await refusedRest(api, reseller.actor, path, { body: {} });
  const blank = await refusedRest(api, reseller.actor, path, { body: { reason: ' ' } });

  expect([none, empty, blank].map(({ status }) => status)).toEqual([400, 400, 400]);
  expect([none, empty, blank].flatMap((answer) => namesIn(answer))).toEqual(['body', 'reason', 'reason']);
  expect(await sessions()).toEqual(before);
});

test('D1: an API key, an admin and another reseller get no credentials', async () => {
  const before = await sessions();
  const callers = [await givenKey(api, reseller.actor), api.admin, (await givenPartner(api)).actor];

  const statuses = [];
  for (const caller of callers) statuses.push((await refusedRest(api, caller, path, { body })).status);

  expect(statuses).toEqual([403, 403, 404]);
  expect(await sessions()).toEqual(before);
});
