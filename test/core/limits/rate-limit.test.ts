import { buildSchema, execute, parse } from 'graphql';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { unavailable } from '../../../src/core/context/domain.error.ts';
import { protect } from '../../../src/core/graphql/permissions.ts';
import { MemoryRateCounter, type RateCounter } from '../../../src/core/limits/rate.counter.ts';
import { RedisRateCounter } from '../../../src/core/limits/rate.counter.redis.ts';
import { mailboxOf } from '../../../src/core/text/mailbox.ts';
import { networkOf } from '../../../src/core/limits/rate.identity.ts';
import { rateLimitRule, rateLimits } from '../../../src/core/limits/rate.limit.ts';
import { inTurn } from '../../../src/core/limits/shield.ts';
import { parseRatePolicy } from '../../../src/core/limits/rate.policy.ts';
import { hasRedisServer, RedisServer } from '../../support/processes/redis.server.ts';

interface Visitor {
  address: string;
}

/** An API with one mutation, limited by the caller's network and by its mailbox argument. */
function limitedApi(counter: RateCounter, { network = '5/minute', mailbox = '1000/minute' } = {}) {
  const limits = rateLimits({ network: parseRatePolicy(network), mailbox: parseRatePolicy(mailbox) }, counter);
  const submit = inTurn(
    rateLimitRule<Visitor>(
      () => limits.network,
      ({ address }) => networkOf(address),
    ),
    rateLimitRule<Visitor>(
      () => limits.mailbox,
      (_context, { email }: { email?: unknown }) => mailboxOf(email),
    ),
  );
  const schema = protect(buildSchema('type Query { idle: Int } type Mutation { submit(email: String): String }'), [
    { Query: { idle: submit }, Mutation: { submit } },
  ]);
  return async (
    address: string,
    email?: string | null,
    document = 'mutation ($email: String) { submit(email: $email) }',
  ) => {
    const { data, errors = [] } = await execute({
      schema,
      document: parse(document),
      rootValue: { submit: () => 'done' },
      contextValue: { address },
      variableValues: email === undefined ? {} : { email },
    });
    return {
      passed: Object.values(data ?? {}).filter((answer) => answer === 'done').length,
      refusals: errors.map(({ originalError }) => originalError),
    };
  };
}

const inParallel = async <Result>(calls: number, call: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: calls }, (_, index) => call(index)));

const sum = (answers: { passed: number }[]) => answers.reduce((total, { passed }) => total + passed, 0);

