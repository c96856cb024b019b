import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signatureOf } from '../../src/provisioning/callback/callback.signature.ts';
import { useApi } from '../support/api.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { addProvisioning, provisioningOf, systemEventsOf } from '../support/given/provisionings.ts';
import { FakeProduct, type SignedCallback } from '../support/processes/fake-product.ts';

const OTHER_SECRET = `whsec_${Buffer.from('the-next-secret-of-the-product').toString('base64')}`;

const product = await FakeProduct.start();
const api = useApi(product.environment);
let reseller: Partner;
beforeAll(async () => {
  reseller = await givenPartner(api);
});
afterAll(() => product.stop());

type Sent = Pick<SignedCallback, 'headers' | 'body'>;

const post = ({ headers, body }: Sent, url = api.url) =>
  fetch(`${url}/provisioning/callback`, { method: 'POST', headers, body });

/** What a caller can see of an answer. */
async function seen(response: Response): Promise<unknown> {
  const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return [response.status, headers, await response.text()];
}

/** A client whose versions are like this. By default, the product has taken the first one. There is no worker. */
async function givenTaken(row: object = {}): Promise<string> {
  const { id } = await givenClient(api, reseller.actor);
  await addProvisioning(api, id, { status: 'APPLYING', accepted_version: 1, ...row });
  return id;
}

describe('a signed callback has no effect', () => {
  test('J8: if it comes again', async () => {
    const id = await givenTaken();
    const callback = product.callback({ clientId: id, version: 1 });
    await post(callback);
    const before = await provisioningOf(api, id);

    expect((await post(callback)).status).toBe(200);

    expect(await provisioningOf(api, id)).toEqual(before);
    expect(await systemEventsOf(api, id)).toEqual(['client.provisioned']);
  });

  test('J8: if it is about an older version', async () => {
    const id = await givenTaken({ desired_version: 2, accepted_version: 2 });

    await post(product.callback({ clientId: id, version: 1, error: 'No.' }, { type: 'account.failed' }));
    expect(await provisioningOf(api, id)).toMatchObject({ status: 'APPLYING', problem: null });
    await post(product.callback({ clientId: id, version: 1 }));

    expect(await provisioningOf(api, id)).toMatchObject({ status: 'APPLYING', applied_version: 1, desired_version: 2 });
    expect(await systemEventsOf(api, id)).toEqual([]);
  });

  test('J8: if it is about a version that we never sent', async () => {
    const id = await givenTaken();
    const before = await provisioningOf(api, id);

    for (const version of [2, 99, 2_147_483_647, 9_007_199_254_740_991]) {
      expect((await post(product.callback({ clientId: id, version }))).status).toBe(200);
    }

    expect(await provisioningOf(api, id)).toEqual(before);
  });

  test('J8: if it confirms what waits for an admin after a restore', async () => {
    const id = await givenTaken({ status: 'FAILED', problem: 'HELD' });

    await post(product.callback({ clientId: id, version: 1 }));

    expect(await provisioningOf(api, id)).toMatchObject({ status: 'FAILED', problem: 'HELD', applied_version: 0 });
  });

  test('J8: if it says that what is set up has failed', async () => {
    const id = await givenTaken({ status: 'READY', applied_version: 1, accepted_version: null });

    await post(product.callback({ clientId: id, version: 1, error: 'No.' }, { type: 'account.failed' }));

    expect(await provisioningOf(api, id)).toMatchObject({ status: 'READY', problem: null });
  });

  test('J8: if it is an old failure of what was sent again since', async () => {
    const id = await givenTaken();
    const failure = product.callback({ clientId: id, version: 1, error: 'No.' }, { type: 'account.failed' });
    await post(failure);
    const retry = 'mutation ($id: ID!) { retryProvisioning(clientId: $id) { desiredVersion } }';
    const { data } = await api.ask(reseller.actor, retry, { id });
    expect(data).toEqual({ retryProvisioning: { desiredVersion: 2 } });

    await post(failure);

    expect(await provisioningOf(api, id)).toMatchObject({ status: 'PENDING', problem: null });
  });

  test.each([
    ['no JSON', 'clientId=1'],
    ['nothing', ''],
    ['a list', '[]'],
    ['another type', '{"type":"account.deleted","data":{"clientId":"x","version":1}}'],
    ['an ID that is none', `{"type":"account.applied","data":{"clientId":"1 or 1=1","version":1}}`],
    ['a version that is a text', `{"type":"account.applied","data":{"clientId":"${uuid()}","version":"1"}}`],
    ['a negative version', `{"type":"account.applied","data":{"clientId":"${uuid()}","version":-1}}`],
  ])('J8: if its body is %s', async (_, body) => {
    const response = await post(product.callback({}, { body }));

    expect([response.status, await response.text()]).toEqual([200, '{}']);
  });
});

