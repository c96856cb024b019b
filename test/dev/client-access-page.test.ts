import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenAccess, INACTIVE, introspect } from '../support/given/callers/client-access.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let reseller: Partner;
let clientId: string;

beforeAll(async () => {
  reseller = await givenPartner(api);
  clientId = (await givenClient(api, reseller.actor)).id;
});

const ask = (what: 'open' | 'end', token: string): Promise<Response> =>
  fetch(`${api.url}/dev/client-access/${what}`, { method: 'POST', body: new URLSearchParams({ token }) });

test('the URL of an access opens the page, and its policy allows the one script', async () => {
  const { url } = await givenAccess(api, reseller.actor, clientId);
  expect(url).toMatch(/^http:\/\/localhost:4000\/dev\/client-access#access_token=[\w.-]+$/);

  const response = await fetch(`${api.url}/dev/client-access`);

  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const [, script = ''] = /<script>(.*)<\/script>/s.exec(await response.text()) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');
  expect(response.headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'`);
});

test('shows the user and the client, once', async () => {
  const { accessToken } = await givenAccess(api, reseller.actor, clientId);

  expect(await (await ask('open', accessToken)).json()).toMatchObject({
    active: true,
    sub: clientId,
    act: { email: reseller.email },
  });
  expect(await (await ask('open', accessToken)).json()).toEqual(INACTIVE);
  expect(await (await ask('open', 'nonsense')).json()).toEqual(INACTIVE);
});

test('ends the access', async () => {
  const { accessToken } = await givenAccess(api, reseller.actor, clientId);

  expect((await ask('end', accessToken)).status).toBe(200);
  expect(await introspect(api, accessToken)).toEqual(INACTIVE);
});
