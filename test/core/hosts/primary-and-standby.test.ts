import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { migrate } from '../../../src/migrations/migrate.ts';
import { ADMIN, postTo, useApi } from '../../support/api.ts';
import { SUBMIT, validInput } from '../../support/given/applications.ts';
import { replicationPrograms } from '../../support/clusters/postgres.node.ts';
import { PostgresPair } from '../../support/clusters/postgres.pair.ts';

const api = useApi();

/** The data of an answer. */
interface Sent {
  submitPartnerApplication?: { applicationId: string };
  signIn?: { accessToken: string };
}

describe.skipIf(!replicationPrograms)("with a primary and a standby (needs Debian's package postgresql)", () => {
  let pair: PostgresPair;
  let app: App;

  beforeAll(async () => {
    pair = await PostgresPair.start();
    await migrate({ ownerUrl: pair.withBoth(pair.urls.ownerUrl), loginUrl: pair.withBoth(pair.urls.loginUrl) });
    app = await start();
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    await pair.stop();
  }, 60_000);

  const start = () => api.startAnother({ DATABASE_URL: pair.withBoth(pair.urls.loginUrl), REQUEST_DEADLINE: '2000' });

  const send = async (query: string, variables: object, token?: string) => {
    const response = await postTo(
      app.url ?? '',
      { query, variables },
      token ? { authorization: `Bearer ${token}` } : {},
    );
    const { data } = (await response.json()) as { data?: Sent | null };
    return { status: response.status, ...data };
  };
  const submit = (input: object, key?: string) => send(SUBMIT, { input, key });
  const isReady = async ({ url }: App) => (await fetch(`${url}/health/ready`)).status === 200;
  const stored = ({ contactEmail }: { contactEmail: string }) =>
    pair.rows('select id from partner_application where contact_email = $1', [contactEmail]);

  const warnings = () => api.logs.filter(({ msg }) => String(msg).startsWith('a failover can lose'));

  test('a start warns if commits wait for no standby', async () => {
    expect(warnings()).toEqual([]);

    await pair.primary.set('synchronous_standby_names', '');
    const another = await start();
    await expect.poll(warnings).toMatchObject([{ level: 40, synchronous_standby_names: '', synchronous_commit: 'on' }]);
    await another.stop();
    await pair.waitForStandby();
  });

  /** Runs `work` without a standby, and waits until it is back. */
  async function withoutStandby(work: () => Promise<void>): Promise<void> {
    await pair.standby.stop();
    try {
      await work();
    } finally {
      await pair.standby.start();
      await pair.waitForStandby();
    }
  }

  const WAITING = `from pg_stat_activity where wait_event = 'SyncRep'`;
  const becomesWaiting = async () =>
    await expect.poll(() => pair.rows(`select pid ${WAITING}`), { timeout: 5_000 }).toHaveLength(1);
  const cancelWaits = () => pair.rows(`select pg_cancel_backend(pid) ${WAITING}`);

  test('a change is acknowledged only once the standby has it', async () => {
    const input = validInput();

    await withoutStandby(async () => {
      expect((await submit(input, 'waits')).status).toBe(503);
      expect((await submit(input, 'waits')).status).toBe(503);
      expect(await stored(input)).toEqual([]);
    });

    const { status, submitPartnerApplication } = await submit(input, 'waits');
    expect(status).toBe(200);
    expect(await stored(input)).toEqual([{ id: submitPartnerApplication?.applicationId }]);
  }, 60_000);

  test('a change whose wait is canceled is not acknowledged, also not by its stored answer', async () => {
    const input = validInput();

    await withoutStandby(async () => {
      const answer = submit(input, 'canceled');
      await becomesWaiting();
      await cancelWaits();

      expect((await answer).status).toBe(503);
      expect(await stored(input)).toHaveLength(1); // on the primary alone
      expect((await submit(input, 'canceled')).status).toBe(503);
    });

    expect((await submit(input, 'canceled')).status).toBe(200);
    expect(await stored(input)).toHaveLength(1);
  }, 60_000);

  test("a change of several statements whose commit's wait is canceled is not acknowledged", async () => {
    const { submitPartnerApplication } = await submit(validInput());
    const { signIn } = await send(
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }',
      { email: ADMIN.email, password: ADMIN.password },
    );

    await withoutStandby(async () => {
      const decision = send(
        'mutation ($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { id } }',
        { id: submitPartnerApplication?.applicationId },
        signIn?.accessToken,
      );
      await becomesWaiting();
      await cancelWaits();

      expect((await decision).status).toBe(503);
    });
  }, 60_000);

  test('a process follows when primary and standby change their roles', async () => {
    const input = validInput();

    await pair.switchOver();

    await expect.poll(async () => (await submit(input, 'follows')).status, { timeout: 20_000 }).toBe(200);
    expect(await stored(input)).toHaveLength(1);
    await expect.poll(() => isReady(app), { timeout: 5_000 }).toBe(true);
  }, 60_000);

  test('a process and a migration that start pass over the standby', async () => {
    const [loginUrl, ownerUrl] = [pair.urls.loginUrl, pair.urls.ownerUrl].map(
      (url) => `${pair.withBoth(url)}?application_name=another`, // another URL, so that the primary is not known
    ) as [string, string];
    expect(await pair.standby.rows('select pg_is_in_recovery() as first')).toEqual([{ first: true }]);

    await migrate({ ownerUrl, loginUrl });
    const another = await api.startAnother({ DATABASE_URL: loginUrl });
    try {
      const answer = await postTo(another.url ?? '', { query: SUBMIT, variables: { input: validInput() } });
      expect([answer.status, await isReady(another)]).toEqual([200, true]);
      const sessions = `select from pg_stat_activity where application_name = 'another'`;
      expect(await pair.standby.rows(sessions)).toEqual([]);
    } finally {
      await another.stop();
    }
  });

  test('a process leaves a primary that was made read-only, with all connections', async () => {
    const { primary: old, standby } = pair;
    const input = validInput();
    await submit(validInput());

    await old.set('default_transaction_read_only', 'on');
    await standby.promote();
    pair.primary = standby;
    await expect.poll(async () => (await submit(input, 'leaves')).status, { timeout: 20_000 }).toBe(200);

    expect(await stored(input)).toHaveLength(1);
    const left = async () => {
      expect(await isReady(app)).toBe(true); // the check has a connection too
      return old.rows(`select query from pg_stat_activity where usename = 'reachgenie_login'`);
    };
    await expect.poll(left, { timeout: 15_000 }).toEqual([]);
  }, 60_000);
});
