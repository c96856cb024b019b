import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ADMIN, useApi, type Actor } from '../support/api.ts';
import { useClock } from '../support/clock.ts';
import { whileChanged } from '../support/database.changes.ts';
import { counts, validInput } from '../support/given/applications.ts';
import { givenKey } from '../support/given/api-keys.ts';
import {
  counts as clientCounts,
  givenClient,
  stored as storedClient,
  validClient,
} from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { waitingFor } from '../support/locks.ts';
import { AT_ONCE, fillQueue, givenBusy, statusOf, times, WAITING } from '../support/processes/busy.process.ts';
import { refusedRest, type RestAnswer, type RestProblem } from '../support/rest.ts';

const ORIGIN = 'http://localhost:4000';
const CLIENTS = '/api/partner/clients';
const api = useApi();
const clock = useClock();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

/** Another process on the same database. Limits are by the hour, so that no window ends on a slow machine. */
async function givenProcessWith(environment: Record<string, string>): Promise<{ url: string }> {
  const app = await api.startAnother({ TRUST_PROXY: '1', ...environment });
  onTestFinished(() => app.stop());
  return { url: app.url ?? '' };
}

const application = () => validInput({ companySize: '11-50' });

function expectLimited({ status, headers, body }: RestAnswer<RestProblem>, least: number): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toEqual({
    type: 'about:blank',
    title: 'Too Many Requests',
    status: 429,
    detail: expect.stringContaining('Try again in'),
    code: 'RATE_LIMITED',
    requestId: headers.get('x-request-id'),
    retryAfterSeconds: expect.any(Number),
  });
  expect([status, headers.get('retry-after')]).toEqual([429, String(body.retryAfterSeconds)]);
  expect(body.retryAfterSeconds).toBeGreaterThan(least);
  expect(body.retryAfterSeconds).toBeLessThanOrEqual(3_600);
}

function expectUnavailable({ status, headers, body }: RestAnswer<RestProblem>): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toEqual({
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    detail: 'The service is temporarily unavailable. Try again in a moment.',
    code: 'UNAVAILABLE',
    requestId: headers.get('x-request-id'),
  });
  expect([status, headers.get('retry-after')]).toEqual([503, '1']);
}

describe('429', () => {
  const limited: [string, Record<string, string>, () => [actor: Actor | undefined, request: string, body?: object]][] =
    [
      [
        'applications from one network',
        { RATE_LIMIT_SUBMISSIONS: '2/hour' },
        () => [undefined, 'POST /api/partner-applications', application()],
      ],
      [
        'sign-ins from one network',
        { RATE_LIMIT_SIGN_IN: '2/hour' },
        () => [undefined, 'POST /api/session', { email: ADMIN.email, password: ADMIN.password }],
      ],
      ['reads of one user', { RATE_LIMIT_API: '2/hour' }, () => [reseller.actor, `GET ${CLIENTS}`]],
      ['changes of one user', { RATE_LIMIT_API: '2/hour' }, () => [reseller.actor, `POST ${CLIENTS}`, validClient()]],
    ];

  test.each(limited)('G3: %s: the third is a problem with Retry-After, and stores nothing', async (_, limits, call) => {
    const process = await givenProcessWith(limits);
    const send = () => {
      const [actor, request, body] = call();
      return refusedRest(process, actor, request, body ? { body } : {});
    };
    const passed = [await send(), await send()];
    const before = [await counts(api), await clientCounts(api)];

    const refused = await send();

    expect(passed.map(({ status }) => Math.floor(status / 100))).toEqual([2, 2]);
    expectLimited(refused, 1_000);
    expect([await counts(api), await clientCounts(api)]).toEqual(before);
  });

  test('a call after Retry-After passes, and an earlier one does not', async () => {
    const process = await givenProcessWith({ RATE_LIMIT_API: '2/hour' });
    const list = () => refusedRest(process, reseller.actor, `GET ${CLIENTS}`);
    await list();
    await list();
    const { retryAfterSeconds = 0 } = (await list()).body;

    clock.advance(retryAfterSeconds - 500);
    const early = await list();
    clock.advance(500);

    expectLimited(early, 0);
    expect((await list()).status).toBe(200);
  });

  test('REST and GraphQL count for the same limit', async () => {
    const process = await givenProcessWith({ RATE_LIMIT_API: '2/hour' });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${reseller.actor.accessToken}` };
    const ask = () =>
      statusOf(fetch(`${process.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ viewer { id } }"}' }));
    expect([await ask(), await ask()]).toEqual([200, 200]);

    expectLimited(await refusedRest(process, reseller.actor, `GET ${CLIENTS}`), 1_000);
  });
});

describe('503', () => {
  test('an overload refuses excess calls immediately, and answers all that wait', async () => {
    const busy = await givenBusy(api);
    const list = (headers: Record<string, string> = {}) =>
      refusedRest(busy, reseller.actor, `GET ${CLIENTS}`, { headers });
    const waiting = await fillQueue(list);

    const refused = await list({ origin: ORIGIN });
    const elsewhere = await list({ origin: 'https://evil.example' });

    expectUnavailable(refused);
    expect(refused.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expectUnavailable(elsewhere);
    expect(elsewhere.headers.has('access-control-allow-origin')).toBe(false);
    await busy.release();
    await waiting.all;
    expect(waiting.statuses).toEqual([503, ...times(WAITING, () => 200)]);
    expect(await Promise.all(busy.answers.map(statusOf))).toEqual(times(AT_ONCE, () => 200));
  });

  test('a change that has waited too long changes nothing', async () => {
    const busy = await givenBusy(api, { LONGEST_WAIT: '1' });
    const before = await clientCounts(api);

    const late = await refusedRest(busy, reseller.actor, `POST ${CLIENTS}`, { body: validClient() });

    expectUnavailable(late);
    await busy.release();
    await Promise.all(busy.answers);
    expect(await clientCounts(api)).toEqual(before);
  });

  test('a change ends at its deadline, and changes nothing', async () => {
    const { id } = await givenClient(api, reseller.actor);
    const late = await givenProcessWith({ REQUEST_DEADLINE: '300' });
    const before = await storedClient(api, id);
    const sent = { body: { subscriptionStatus: 'SUSPENDED' } };
    const suspend = () => refusedRest(late, reseller.actor, `PATCH ${CLIENTS}/${id}/subscription`, sent);

    await whileLocked(`select from client_account where id = '${id}' for update`, async () => {
      expectUnavailable(await suspend());
      await expect.poll(() => waitingFor(api), { timeout: 4_000 }).toBe(0);
    });

    expect(await storedClient(api, id)).toEqual(before);
    await expect.poll(async () => (await suspend()).status, { timeout: 10_000 }).toBe(200);
  });

  test('a call ends at its deadline, also if its caller is not known by then', async () => {
    const key = await givenKey(api, reseller.actor);
    const late = await givenProcessWith({ REQUEST_DEADLINE: '300' });
    const list = () => refusedRest(late, key, `GET ${CLIENTS}`);

    await whileLocked('lock table api_key in access exclusive mode', async () => expectUnavailable(await list()));

    await expect.poll(async () => (await list()).status, { timeout: 10_000 }).toBe(200);
  });
});

/** Runs `work` while another transaction has locked what a statement selects. */
const whileLocked = (sql: string, work: () => Promise<void>) =>
  whileChanged(api, { change: 'begin', back: 'rollback' }, async () => {
    await api.rows(sql);
    await work();
  });
