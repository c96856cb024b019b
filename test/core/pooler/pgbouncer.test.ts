import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { LOGIN_ROLE } from '../../../src/dev/postgres/development.database.ts';
import { postTo, useApi, type Answer } from '../../support/api.ts';
import { SUBMIT, validInput } from '../../support/given/applications.ts';
import { PgbouncerServer, pgbouncerVersion, SUPPORTED } from '../../support/clusters/pgbouncer.server.ts';

const api = useApi();
const LIST = '{ partnerApplications(limit: 5) { items { id notes { id } emails { id } } pageInfo { totalItems } } }';

describe.runIf(pgbouncerVersion >= SUPPORTED)('behind pgbouncer (needs version 1.21)', () => {
  let pgbouncer: PgbouncerServer;
  let app: App;

  beforeAll(async () => {
    pgbouncer = await PgbouncerServer.start(inject('databasePort'), ['max_prepared_statements = 200']);
    app = await api.startAnother({ DATABASE_URL: pgbouncer.to(api.database.loginUrl), WORKER: 'on' });
  });
  afterAll(async () => {
    await app.stop();
    await pgbouncer.stop();
  });

  const ask = async <Data>(query: string, variables: object, headers: Record<string, string> = {}) => {
    const response = await postTo(app.url ?? '', { query, variables }, headers);
    return { status: response.status, ...((await response.json()) as Answer<Data>) };
  };
  const asAdmin = () => ({ authorization: `Bearer ${api.admin.accessToken}` });
  const submit = () => ask<{ submitPartnerApplication: { applicationId: string } }>(SUBMIT, { input: validInput() });

  test('reads and writes of more clients than connections are all answered, and emails are sent', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => (index % 3 ? ask(LIST, {}, asAdmin()) : submit())),
    );

    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    const unsent = `select from email_message where status <> 'SENT'`;
    await expect.poll(() => api.rows(unsent), { timeout: 20_000 }).toEqual([]);
    expect(await api.rows('select from email_message')).toHaveLength(20 * 3);
  });

  test('a request leaves no settings on its connection', async () => {
    await Promise.all(Array.from({ length: 10 }, () => ask(LIST, {}, asAdmin())));

    const another = new pg.Client(pgbouncer.to(api.database.loginUrl));
    await another.connect();
    try {
      const settings = `select current_user as role, current_setting('reachgenie.caller', true) as caller,
        current_setting('transaction_read_only') as reads`;
      for (let time = 0; time < 10; time++) {
        const { rows } = await another.query<Record<string, unknown>>(settings);
        expect({ ...rows[0], caller: rows[0]?.['caller'] ?? '' }).toEqual({
          role: LOGIN_ROLE,
          caller: '',
          reads: 'off',
        });
      }
    } finally {
      await another.end();
    }
  });

  test('waiting for a lock ends by the limit of the role', async () => {
    await api.rows('begin');
    try {
      await api.rows('lock table partner_application in access exclusive mode');
      const refused = await submit();

      expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    } finally {
      await api.rows('rollback');
    }
    expect((await submit()).errors).toBeUndefined();
  });
});
