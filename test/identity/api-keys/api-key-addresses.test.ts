import { beforeAll, describe, expect, test } from 'vitest';
import { useApi, postTo, type GraphQLProblem } from '../../support/api.ts';
import { createKey, givenKey, listKeys, storedKeys, type Key } from '../../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { statementsOf } from '../../support/statements.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const VIEWER = '{ viewer { id } }';

interface Refusal {
  status: number;
  problem: (GraphQLProblem & { extensions: { address?: string } }) | undefined;
}

async function call({ accessToken }: Key, headers: Record<string, string> = {}, url = api.url): Promise<Refusal> {
  const response = await postTo(url, { query: VIEWER }, { authorization: `Bearer ${accessToken}`, ...headers });
  const { errors } = (await response.json()) as { errors?: NonNullable<Refusal['problem']>[] };
  return { status: response.status, problem: errors?.[0] };
}

const given = (...allowedAddresses: string[]) => givenKey(api, reseller.actor, { allowedAddresses });

/** Behind one trusted proxy, so that the test chooses the address. */
async function from(key: Key, ...addresses: string[]): Promise<(string | undefined)[]> {
  const proxied = await api.startAnother({ TRUST_PROXY: '1' });
  try {
    const reasons: (string | undefined)[] = [];
    for (const address of addresses) {
      const { problem } = await call(key, { 'x-forwarded-for': address }, proxied.url);
      reasons.push(problem?.extensions.reason);
    }
    return reasons;
  } finally {
    await proxied.stop();
  }
}

const NO = 'ADDRESS_NOT_ALLOWED';

describe('the list of allowed addresses', () => {
  test('empty: anywhere', async () => {
    expect(await from(await given(), '203.0.113.9', '2001:db8::9')).toEqual([undefined, undefined]);
  });

  test('admits addresses and ranges of both families in any spelling, and no others', async () => {
    const key = await given('203.0.113.9', '198.51.100.0/24', '2001:db8:1::/48', '2001:db8:2::7');

    expect(await from(key, '203.0.113.9', '198.51.100.255', '2001:DB8:1:FFFF::1', '2001:db8:2:0:0:0:0:7')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(await from(key, '203.0.113.8', '198.51.101.0', '2001:db8:2::8', 'unknown')).toEqual([NO, NO, NO, NO]);
  });

  test('treats IPv4-mapped IPv6 as IPv4, on both sides, with or without a port', async () => {
    const plain = await given('203.0.113.9');
    const mapped = await given('::ffff:203.0.113.9', '::ffff:198.51.100.0/120');

    expect(await from(plain, '::ffff:203.0.113.9', '::ffff:cb00:7109', '203.0.113.9:4711')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await from(mapped, '203.0.113.9', '198.51.100.77', '198.51.101.1')).toEqual([undefined, undefined, NO]);
  });

  test('a header of an untrusted proxy changes nothing', async () => {
    const key = await given('203.0.113.9');

    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'x-client-ip', 'cf-connecting-ip']) {
      expect((await call(key, { [name]: '203.0.113.9' })).problem?.extensions.reason).toBe(NO);
    }
    expect(await from(key, '203.0.113.9, 198.51.100.1')).toEqual([NO]);
  });
});

test('from elsewhere: 403 with the address that was seen, one security event, no SQL, and no use', async () => {
  const key = await given('203.0.113.9');
  await call(key);
  const logged = api.logs.length;
  let answer: Refusal | undefined;

  const sent = await statementsOf(async () => void (answer = await call(key)));

  expect(answer).toMatchObject({
    status: 403,
    problem: {
      message: 'This API key cannot be used from 127.0.0.1.',
      extensions: { code: 'FORBIDDEN', reason: NO, address: '127.0.0.1', requestId: expect.any(String) },
    },
  });
  expect(sent).toEqual([]);
  const events = api.logs.slice(logged).filter(({ event }) => event === 'denied');
  expect(events).toMatchObject([{ code: 'FORBIDDEN', reason: NO, address: '127.0.0.1', apiKeyId: key.apiKey.id }]);
  expect(JSON.stringify(api.logs)).not.toContain(key.accessToken.split('_').slice(2).join('_'));
  expect((await listKeys(api, reseller.actor)).data?.apiKeys[0]?.lastUsedAt).toBeNull();
});

test('a wrong secret reveals nothing about the list', async () => {
  const key = await given('203.0.113.9');

  const { problem } = await call({ ...key, accessToken: `${key.accessToken.slice(0, -3)}AAA` });

  expect(problem?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(problem?.extensions.reason).toBeUndefined();
});

test('entries are stored once, in one normal form', async () => {
  const { apiKey } = await given(
    '192.0.2.1',
    '192.0.2.1/32',
    '10.1.2.3/8',
    '172.16.5.4/12',
    '2001:0DB8:0:0::1',
    '2001:db8::1/128',
    '2001:db8:ffff:ffff::/33',
    '::ffff:192.0.2.7',
    '::ffff:192.0.2.9/125',
    ' 198.51.100.7 ',
  );

  expect(apiKey.allowedAddresses).toEqual([
    '192.0.2.1',
    '10.0.0.0/8',
    '172.16.0.0/12',
    '2001:db8::1',
    '2001:db8:8000::/33',
    '192.0.2.7',
    '192.0.2.8/29',
    '198.51.100.7',
  ]);
});

test.each([
  '192.0.2.256',
  '192.0.2',
  '192.0.2.01',
  '3221225985',
  '192.0.2.1:443',
  '192.0.2.0/33',
  '192.0.2.0/-1',
  '192.0.2.0/',
  '192.0.2.0/8/8',
  '192.0.2.0/0x8',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::/129',
  '::ffff:192.0.2.1/95',
  'fe80::1%eth0',
  '[2001:db8::1]',
  'office.example.com',
  '192.0.2.1-192.0.2.9',
])('%s is refused at its place, and nothing changes', async (entry) => {
  const before = await storedKeys(api);

  const { errors } = await createKey(api, reseller.actor, { allowedAddresses: ['192.0.2.1', entry] });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'allowedAddresses.1' }] } }]);
  expect(await storedKeys(api)).toEqual(before);
});

test('accepts at most twenty entries', async () => {
  const entries = Array.from({ length: 20 }, (_, index) => `2001:db8:${index}::/48`);

  expect((await given(...entries)).apiKey.allowedAddresses).toHaveLength(20);
  const { errors } = await createKey(api, reseller.actor, { allowedAddresses: [...entries, '192.0.2.1'] });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'allowedAddresses' }] } }]);
});
