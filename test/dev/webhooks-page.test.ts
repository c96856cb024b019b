import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';
import { deliveriesOf, givenEndpoint, testEndpoint } from '../support/given/webhooks.ts';
import { startWorker } from '../support/outbound/receiver.ts';

const api = useApi();

const pageOf = async (name: string) => (await fetch(`${api.url}/dev/webhooks/${name}`)).text();

const localhost = () => api.url.replace('127.0.0.1', 'localhost');

test('a receiver verifies what arrives, and shows it', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: `${localhost()}/dev/webhooks/shop` });
  expect(await pageOf('shop')).toContain('Nothing has arrived yet.');
  const worker = await startWorker(api);
  try {
    await testEndpoint(api, actor, endpoint.id);
    await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'DELIVERED' }]);
  } finally {
    await worker.stop();
  }

  const page = await pageOf('shop');

  expect(page).toContain('webhook.test');
  expect(page).toContain('>verified<');
  expect(await pageOf('other')).not.toContain('webhook.test');
});

test('a forged request is shown as not verified', async () => {
  const headers = { 'webhook-id': '1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' };
  const body = JSON.stringify({ type: '<b>forged</b>' });

  const { status } = await fetch(`${api.url}/dev/webhooks/forged`, { method: 'POST', headers, body });

  expect(status).toBe(204);
  const page = await pageOf('forged');
  expect(page).toContain('&lt;b&gt;forged&lt;/b&gt;');
  expect(page).toContain('not verified');
});

test.each([
  ['broken', 500],
  ['gone', 410],
  ['not a name', 404],
])('the receiver %s answers %i', async (name, status) => {
  const path = `/dev/webhooks/${encodeURIComponent(name)}`;

  expect((await fetch(`${api.url}${path}`, { method: 'POST', body: '{}' })).status).toBe(status);
});
