import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { replicaStates } from '../../../src/core/database/replicas/replica.reads.ts';
import { LOGIN_ROLE } from '../../../src/dev/postgres/development.database.ts';
import { databaseUrl } from '../../../src/dev/postgres/embedded.database.ts';
import { postTo, signIn, type Actor } from '../../support/api.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { givenClient } from '../../support/given/client-accounts.ts';
import { downloadExport } from '../../support/given/exports.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { canReplicate } from '../../support/replicas/replicated.database.ts';
import { isInUse, useReplicatedApi } from '../../support/replicas/replicated.api.ts';

describe.runIf(canReplicate)("with a replica (needs Debian's postgresql)", () => {
  const { api, database, embedded } = useReplicatedApi();

  const DETAILS = 'query Details($id: ID!) { partnerApplication(id: $id) { id companyName notes { note } } }';
  const TABLE = 'from "partner_application"';
  const LOCKED = `select from pg_locks
    where mode = 'AccessExclusiveLock' and relation = 'partner_application'::regclass`;
  const WAITING = `select from pg_stat_activity where wait_event_type = 'Lock' and usename = '${LOGIN_ROLE}'`;

  async function ask<Data>(query: string, variables: object = {}, actor: Actor = api.admin): Promise<Data> {
    const { data, errors } = await api.ask<Data>(actor, query, variables);
    expect(errors).toBeUndefined();
    return data as Data;
  }

  test.each([
    ['a list', '{ partnerApplications { items { id } pageInfo { totalItems } } }', TABLE],
    ['a search', '{ partnerApplications(filter: { search: "bright solutions" }) { items { id } } }', TABLE],
    ['details', `query Details($id: ID!) { partnerApplication(id: $id) { id notes { note } } }`, TABLE],
    ['statistics', '{ partnerApplicationStatistics { total byStatus { count } } }', 'application_count'],
    ['the viewer', '{ viewer { name } }', 'from "user_account"'],
  ])('%s is read from the replica, and the primary is only asked for its position', async (_, query, table) => {
    const id = await givenApplication(api);
    await isInUse(api.app);

    const { primary, replica } = await database.statementsOf(() => ask(query, { id }));

    expect(replica).toContain(table);
    expect(replica).toContain('require_caller');
    expect(primary).toContain('pg_current_wal_flush_lsn');
    expect(primary).not.toContain(table);
    expect(primary).not.toContain('require_caller');
  });

  test('an export is read from the replica', async () => {
    await givenApplication(api, { companyName: 'Exported Partners' });
    await isInUse(api.app);
    let rows: Record<string, string>[] = [];

    const { primary, replica } = await database.statementsOf(async () => {
      rows = await downloadExport(api, { filter: { search: 'Exported Partners' } });
    });

    expect(rows).toMatchObject([{ Company: 'Exported Partners' }]);
    expect(replica).toContain(TABLE);
    expect(primary).not.toContain(TABLE);
  });

  test('callers see each change immediately, however busy the replica is', async () => {
    for (let round = 1; round <= 100; round++) {
      const id = await givenApplication(api);
      expect(await ask(DETAILS, { id })).toMatchObject({ partnerApplication: { id } });
    }
  });

  test('callers see each change immediately if the replica stands still', async () => {
    await isInUse(api.app);
    await database.replica.whilePaused(async () => {
      const id = await givenApplication(api);
      const first = await ask(DETAILS, { id });
      await expect.poll(() => replicaStates(api.app.orm)).toMatchObject([{ state: 'behind', inUse: false }]);
      const later = await database.statementsOf(() => ask(DETAILS, { id }));

      expect(first).toMatchObject({ partnerApplication: { id } });
      expect(replicaStates(api.app.orm)[0]?.lagBytes).toBeGreaterThan(0);
      expect(later.primary).toContain(TABLE);
    });

    await isInUse(api.app);
    const again = await database.statementsOf(() => ask('{ partnerApplications { items { id } } }'));
    expect(again.replica).toContain(TABLE);
  });

  test('a sign-out ends the session immediately if the replica stands still', async () => {
    const partner = await givenPartner(api);
    const actor = await signIn(api, partner);
    await isInUse(api.app);
    await database.replica.whilePaused(async () => {
      await api.rows('update user_session set revoked_at = now() where user_id = $1', [partner.ownerId]);

      const { errors } = await api.ask(actor, '{ viewer { id } }');

      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    });
  });

  test('a reseller sees its own clients only, by its role and by row-level security', async () => {
    const [me, stranger] = [await givenPartner(api), await givenPartner(api)];
    const [mine, theirs] = [await givenClient(api, me.actor), await givenClient(api, stranger.actor)];
    await isInUse(api.app);
    let data: unknown[] = [];

    const { primary, replica } = await database.statementsOf(async () => {
      data = [
        await ask('{ clientAccounts { items { id } } }', {}, me.actor),
        await ask('query ($id: ID!) { clientAccount(id: $id) { id } }', { id: theirs.id }, me.actor),
      ];
    });

    expect(data).toEqual([{ clientAccounts: { items: [{ id: mine.id }] } }, { clientAccount: null }]);
    expect(replica).toContain(`set_config('role', $`);
    expect(replica).toContain('reachgenie_tenant');
    expect(primary).not.toContain('from "client_account"');
  });

  test('a read ends at its deadline, and the replica stops it', async () => {
    const app = await embedded.startAnother({ ...database.environment, REQUEST_DEADLINE: '500' });
    const list = async () => {
      const asAdmin = { authorization: `Bearer ${api.admin.accessToken}` };
      return (await postTo(app.url ?? '', { query: '{ partnerApplications { items { id } } }' }, asAdmin)).status;
    };
    const writer = new pg.Client(database.urls.ownerUrl);
    await writer.connect();
    try {
      await isInUse(app);
      await writer.query('begin; lock table partner_application in access exclusive mode');
      await api.rows(`select pg_logical_emit_message(true, 'test', 'its commit flushes the lock too')`);
      await expect.poll(() => database.replica.rows(LOCKED), { timeout: 5_000 }).toHaveLength(1);

      expect(await list()).toBe(503);

      await expect.poll(() => database.replica.rows(WAITING), { timeout: 4_000 }).toEqual([]);
      await writer.query('rollback');
      expect(await list()).toBe(200);
    } finally {
      await writer.end();
      await app.stop();
    }
  });

  describe('a server that is no replica of the primary is refused, and reads go to the primary', () => {
    const servers: [string, () => Record<string, string>, string][] = [
      [
        'the primary itself',
        () => ({ ...database.environment, DATABASE_REPLICA_URLS: database.urls.loginUrl }),
        'it is a primary: set it up as a streaming replica, or remove it from DATABASE_REPLICA_URLS',
      ],
      [
        'another database of the replica',
        () => ({
          ...database.environment,
          DATABASE_REPLICA_URLS: databaseUrl(database.replica.port, LOGIN_ROLE, 'postgres'),
        }),
        'it has another cluster or database than DATABASE_URL',
      ],
      [
        'a replica of another cluster',
        () => ({ ...database.environment, DATABASE_URL: embedded.database.loginUrl }),
        'it has another cluster or database than DATABASE_URL',
      ],
    ];

    test.each(servers)('%s', async (_, environmentOf, reason) => {
      embedded.logs.length = 0;
      const app = await embedded.startAnother(environmentOf());
      try {
        await expect
          .poll(() => embedded.logs)
          .toContainEqual(expect.objectContaining({ level: 40, msg: 'replica refused', reason }));
        expect(replicaStates(app.orm)).toMatchObject([{ state: 'refused', inUse: false }]);
        expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
        const { errors } = (await (await postTo(app.url ?? '', { query: '{ __typename }' })).json()) as {
          errors?: unknown;
        };
        expect(errors).toBeUndefined();
      } finally {
        await app.stop();
      }
    });
  });
});
