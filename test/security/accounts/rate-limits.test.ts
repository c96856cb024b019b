import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { postTo, useApi, type GraphQLProblem } from '../../support/api.ts';
import { counts, SUBMIT, validInput } from '../../support/given/applications.ts';
import { useClock } from '../../support/clock.ts';
import { hasRedisServer, RedisServer } from '../../support/processes/redis.server.ts';

// Limits by the hour, so that no window ends on a slow machine.
const api = useApi({ RATE_LIMIT_SUBMISSIONS: '5/hour', RATE_LIMIT_RECIPIENT: '5/hour' });
const clock = useClock();
const apps: App[] = [];

afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop();
});

/** Starts an instance with unused limits, and returns its address. */
async function start(environment: Record<string, string> = {}): Promise<string> {
  const app = await api.startAnother(environment);
  apps.push(app);
  return app.url ?? '';
}

/** The result of a request: its status, its refusals, and when it can be repeated. */
async function send(url: string, body: object, headers: Record<string, string> = {}) {
  const response = await postTo(url, body, headers);
  const { errors = [] } = (await response.json()) as { errors?: GraphQLProblem[] };
  const refused = errors.map(({ extensions }) => extensions);
  return { status: response.status, refused, retryAfter: response.headers.get('retry-after') };
}

const submit = (url: string, headers: Record<string, string> = {}, input: object = {}) =>
  send(url, { query: SUBMIT, variables: { input: validInput(input) } }, headers);

/** Sends this many submissions of different contacts in one document. */
function inOneDocument(url: string, inputs: object[]) {
  const declared = inputs.map((_, index) => `$i${index}: SubmitPartnerApplicationInput!`);
  const called = inputs.map((_, index) => `a${index}: submitPartnerApplication(input: $i${index}) { applicationId }`);
  const variables = Object.fromEntries(inputs.map((input, index) => [`i${index}`, validInput(input)]));
  return send(url, { query: `mutation (${declared.join(', ')}) { ${called.join(' ')} }`, variables });
}

const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

type Sent = Awaited<ReturnType<typeof send>>;

/** The number of emails to contacts, one for each accepted submission, and of all other stored data. */
async function stored(): Promise<{ mails: number; all: unknown }> {
  const [row] = await api.rows(
    `select count(*)::int as mails from email_message where recipient not like '%@reachgenie.example'`,
  );
  return { mails: Number(row?.['mails']), all: await counts(api) };
}

/**
 * Checks that exactly `max` submissions pass, and that the others get a correct Retry-After. Repeated ones then leave
 * nothing behind.
 */
async function expectExactly(max: number, work: () => Promise<Sent[]>): Promise<void> {
  const before = await stored();
  const sent = await work();
  const after = await stored();

  expect(after.mails).toBe(before.mails + max);
  for (const { status, refused, retryAfter } of sent) {
    const seconds = refused[0]?.retryAfterSeconds ?? 0;
    const refusal = { code: 'RATE_LIMITED', requestId: expect.any(String), retryAfterSeconds: expect.any(Number) };
    expect(refused).toEqual(refused.length > 0 ? [refusal] : []);
    expect([status, retryAfter]).toEqual(refused.length > 0 ? [429, String(seconds)] : [200, null]);
    if (refused.length === 0) continue;
    expect(retryAfter).toMatch(/^[1-9]\d*$/);
    expect(seconds).toBeLessThanOrEqual(3_600);
  }

  const again = await work();
  expect(again.map(({ status }) => status)).toEqual(again.map(() => 429));
  expect(await stored()).toEqual(after);
}

describe('G1: the counted address', () => {
  const OF_PROXIES = ['x-forwarded-for', 'x-real-ip', 'x-client-ip', 'cf-connecting-ip', 'true-client-ip', 'forwarded'];
  const all = (address: string) =>
    Object.fromEntries(OF_PROXIES.map((name) => [name, name === 'forwarded' ? `for=${address}` : address]));

  test.each([
    ['without a proxy, no header of the client', '0', (i: number) => all(`203.0.113.${i}`)],
    ['no list of addresses', '0', (i: number) => all(`203.0.113.${i}, 203.0.114.${i}`)],
    [
      'behind one proxy, only the last address',
      '1',
      (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}, 198.18.0.7` }),
    ],
    [
      'the last address of any long list',
      '1',
      (i: number) => ({ 'x-forwarded-for': `${'203.0.113.9, '.repeat(i)}198.18.0.7`, 'x-real-ip': `203.0.113.${i}` }),
    ],
    [
      'behind two proxies, only the second to last',
      '2',
      (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}, 198.18.0.7, 10.0.0.${i}` }),
    ],
    ['behind one proxy without a header, the proxy', '1', () => ({})],
  ])('is %s (TRUST_PROXY=%s)', async (_, proxies, headers) => {
    const url = await start({ TRUST_PROXY: proxies });

    await expectExactly(5, () => times(20, (index) => submit(url, headers(index + 1))));
  });

  test.each([
    ['1', '203.0.113.7, 198.18.0.8'],
    ['2', '203.0.113.7, 198.18.0.8, 10.0.0.1'],
  ])('differs for another client (TRUST_PROXY=%s)', async (proxies, other) => {
    const url = await start({ TRUST_PROXY: proxies });
    await times(6, () => submit(url, { 'x-forwarded-for': other.replace('198.18.0.8', '198.18.0.7') }));

    expect(await submit(url, { 'x-forwarded-for': other })).toMatchObject({ status: 200 });
  });

  test('G2: is the same for all addresses of an IPv6 /64', async () => {
    const url = await start({ TRUST_PROXY: '1' });
    const addresses = (index: number) =>
      [`2001:db8:1:2::${index}`, `2001:0DB8:0001:0002:${index}:ffff::`, `[2001:db8:1:2::${index}:1]:443`][index % 3];

    await expectExactly(5, () => times(20, (index) => submit(url, { 'x-forwarded-for': addresses(index) ?? '' })));
    expect(await submit(url, { 'x-forwarded-for': '2001:db8:1:3::1' })).toMatchObject({ status: 200 });
  });

  test('is the IPv4 address, even if it comes as IPv6', async () => {
    const url = await start({ TRUST_PROXY: '1' });
    const spellings = ['198.18.0.7', '::ffff:198.18.0.7', '::FFFF:c612:7', '198.18.0.7:52100'];

    await expectExactly(5, () => times(12, (i) => submit(url, { 'x-forwarded-for': spellings[i % 4] ?? '' })));
  });
});

