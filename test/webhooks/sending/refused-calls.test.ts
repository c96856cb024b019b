import { once } from 'node:events';
import { createServer } from 'node:net';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { deliveriesOf, givenEndpoint, testEndpoint } from '../../support/given/webhooks.ts';
import { FakeDns } from '../../support/outbound/fake-dns.ts';
import { useReceiver } from '../../support/outbound/receiver.ts';

const HOST = 'hooks.shop.example';

const environment: Record<string, string> = {};
let dns: FakeDns;
beforeAll(async () => {
  dns = await FakeDns.start();
  environment['DNS_SERVERS'] = dns.address;
  return () => dns.stop();
});
const api = useApi(environment);
useReceiver(api, environment);

test('J1, J2: a name that turns private later gets no byte, and the try says why', async () => {
  const { actor } = await givenPartner(api);
  dns.answer(HOST, ['93.184.216.34']);
  const { endpoint } = await givenEndpoint(api, actor, { url: `https://${HOST}/hook` });
  let connections = 0;
  const inner = createServer(() => void connections++).listen(0, '127.0.0.1');
  await once(inner, 'listening');
  onTestFinished(() => void inner.close());
  dns.answer(HOST, ['127.0.0.1']);

  await testEndpoint(api, actor, endpoint.id);

  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'FAILED' }]);
  expect(await deliveriesOf(api, actor, endpoint.id)).toMatchObject([
    { failure: 'NOT_PUBLIC', error: 'not a public address', tries: [{ status: null, error: 'not a public address' }] },
  ]);
  expect(connections).toBe(0);
});

test('a name without an address fails', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: 'https://missing.shop.example/' });

  await testEndpoint(api, actor, endpoint.id);

  await expect
    .poll(() => deliveriesOf(api, actor, endpoint.id))
    .toMatchObject([{ status: 'FAILED', error: 'the host name was not found' }]);
});
