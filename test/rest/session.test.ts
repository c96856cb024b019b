import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi();
const PATH = 'POST /api/session';
const { email, password } = ADMIN;

test('returns a token that works, and sets no cookie', async () => {
  const { status, headers, body } = await callRest(api, undefined, PATH, { body: { email, password } });

  expect(status).toBe(201);
  expect(body).toMatchObject({ mustAddSecondFactor: false, viewer: { email, role: 'ADMIN' } });
  expect(headers.getSetCookie()).toEqual([]);
  expect(headers.get('cache-control')).toBe('no-store');
  const actor = { accessToken: String(body['accessToken']) };
  expect((await callRest(api, actor, 'GET /api/admin/partner-applications')).status).toBe(200);
});

test('the cookie of a session is not read', async () => {
  const signedIn = await api.post({
    query: `mutation { signIn(email: "${email}", password: "${password}") { expiresAt } }`,
  });
  const cookie = signedIn.headers.getSetCookie().join('; ');
  expect(cookie).toContain('reachgenie_refresh=');

  const { status } = await refusedRest(api, undefined, 'GET /api/admin/partner-applications', { headers: { cookie } });

  expect(status).toBe(401);
});

test('a wrong password and an unknown address get the same 401, and no session', async () => {
  const sessions = () => api.rows('select count(*) from user_session');
  const before = await sessions();
  const refused = async (body: object) => {
    const answer = await refusedRest(api, undefined, PATH, { body });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    return { ...answer.body, requestId: undefined };
  };

  const wrong = await refused({ email, password: 'not it' });

  expect(wrong).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  expect(await refused({ email: 'nobody@reachgenie.example', password })).toEqual(wrong);
  expect(await sessions()).toEqual(before);
});

test('400 names missing fields and never repeats a password', async () => {
  const answer = await refusedRest(api, undefined, PATH, { body: { password: { secret: 'hunter2' } } });

  expect(answer.status).toBe(400);
  expect(namesIn(answer)).toEqual(['email', 'password']);
  expect(JSON.stringify([answer.body, api.logs])).not.toContain('hunter2');
});