test('J8: an unknown client is answered to the letter as a known one', async () => {
  const id = await givenTaken();

  const known = await post(product.callback({ clientId: id, version: 1 }));
  const unknown = await post(product.callback({ clientId: uuid(), version: 1 }));

  expect(await seen(unknown)).toEqual(await seen(known));
});

describe('J8: a callback that the product did not sign now is refused, and changes nothing', () => {
  const ago = (seconds: number) => new Date(Date.now() - 1_000 * seconds);
  const attacks: Record<string, (data: object) => Sent> = {
    'without a signature': (data) => {
      const { headers, body } = product.callback(data);
      return { headers: without(headers, 'webhook-signature'), body };
    },
    'without any header': (data) => ({ headers: {}, body: product.callback(data).body }),
    'without an ID': (data) => {
      const { headers, body } = product.callback(data);
      return { headers: without(headers, 'webhook-id'), body };
    },
    'with an empty ID': (data) => product.callback(data, { id: '' }),
    'with another secret': (data) => product.callback(data, { secret: OTHER_SECRET }),
    'with another body': (data) => ({
      headers: product.callback({ ...data, version: 7 }).headers,
      body: product.callback(data).body,
    }),
    'with the signature of another ID': (data) => withHeader(product.callback(data), 'webhook-id', 'msg_other'),
    'with a later timestamp than the signed one': (data) =>
      withHeader(product.callback(data, { at: ago(600) }), 'webhook-timestamp', String(Math.floor(Date.now() / 1_000))),
    'from six minutes ago': (data) => product.callback(data, { at: ago(360) }),
    'from six minutes ahead': (data) => product.callback(data, { at: ago(-360) }),
    'with a timestamp that is no number': (data) => signedAt(data, 'now'),
    'with a timestamp in milliseconds': (data) => signedAt(data, String(Date.now())),
    'with an asymmetric signature': (data) => withHeader(product.callback(data), 'webhook-signature', 'v1a,AAAA'),
    'with more signatures than a rotation needs': (data) => {
      const callback = product.callback(data);
      return withHeader(callback, 'webhook-signature', `${'v1,x '.repeat(10)}${callback.headers['webhook-signature']}`);
    },
  };

  test.each(Object.keys(attacks))('%s', async (attack) => {
    const id = await givenTaken();
    const before = await provisioningOf(api, id);
    const sent = attacks[attack]?.({ clientId: id, version: 1 }) ?? expect.fail();

    const response = await post(sent);

    expect([response.status, await response.text()]).toEqual([401, '{"error":"not_signed"}']);
    expect(await provisioningOf(api, id)).toEqual(before);
    expect(api.logs).toContainEqual(expect.objectContaining({ event: 'provisioning_callback_refused' }));
  });

  test.each([20_000, 1_000_000])('with a body of %i bytes', async (bytes) => {
    const response = await post(product.callback({ filler: 'x'.repeat(bytes) }));

    expect(response.status).toBe(413);
  });
});

test('both secrets of a rotation are accepted, and one of two signatures is enough', async () => {
  const another = await api.startAnother({ PRODUCT_CALLBACK_SECRET: `${product.secret}, ${OTHER_SECRET}` });
  try {
    for (const secret of [product.secret, OTHER_SECRET]) {
      const id = await givenTaken();
      const callback = product.callback({ clientId: id, version: 1 }, { secret });
      const signatures = `v1,${'A'.repeat(43)}= ${callback.headers['webhook-signature']}`;

      const response = await post(withHeader(callback, 'webhook-signature', signatures), another.url);

      expect(response.status).toBe(200);
      expect(await provisioningOf(api, id)).toMatchObject({ status: 'READY' });
    }
  } finally {
    await another.stop();
  }
});

test('signs as Standard Webhooks does', () => {
  // The example in the tests of its libraries.
  const request = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330', body: '{"test": 2432232314}' };

  expect(signatureOf(request, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

const withHeader = ({ headers, body }: Sent, name: string, value: string): Sent => ({
  headers: { ...headers, [name]: value },
  body,
});

const without = (headers: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

/** Signed correctly, with this as its timestamp. */
function signedAt(data: object, timestamp: string): Sent {
  const { headers, body, id, secret } = product.callback(data);
  const signature = signatureOf({ id, timestamp, body }, secret);
  return { headers: { ...headers, 'webhook-timestamp': timestamp, 'webhook-signature': signature }, body };
}
