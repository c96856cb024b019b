import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { ClientAccessSession } from '../../../src/access/client-access-session.entity.ts';
import { inAuditedTransaction } from '../../../src/audit/audit.recorder.ts';
import { AuditEvent } from '../../../src/audit/audit-event.entity.ts';
import { ClientAccount } from '../../../src/clients/client-account.entity.ts';
import { forkFor, TENANT_ROLE } from '../../../src/core/database/tenancy.ts';
import { type inTransaction, readRows } from '../../../src/core/database/transaction.ts';
import { PartnerAccount } from '../../../src/tenants/partner-account.entity.ts';
import { useApi } from '../../support/api.ts';
import type { Access } from '../../support/given/callers/client-access.ts';
import { stored, type Client } from '../../support/given/client-accounts.ts';
import { callerOf, type Partner } from '../../support/given/partners.ts';
import { CANCELED, clientRow, givenTwoTenants } from '../../support/given/tenants/two-tenants.ts';

const api = useApi();
let me: Partner;
let stranger: Partner;
let theirs: Client;
let theirAccess: Access;

beforeAll(async () => {
  ({ me, stranger, theirs, theirAccess } = await givenTwoTenants(api));
});

const caller = () => callerOf(api, me);
const fork = () => forkFor(api.app.orm, caller());

describe.each([
  ['a fork without a session', () => api.app.orm.em.fork()],
  ['a request without a caller', () => forkFor(api.app.orm, undefined)],
  ['the tenant’s role without a tenant', () => api.app.orm.em.fork({ session: { variables: { role: TENANT_ROLE } } })],
])('C6: %s sees nothing: every access throws', (_, without) => {
  test.each([
    ['find', () => without().find(ClientAccount, {})],
    ['find without filters', () => without().find(ClientAccount, {}, { filters: false })],
    ['QueryBuilder', () => without().createQueryBuilder(ClientAccount).getResult()],
    ['count', () => without().count(ClientAccount, {}, { filters: false })],
    ['raw SQL', () => without().execute('select * from client_account')],
    ['Kysely', () => sql`select * from client_account`.execute(without().getKysely())],
    ['a list query', async () => readRows(without(), sql`select * from client_account`)],
    ['insert', () => without().insert(ClientAccount, clientRow(theirs.id, me.resellerId))],
    ['the tenants', () => without().find(PartnerAccount, {}, { filters: false })],
  ])('%s', async (_way, read) => {
    // The planner reads the policy before PostgreSQL checks the permission, so the messages name the policy's
    // setting.
    await expect(read()).rejects.toThrow(
      /No arguments provided for filter|permission denied|configuration parameter|for type uuid: ""|No session context to/,
    );
  });
});

test('C6: with a tenant but without the role PostgreSQL refuses every table', async () => {
  const em = api.app.orm.em.fork();
  em.setFilterParams('tenant', { resellerId: me.resellerId });

  await expect(em.find(ClientAccount, {})).rejects.toThrow('permission denied for table client_account');
});

describe("C7: another tenant's row cannot be seen", () => {
  test.each([
    ['find', () => fork().find(ClientAccount, { id: theirs.id })],
    ['find without filters', () => fork().find(ClientAccount, { id: theirs.id }, { filters: false })],
    ['QueryBuilder', () => fork().createQueryBuilder(ClientAccount).where({ id: theirs.id }).getResult()],
    ['raw SQL', () => fork().execute('select * from client_account where id = ?', [theirs.id])],
    ['Kysely', () => readRows(fork(), sql`select * from client_account where id = ${theirs.id}`)],
    ['the accesses to it', () => fork().find(ClientAccessSession, { clientId: theirs.id }, { filters: false })],
    ['its audit rows', () => fork().find(AuditEvent, { targetId: theirs.id }, { filters: false })],
    ['its tenant', () => fork().find(PartnerAccount, { id: stranger.resellerId }, { filters: false })],
    [
      'its tenant’s users',
      () => fork().execute('select id from user_account where reseller_id = ?', [stranger.resellerId]),
    ],
  ])('%s', async (_, read) => {
    expect(await read()).toEqual([]);
  });
});

test('C7: a tenant sees only its own head of the audit chains', async () => {
  expect(await api.rows('select chain_id from audit_chain')).toContainEqual({ chain_id: stranger.resellerId });

  expect(await fork().execute('select chain_id from audit_chain')).toEqual([{ chain_id: me.resellerId }]);
});

