import { beforeAll, describe, expect, test } from 'vitest';
import { hurry, letPass, provisioningOf, systemEventsOf } from '../support/given/provisionings.ts';
import { useProvisioning } from '../support/product.ts';
import type { ProductAnswer } from '../support/processes/fake-product.ts';

const { api, product, logs, givenAnswered, expectBecomes } = await useProvisioning();

/** Creates a client for each case first, so that the cases wait together. */
function givenEach<Case>(cases: readonly Case[], answersOf: (each: Case) => ProductAnswer[]): (each: Case) => string {
  const ids = new Map<Case, string>();
  beforeAll(async () => {
    for (const each of cases) ids.set(each, (await givenAnswered(...answersOf(each))).id);
  });
  return (each) => ids.get(each) ?? expect.fail();
}

/** Seconds from the last change of the row to its next attempt. */
async function pauseOf(id: string): Promise<number> {
  const [row] = await api.rows(
    'select extract(epoch from next_try_at - updated_at)::float as pause from client_provisioning where client_id = $1',
    [id],
  );
  return Number(row?.['pause']);
}

describe('an answer that may pass', () => {
  const cases: { title: string; answer: ProductAnswer }[] = [
    { title: '500', answer: { status: 500, body: 'Internal error' } },
    { title: '503', answer: { status: 503 } },
    { title: '408', answer: { status: 408 } },
    { title: '429', answer: { status: 429 } },
    { title: 'a redirect', answer: { status: 302, headers: { location: '/elsewhere' } } },
    { title: 'a closed connection', answer: 'drop' },
    { title: 'no answer', answer: 'hang' },
  ];
  const idOf = givenEach(cases, ({ answer }) => [answer, 'usual']);

  test.each(cases)('waits some seconds after $title', async (each) => {
    const id = idOf(each);

    await expectBecomes(id, { status: 'PENDING', problem: 'UNAVAILABLE', tries: 1, trying_since: null });

    const pause = await pauseOf(id);
    expect(pause).toBeGreaterThan(3);
    expect(pause).toBeLessThan(10);
    expect(await systemEventsOf(api, id)).toEqual([]);
  });

  test('is followed by an attempt with the same version, which can succeed', async () => {
    for (const each of cases) await hurry(api, idOf(each));

    for (const each of cases) {
      const id = idOf(each);
      await expectBecomes(id, { status: 'READY', problem: null, detail: null, tries: 2, first_try_at: null });
      expect(product.versionsOf(id)).toEqual([1, 1]);
      expect(await systemEventsOf(api, id)).toEqual(['client.provisioned']);
    }
    expect(product.strays).toEqual([]);
  });
});

describe('an answer that stays', () => {
  const cases = [400, 401, 403, 404, 410, 422].map((status) => ({ status }));
  const idOf = givenEach(cases, ({ status }) => [{ status, body: 'No\u0000 such\nplan' }]);

  test.each(cases)('fails at once: $status', async (each) => {
    const id = idOf(each);

    await expectBecomes(id, { status: 'FAILED', problem: 'REFUSED', tries: 1, next_try_at: null, applied_version: 0 });

    const { detail } = await provisioningOf(api, id);
    expect(detail).toBe(`PUT answered ${each.status}: No such plan`);
    expect(await systemEventsOf(api, id)).toEqual(['client.provisioning_failed']);
  });
});

describe('409', () => {
  const cases = [
    { title: 'no version', body: {} },
    { title: 'an older version', body: { version: 0 } },
    { title: 'a text', body: { version: '41' } },
    { title: 'half a version', body: { version: 1.5 } },
    { title: 'a version that no column holds', body: { version: 3_000_000_000 } },
    { title: 'no JSON', body: 'version: 41' },
  ];
  const idOf = givenEach(cases, ({ body }) => [{ status: 409, body }]);

  test.each(cases)('with $title fails at once', async (each) => {
    await expectBecomes(idOf(each), { status: 'FAILED', problem: 'REFUSED', desired_version: 1, overtaken_at: null });
  });

  test('raises the version above that of the product, and sends the client again', async () => {
    const { id, contactEmail } = await givenAnswered({ status: 409, body: { version: 41 } }, 'usual');
    await expectBecomes(id, { status: 'PENDING', problem: 'NEWER_VERSION', desired_version: 42 });

    await hurry(api, id);

    await expectBecomes(id, { status: 'READY', desired_version: 42, applied_version: 42, problem: null });
    expect(product.accounts.get(id)).toMatchObject({ version: 42, contact: { email: contactEmail } });
    expect(await provisioningOf(api, id)).toMatchObject({ overtaken_at: expect.any(Date) as Date });
  });

  test('each time for a day is a failure, not a loop', async () => {
    const { id } = await givenAnswered(...[1, 2, 3].map((version) => ({ status: 409, body: { version } })));
    await expectBecomes(id, { problem: 'NEWER_VERSION', desired_version: 2, trying_since: null });
    expect(await pauseOf(id)).toBeGreaterThan(3);
    await letPass(api, id, 25);

    await hurry(api, id);

    await expectBecomes(id, { status: 'FAILED', problem: 'NEWER_VERSION', next_try_at: null });
    expect(product.callsOf(id)).toHaveLength(2);
  });
});

test('an answer that never ends is cut off', async () => {
  const { id } = await givenAnswered('drip');

  await expectBecomes(id, { status: 'READY' });
});

test('waits longer after each attempt, at most about an hour', async () => {
  const { id } = await givenAnswered({ status: 500 });
  await expectBecomes(id, { problem: 'UNAVAILABLE', tries: 1 });

  await letPass(api, id, 0.25);
  await hurry(api, id);
  await expectBecomes(id, { tries: 2, trying_since: null });
  const second = await pauseOf(id);
  await letPass(api, id, 20);
  await hurry(api, id);
  await expectBecomes(id, { tries: 3, trying_since: null });
  const third = await pauseOf(id);

  expect(second).toBeGreaterThan(10 * 60);
  expect(second).toBeLessThan(20 * 60);
  expect(third).toBeGreaterThan(40 * 60);
  expect(third).toBeLessThan(80 * 60);
});

describe('Retry-After', () => {
  const cases = [
    { title: 'seconds', retryAfter: () => '7200' },
    { title: 'a date', retryAfter: () => new Date(Date.now() + 7_200_000).toUTCString() },
  ];
  const idOf = givenEach(cases, ({ retryAfter }) => [{ status: 429, headers: { 'retry-after': retryAfter() } }]);

  test.each(cases)('in $title is the pause', async (each) => {
    await expectBecomes(idOf(each), { status: 'PENDING', problem: 'UNAVAILABLE', tries: 1, trying_since: null });

    expect(await pauseOf(idOf(each))).toBeGreaterThan(7_100);
    expect(await pauseOf(idOf(each))).toBeLessThan(7_300);
  });
});

test('no log and no stored answer has the token, and no log an address', async () => {
  const { id } = await givenAnswered({
    status: 422,
    body: { got: `Bearer ${product.token}`, email: 'ada@acme.example' },
  });

  await expectBecomes(id, { status: 'FAILED' });

  const { detail } = await provisioningOf(api, id);
  expect(detail).toContain('Bearer …');
  expect(logs.join('')).not.toContain(product.token);
  expect(logs.join('')).not.toContain('ada@acme.example');
  expect(logs.join('')).toContain('product not told of client');
});