describe('a limit in memory', () => {
  test('G3: exactly 5 of 200 concurrent calls pass, and the others learn when to retry', async () => {
    const submit = limitedApi(new MemoryRateCounter());

    const answers = await inParallel(200, () => submit('203.0.113.7'));

    expect(sum(answers)).toBe(5);
    const refusals = answers.flatMap((answer) => answer.refusals);
    expect(refusals).toHaveLength(195);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 60 } });
    }
  });

  test('B5: aliases in one document count separately', async () => {
    const submit = limitedApi(new MemoryRateCounter());
    const aliases = Array.from({ length: 100 }, (_, index) => `a${index}: submit`);

    const { passed, refusals } = await submit('203.0.113.7', null, `mutation { ${aliases.join(' ')} }`);

    expect([passed, refusals.length]).toEqual([5, 95]);
  });

  test('a caller passes after the given time, but not earlier', async () => {
    let now = 0;
    const submit = limitedApi(new MemoryRateCounter({ clock: () => now }), { network: '1/minute' });
    const retryAfter = async () => (await submit('203.0.113.7')).refusals.map((refusal) => Object(refusal).details);

    expect(await retryAfter()).toEqual([]);
    now = 500;
    expect(await retryAfter()).toEqual([{ retryAfterSeconds: 60 }]);
    now = 59_999.9;
    expect(await retryAfter()).toEqual([{ retryAfterSeconds: 1 }]);
    now = 60_000;
    expect(await retryAfter()).toEqual([]);
  });

  test('G2: addresses of one /64 share a limit, and other networks have their own', async () => {
    const submit = limitedApi(new MemoryRateCounter());

    const oneNetwork = await inParallel(20, (index) => submit(`2001:db8:1:2::${index.toString(16)}`));
    const other = await submit('2001:db8:1:3::1');

    expect([sum(oneNetwork), other.passed]).toEqual([5, 1]);
  });

  test('limits a mailbox across networks and spellings', async () => {
    const submit = limitedApi(new MemoryRateCounter(), { mailbox: '5/hour' });
    const spellings = [
      'victim\u00e9@example.com',
      ' Victime\u0301@EXAMPLE.com\n',
      `${' '.repeat(5_000)}VICTIM\u00c9@example.com`,
    ];

    const answers = await inParallel(60, (index) => submit(`10.0.0.${index}`, spellings[index % 3]));
    const another = await submit('10.0.1.1', 'somebody@example.com');

    expect([sum(answers), another.passed]).toEqual([5, 1]);
  });

  test('a call refused for its network does not count for the mailbox', async () => {
    const submit = limitedApi(new MemoryRateCounter(), { network: '1/hour', mailbox: '2/hour' });

    await inParallel(20, () => submit('203.0.113.7', 'victim@example.com'));

    expect((await submit('203.0.113.8', 'victim@example.com')).passed).toBe(1);
  });

  test.each([undefined, null, '', '\u0000', '\ud800', '__proto__', ':'.repeat(1_000_000)])(
    'limits an absurd mailbox like any other (%#)',
    async (email) => {
      const submit = limitedApi(new MemoryRateCounter(), { mailbox: '5/hour' });

      const answers = await inParallel(20, (index) => submit(`10.0.0.${index}`, email));

      expect(sum(answers)).toBe(5);
    },
  );

  test('calls are UNAVAILABLE if they cannot be counted', async () => {
    const broken: RateCounter = {
      hit: () => Promise.reject(unavailable()),
      peek: () => Promise.reject(unavailable()),
      close: async () => undefined,
    };

    const { passed, refusals } = await limitedApi(broken)('203.0.113.7');

    expect([passed, refusals]).toEqual([0, [expect.objectContaining({ code: 'UNAVAILABLE' })]]);
  });

  test('reports a bug in counting, and lets no call pass', async () => {
    const bug = new TypeError('a bug');
    const hit = () => {
      throw bug;
    };

    const { passed, refusals } = await limitedApi({ hit, peek: hit, close: async () => undefined })('203.0.113.7');

    expect([passed, refusals]).toEqual([0, [bug]]);
  });
});

test.skipIf(!hasRedisServer)(
  'G3: exactly 5 of 200 concurrent calls pass on two instances that share a Redis',
  async () => {
    await using server = await RedisServer.start();
    const counters = [1, 2].map(() => new RedisRateCounter(server.url, pino({ level: 'silent' })));

    const answers = await Promise.all(
      counters.map((counter) => {
        const submit = limitedApi(counter);
        return inParallel(100, () => submit('203.0.113.7'));
      }),
    );
    await Promise.all(counters.map((counter) => counter.close()));

    expect(sum(answers.flat())).toBe(5);
  },
);

test.each([
  ['5/second', { max: 5, windowMs: 1_000 }],
  ['600/minute', { max: 600, windowMs: 60_000 }],
  ['999999/hour', { max: 999_999, windowMs: 3_600_000 }],
])('accepts the policy %s', (text, policy) => {
  expect(parseRatePolicy(text)).toEqual(policy);
});

test.each([
  '',
  '5',
  '5/minuet',
  '5/week',
  '0/minute',
  '-1/minute',
  '1.5/minute',
  '5 / minute',
  '1e3/hour',
  '1000000/hour',
  '5/constructor',
])('refuses the policy "%s", and names the allowed format', (text) => {
  expect(() => parseRatePolicy(text)).toThrow('per second, minute, hour or day, such as 5/minute');
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:52100', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::6]:443', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['1:2::3:4:5:6:7', '1:2:0:3::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::1.2.3.4', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
  ['', ''],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
