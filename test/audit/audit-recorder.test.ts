import { beforeAll, expect, test } from 'vitest';
import type { AuditAction } from '../../src/audit/audit.actions.ts';
import { inAuditedTransaction, recordAction } from '../../src/audit/audit.recorder.ts';
import { ClientAccount } from '../../src/clients/client-account.entity.ts';
import type { Caller } from '../../src/core/context/request.context.ts';
import { asPlatform, forkFor } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { ApiKey } from '../../src/identity/api-keys/api-key.entity.ts';
import { User } from '../../src/identity/users/user.entity.ts';
import { PartnerAccount } from '../../src/tenants/partner-account.entity.ts';
import { useApi } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { create, validClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { auditOf } from '../support/given/people.ts';
import { whileRefused } from '../support/database.changes.ts';

const api = useApi();
let partner: Partner;
let keyId: string;
let clientId: string;

beforeAll(async () => {
  partner = await givenPartner(api);
  keyId = (await givenKey(api, partner.actor)).apiKey.id;
  const { data } = await create(api, partner.actor, validClient());
  clientId = String(data?.createClientAccount.id);
});

const caller = (): Caller => ({
  role: 'PARTNER',
  email: partner.email,
  name: 'Olive Owner',
  userId: partner.ownerId,
  credential: `key:${keyId}`,
  resellerId: partner.resellerId,
});
const context = () => ({
  em: forkFor(api.app.orm, caller()),
  caller: caller(),
  address: '127.0.0.1',
  requestId: 'test',
});

const stored = () =>
  api.rows(`select (select jsonb_agg(c) from client_account c) as clients, (select jsonb_agg(k) from api_key k) as keys,
    (select jsonb_agg(p) from partner_account p) as partners, (select jsonb_agg(e order by id) from audit_event e) as events`);

test('refuses a whole change without an announced action', async () => {
  const before = await stored();

  const change = inTransaction(context().em, async (em) => {
    const client = await em.findOneOrFail(ClientAccount, { id: clientId });
    client.companyName = 'Secretly';
  });

  await expect(change).rejects.toThrow('No audit action for a change of ClientAccount.');
  expect(await stored()).toEqual(before);
});

test('refuses a change if only another kind of change is announced', async () => {
  const before = await stored();

  const change = inAuditedTransaction(context(), { ApiKey: 'api_key.revoked' }, async (em) => {
    const client = await em.findOneOrFail(ClientAccount, { id: clientId });
    client.companyName = 'Secretly';
  });

  await expect(change).rejects.toThrow('No audit action for a change of ClientAccount.');
  expect(await stored()).toEqual(before);
});

const NATIVE: { what: string; work: Parameters<typeof inAuditedTransaction>[2] }[] = [
  { what: 'nativeUpdate', work: (em) => em.nativeUpdate(ClientAccount, { id: clientId }, { companyName: 'Secretly' }) },
  {
    what: 'raw SQL',
    work: (em) => em.execute(`update client_account set company_name = 'Secretly' where id = ?`, [clientId]),
  },
  { what: 'raw SQL on a key', work: (em) => em.execute('update api_key set revoked_at = now() where id = ?', [keyId]) },
  {
    what: 'an insert',
    work: (em) =>
      em.execute(
        `insert into client_account (id, reseller_id, company_name, contact_name, contact_email, subscription_tier,
           billing_owned_by_reseller, created_at, updated_at) values (gen_random_uuid(), ?, 'X', 'X', 'x@x.co', 'X', true, now(), now())`,
        [partner.resellerId],
      ),
  },
];

test.each(NATIVE)('PostgreSQL refuses a change by $what without an audit event', async ({ work }) => {
  const before = await stored();

  const actions = { ClientAccount: 'client.updated', ApiKey: 'api_key.revoked' } as const;
  await expect(inAuditedTransaction(context(), actions, work)).rejects.toThrow(/has no audit event|permission denied/);

  expect(await stored()).toEqual(before);
});

test('PostgreSQL refuses the platform and the owner of the database in the same way', async () => {
  const before = await stored();
  const change = `update partner_account set tier = 'PLATINUM' where id = $1`;

  await expect(
    inTransaction(asPlatform(api.app.orm.em), (em) =>
      em.nativeUpdate(PartnerAccount, { id: partner.resellerId }, { whitelabelEnabled: true }),
    ),
  ).rejects.toThrow('has no audit event');
  await expect(api.rows(change, [partner.resellerId])).rejects.toThrow('has no audit event');
  expect(await stored()).toEqual(before);
});

test('an audit event of an earlier transaction does not count', async () => {
  expect(await auditOf(api, keyId)).toMatchObject([{ action: 'api_key.created' }]);

  await expect(api.rows('update api_key set revoked_at = now() where id = $1', [keyId])).rejects.toThrow(
    'has no audit event',
  );
});

test('the last use of a key needs no audit event, but any other change does', async () => {
  await api.rows('update api_key set last_used_at = now() where id = $1', [keyId]);

  await expect(
    api.rows(`update api_key set last_used_at = now(), name = 'Secretly' where id = $1`, [keyId]),
  ).rejects.toThrow('has no audit event');
});

test('D5: rolls back if the audit event cannot be written', async () => {
  const before = await stored();

  const { errors } = await whileRefused(api, { table: 'audit_event', unless: `action <> 'client.created'` }, () =>
    create(api, partner.actor, validClient()),
  );

  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(await stored()).toEqual(before);
});

test('records an action that changes no row', async () => {
  await inAuditedTransaction(context(), {}, async (em) => {
    recordAction(em, 'user.invitation_resent', await em.findOneOrFail(User, { id: partner.ownerId }));
  });

  expect((await auditOf(api, partner.ownerId)).at(-1)).toMatchObject({
    action: 'user.invitation_resent',
    target_type: 'User',
    reseller_id: partner.resellerId,
    changes: null,
    request_id: 'test',
  });
});

test('refuses to record an action outside an audited transaction', async () => {
  const before = await auditOf(api, partner.ownerId);

  const recorded = inTransaction(asPlatform(api.app.orm.em), async (em) =>
    recordAction(em, 'user.invitation_resent', await em.findOneOrFail(User, { id: partner.ownerId })),
  );

  await expect(recorded).rejects.toThrow('audited transaction');
  expect(await auditOf(api, partner.ownerId)).toEqual(before);
});

test('refuses a row that sets its own place in the chain', async () => {
  const [head] = await api.rows('select sequence from audit_chain where chain_id = $1', [partner.resellerId]);
  await inTransaction(context().em, (em) =>
    em.execute(
      `insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id,
         chain_id, sequence, transaction_id, hash)
       values (gen_random_uuid(), ?, now(), 'made.up', 'a@b.co', gen_random_uuid(), 'PARTNER', 'link', 'X', ?, gen_random_uuid(), 7, '7', '')`,
      [partner.resellerId, clientId],
    ),
  );

  const event = (await auditOf(api, clientId)).at(-1);
  expect(event).toMatchObject({ chain_id: partner.resellerId, sequence: String(Number(head?.['sequence']) + 1) });
  expect(event?.['transaction_id']).not.toBe('7');
});

test.each(['another tenant’s', 'the platform’s'])('a tenant cannot write %s rows', async (whose) => {
  const other = whose === 'the platform’s' ? null : (await givenPartner(api)).resellerId;

  const insert = inTransaction(context().em, (em) =>
    em.execute(
      `insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id)
       values (gen_random_uuid(), ?, now(), 'made.up', 'a@b.co', gen_random_uuid(), 'PARTNER', 'link', 'X', gen_random_uuid())`,
      [other],
    ),
  );

  await expect(insert).rejects.toThrow('row-level security');
});

test('refuses to record without a caller', () => {
  const work = () =>
    inAuditedTransaction(
      { ...context(), caller: undefined },
      { ApiKey: 'api_key.created' satisfies AuditAction },
      async (em) => em.count(ApiKey),
    );

  expect(work).toThrow('Sign in first.');
});

test('H2: every property with the name of a secret is hidden from the audit log', () => {
  const properties = [...api.app.orm.getMetadata().getAll().values()].flatMap(({ className, props }) =>
    props.map(({ name, hidden }) => ({ of: className, name, hidden: hidden ?? false })),
  );
  const secret = properties.filter(({ name }) => /hash|secret|password|token|generation|mailbox/i.test(name));

  expect(secret.length).toBeGreaterThan(8);
  expect(secret.filter(({ hidden }) => !hidden)).toEqual([]);
});