test('C7: a tenant’s role has only the permissions that it needs', async () => {
  await expect(fork().execute('select password_hash from user_account')).rejects.toThrow(
    'permission denied for table user_account',
  );
  await expect(fork().execute('update partner_account set tier = ?', ['PLATINUM'])).rejects.toThrow(
    'permission denied for table partner_account',
  );
  await expect(
    fork().execute(`insert into partnership values (?, ?, 'TECHNOLOGY', now())`, [me.applicationId, me.resellerId]),
  ).rejects.toThrow('permission denied for table partnership');
  await expect(fork().execute('delete from client_account')).rejects.toThrow(
    'permission denied for table client_account',
  );
  await expect(fork().execute('update client_access_session set expires_at = now()')).rejects.toThrow(
    'permission denied',
  );
});

describe("C7, C8: another tenant's row cannot be changed or added", () => {
  test.each<[string, () => Promise<unknown>]>([
    ['nativeUpdate', () => fork().nativeUpdate(ClientAccount, { id: theirs.id }, CANCELED, { filters: false })],
    [
      'QueryBuilder',
      () => fork().createQueryBuilder(ClientAccount).update(CANCELED).where({ id: theirs.id }).execute(),
    ],
    [
      'raw SQL',
      () => fork().execute(`update client_account set subscription_status = 'CANCELED' where id = ?`, [theirs.id]),
    ],
    [
      'getReference + flush',
      () =>
        changing(async (em) => {
          Object.assign(em.getReference(ClientAccount, theirs.id), CANCELED);
        }),
    ],
    [
      'merge + flush',
      () =>
        changing(async (em) => {
          Object.assign(em.merge(ClientAccount, clientRow(theirs.id, stranger.resellerId)), CANCELED);
        }),
    ],
    ['upsert', () => fork().upsert(ClientAccount, clientRow(theirs.id, me.resellerId))],
    ['upsert into their tenant', () => fork().upsert(ClientAccount, clientRow(theirs.id, stranger.resellerId))],
    [
      'insert into their tenant',
      () => fork().insert(ClientAccount, { ...clientRow(theirs.id, stranger.resellerId), id: me.ownerId }),
    ],
    [
      'create + flush in their tenant',
      () =>
        changing(
          async (em) => void em.create(ClientAccount, { ...clientRow(theirs.id, stranger.resellerId), id: me.ownerId }),
        ),
    ],
    ['moving a row to them', () => fork().execute('update client_account set reseller_id = ?', [stranger.resellerId])],
    [
      'moving a row to them by flush',
      () =>
        changing(async (em) => {
          const mine = await em.findOneOrFail(ClientAccount, { resellerId: me.resellerId });
          mine.resellerId = stranger.resellerId;
        }),
    ],
    [
      'an access of mine to their client',
      () => changing(async (em) => void em.create(ClientAccessSession, accessTo(me.resellerId))),
    ],
    [
      'an access of theirs',
      () => changing(async (em) => void em.create(ClientAccessSession, accessTo(stranger.resellerId))),
    ],
    [
      'ending their access',
      () =>
        fork().nativeUpdate(
          ClientAccessSession,
          { id: theirAccess.sessionId },
          { revokedAt: new Date() },
          { filters: false },
        ),
    ],
    ['an audit row of theirs', () => fork().insert(AuditEvent, eventOf(stranger.resellerId))],
    ['delete', () => fork().nativeDelete(ClientAccount, { id: theirs.id }, { filters: false })],
  ])('%s', async (_, attack) => {
    const before = await everything();

    await attack().then(
      () => undefined,
      () => undefined,
    );

    expect(await everything()).toEqual(before);
  });

  const everything = async () => [
    await stored(api, theirs.id),
    await api.rows('select id, reseller_id from client_account order by id'),
    await api.rows('select id, reseller_id, revoked_at from client_access_session order by id'),
    await api.rows('select id, reseller_id from audit_event order by id'),
  ];

  const changing = (work: Parameters<typeof inTransaction<void>>[1]) => {
    const ctx = { requestId: 'test', address: '127.0.0.1', caller: caller(), em: fork() };
    const actions = { ClientAccount: 'client.subscription_changed', ClientAccessSession: 'client.accessed' } as const;
    return inAuditedTransaction(ctx, actions, work);
  };

  const accessTo = (resellerId: string) => ({
    id: me.ownerId,
    resellerId,
    clientId: theirs.id,
    userId: me.ownerId,
    reason: 'because',
    createdAt: new Date(),
    expiresAt: new Date(),
  });

  const eventOf = (resellerId: string) =>
    ({
      id: me.ownerId,
      resellerId,
      occurredAt: new Date(),
      action: 'client.updated',
      actorEmail: me.email,
      actorId: me.ownerId,
      actorRole: 'PARTNER',
      credential: 'session:x:1',
      targetType: 'ClientAccount',
      targetId: theirs.id,
    }) as const;
});
