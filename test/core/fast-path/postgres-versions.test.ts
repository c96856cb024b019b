import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MessageQueue, type Pool } from '../../../src/core/database/fast-path/message.queue.ts';
import { PipelinedClient } from '../../../src/core/database/pipelined.client.ts';
import { createDatabase } from '../../../src/dev/postgres/development.database.ts';
import { PASSWORD, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { migrate } from '../../../src/migrations/migrate.ts';
import { ADMIN, postTo, useApi } from '../../support/api.ts';
import { SUBMIT, validInput } from '../../support/given/applications.ts';
import { installedPostgres, PostgresServer } from '../../support/clusters/postgres.server.ts';

const api = useApi();
const OPENING = { text: `select set_config('test.caller', $1, true)`, values: ['somebody'] };

/** Kinds of connections, and a condition that only this kind meets. */
const WAYS: Record<string, [isThis: string, options: (server: PostgresServer) => pg.PoolConfig]> = {
  TCP: ['not ssl and client_addr is not null', () => ({ host: '127.0.0.1' })],
  TLS: ['ssl', ({ certificate: ca }) => ({ host: '127.0.0.1', ssl: { ca } })],
  'a Unix socket': ['client_addr is null', ({ folder }) => ({ host: folder })],
};

describe.each(await installedPostgres())('with PostgreSQL %s', (_version, programs) => {
  let server: PostgresServer;
  beforeAll(async () => void (server = await PostgresServer.start(programs)));
  afterAll(() => server.stop());

  test.each(Object.entries(WAYS))(
    'messages go over %s, and each gets its own answer',
    async (_, [isThis, optionsOf]) => {
      const account = { port: server.port, user: SUPERUSER, password: PASSWORD, database: 'postgres' };
      const pool = new pg.Pool({ ...account, ...optionsOf(server), max: 2, Client: PipelinedClient, pipeline: true });
      const messages = new MessageQueue(pool as unknown as Pool);
      const read = (text: string, values: unknown[] = []) => messages.read({}, OPENING, { text, values });
      try {
        const way = `select ${isThis} as "isThis" from pg_stat_ssl join pg_stat_activity using (pid)
        where pid = pg_backend_pid()`;
        expect(await read(way)).toEqual([{ isThis: true }]);

        const numbers = Array.from({ length: 50 }, (_each, index) => index);
        const rows = numbers.map((number) => read(`select $1::int as n, repeat('ä', 100000) as long`, [number]));
        const failed = read('select 1 / 0');
        await expect(failed).rejects.toMatchObject({ code: '22012' });
        expect((await Promise.all(rows)).map(([row]) => Reflect.get(row ?? {}, 'n'))).toEqual(numbers);
        await messages.write([OPENING, { text: 'create temporary table written as select $1::int as n', values: [1] }]);
      } finally {
        await pool.end();
      }
    },
  );

  test('the product is installed, and answers', async () => {
    const urls = await createDatabase(server.port, 'reachgenie');
    await migrate(urls);
    const app = await api.startAnother({ DATABASE_URL: urls.loginUrl });
    try {
      const ask = async (query: string, variables: object = {}, token = '') =>
        (await postTo(app.url ?? '', { query, variables }, { authorization: `Bearer ${token}` })).json();
      const submitted: unknown = await ask(SUBMIT, { input: validInput() });
      expect(submitted).toMatchObject({ data: { submitPartnerApplication: { applicationId: expect.any(String) } } });

      const signIn = `mutation ($email: String!, $password: String!) {
        signIn(email: $email, password: $password) { accessToken } }`;
      const { data } = (await ask(signIn, ADMIN)) as { data: { signIn: { accessToken: string } } };
      const list = `{ partnerApplications(filter: { search: "bright" }) { items { companyName emails { status } }
        pageInfo { totalItems } } }`;
      expect(await ask(list, {}, data.signIn.accessToken)).toMatchObject({
        data: { partnerApplications: { items: [{ companyName: 'Bright Solutions' }], pageInfo: { totalItems: 1 } } },
      });
    } finally {
      await app.stop();
    }
  });
});