describe('G3: exactly 5 of 200 concurrent submissions pass', () => {
  test('as requests', async () => {
    const url = await start();

    await expectExactly(5, () => times(200, () => submit(url)));
  });

  test('as aliases of two documents', async () => {
    const url = await start();
    const inputs = Array.from({ length: 100 }, () => ({}));

    await expectExactly(5, () => times(2, () => inOneDocument(url, inputs)));
  });

  describe.skipIf(!hasRedisServer)('with two instances that share a Redis', () => {
    let redis: RedisServer;
    beforeAll(async () => {
      redis = await RedisServer.start();
    });
    afterAll(() => redis[Symbol.asyncDispose]());

    test('as requests, and as aliases', async () => {
      const urls = [await start({ REDIS_URL: redis.url }), await start({ REDIS_URL: redis.url })] as const;
      const inputs = Array.from({ length: 50 }, () => ({}));

      await expectExactly(5, async () => {
        const requests = times(100, (index) => submit(index % 2 ? urls[0] : urls[1]));
        const documents = times(2, (index) => inOneDocument(index % 2 ? urls[0] : urls[1], inputs));
        return [...(await requests), ...(await documents)];
      });
    });
  });
});

describe('G4: a mailbox gets five emails an hour', () => {
  const victim = () => `victime\u0301-${uuid()}`;

  test.each<[string, (local: string, index: number) => string]>([
    ['from many addresses', (local) => `${local}@example.com`],
    ['in any case', (local, index) => (index % 2 ? `${local}@EXAMPLE.com` : `${local.toUpperCase()}@example.com`)],
    ['composed or not', (local, index) => `${local.normalize(index % 2 ? 'NFC' : 'NFD')}@example.com`],
    ['with spaces around it', (local, index) => `${' '.repeat(index * 100)}${local}@example.com\n`],
    ['with invisible characters', (local, index) => `vic${'\u200b'.repeat(index)}${local}@example.com`],
    ['with characters that many providers ignore', (local, index) => `${local}+${index}@example.com`],
    [
      'with its domain as the DNS has it',
      (local, i) => `${local}@${i % 2 ? 'b\u00fccher.example' : 'xn--bcher-kva.example'}`,
    ],
    [
      'with a domain that becomes the same',
      (local, i) => `${local}@${i % 2 ? '\u24d4xample.com' : 'exa\u00admple.com'}`,
    ],
  ])('%s', async (_, spelling) => {
    const url = await start({ TRUST_PROXY: '1' });
    const local = victim();

    await expectExactly(5, () =>
      times(20, (index) => {
        const contactEmail = spelling(local, index);
        return submit(url, { 'x-forwarded-for': `198.18.1.${index}` }, { contactEmail });
      }),
    );
  });

  test('and another mailbox is not held up', async () => {
    const url = await start({ TRUST_PROXY: '1' });
    const contactEmail = `${victim()}@example.com`;
    await times(6, (index) => submit(url, { 'x-forwarded-for': `198.18.1.${index}` }, { contactEmail }));

    expect(await submit(url, { 'x-forwarded-for': '198.18.2.1' })).toMatchObject({ status: 200 });
  });
});

describe('Retry-After', () => {
  test('G3: is correct: a call after it passes, and an earlier call does not', async () => {
    const url = await start();
    await times(5, () => submit(url));
    clock.advance(1_000);

    const { refused } = await submit(url);
    const seconds = refused[0]?.retryAfterSeconds ?? 0;
    expect(seconds).toBeGreaterThan(2_000);
    expect(seconds).toBeLessThanOrEqual(2_600);

    clock.advance(seconds - 500);
    expect((await submit(url)).status).toBe(429);
    clock.advance(500);
    expect((await submit(url)).status).toBe(200);
  });
});
