import { describe, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { access, exchange, introspect, INACTIVE, revoke } from '../support/given/callers/client-access.ts';
import { changeSubscription, create, givenClient, update, validClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { distribute, installedCitus, startCitus } from '../support/clusters/citus.cluster.ts';
import { runCommand } from '../support/processes/commands.ts';

const programs = await installedCitus();

/** The title says why nothing ran. */
const needs = programs ? '' : ': needs a PostgreSQL with Citus in POSTGRES_BIN';

describe.skipIf(!programs)(`the product on Citus${needs}`, () => {
  const api = useApi({ DATABASE_FAST_PATH: 'false' }, async () => {
    if (!programs) throw new Error('Citus is not installed.');
    return startCitus(programs);
  });

  const LIST = `{ clientAccounts { items { id companyName } pageInfo { totalItems } } }`;
  const namesOf = async ({ actor }: Partner) => {
    const { data, errors } = await api.ask<{ clientAccounts: { items: { companyName: string }[] } }>(actor, LIST);
    expect(errors).toBeUndefined();
    return data?.clientAccounts.items.map(({ companyName }) => companyName);
  };

  test('a reseller sees and changes only its own clients, which are on one worker', async () => {
    const [mine, other] = [await givenPartner(api), await givenPartner(api)];
    const client = await givenClient(api, mine.actor, { companyName: 'Mine' });
    await givenClient(api, other.actor, { companyName: 'Theirs' });

    expect(await namesOf(mine)).toEqual(['Mine']);
    expect(await namesOf(other)).toEqual(['Theirs']);
    const input = { companyName: 'Renamed' };
    const changed = await update(api, mine.actor, { id: client.id, input, expectedVersion: 1 });
    expect(changed.data?.updateClientAccount).toMatchObject({ companyName: 'Renamed', version: 2 });
    const refused = await update(api, other.actor, { id: client.id, input });
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const shards = await api.rows(`select count(distinct nodename || nodeport)::int as workers from citus_shards
      where table_name = 'client_account'::regclass`);
    expect(shards).toEqual([{ workers: 2 }]);
  });

  test('a create is done once for a key, and an address is unique for a reseller', async () => {
    const partner = await givenPartner(api);
    const input = validClient();

    const [first, again] = [
      await create(api, partner.actor, input, 'key'),
      await create(api, partner.actor, input, 'key'),
    ];
    const same = await create(api, partner.actor, input);

    expect(first.errors).toBeUndefined();
    expect(again.data).toEqual(first.data);
    expect(same.errors?.[0]?.extensions.reason).toBe('CLIENT_EMAIL');
    expect(await namesOf(partner)).toHaveLength(1);
  });

  test('an access to a client works once, and ends', async () => {
    const { actor } = await givenPartner(api);
    const { id } = await givenClient(api, actor);

    const { data } = await access(api, actor, id);
    const token = data?.accessClientAccount.accessToken ?? '';

    expect(await exchange(api, token)).toMatchObject({ active: true, sub: id });
    expect(await exchange(api, token)).toEqual(INACTIVE);
    expect(await introspect(api, token)).toMatchObject({ active: true });
    await revoke(api, actor, data?.accessClientAccount.sessionId ?? '');
    expect(await introspect(api, token)).toEqual(INACTIVE);
  });

  test('every change has its audit event, in whole chains', async () => {
    const { actor, resellerId } = await givenPartner(api);
    const { id } = await givenClient(api, actor);
    await changeSubscription(api, actor, { id, input: { subscriptionStatus: 'SUSPENDED' } });

    const events = `query ($filter: AuditEventFilter) {
      auditEvents(filter: $filter) { items { type } pageInfo { totalItems } } }`;
    const ofPartner = await api.ask<{ auditEvents: { items: { type: string }[] } }>(actor, events);
    const types = ofPartner.data?.auditEvents.items.map(({ type }) => type);
    expect(types?.slice(0, 2)).toEqual(['CLIENT_SUBSCRIPTION_CHANGED', 'CLIENT_CREATED']);
    expect((await api.ask(api.admin, events, { filter: { resellerId } })).data).toEqual(ofPartner.data);
    expect((await api.ask(api.admin, events)).errors).toBeUndefined();
    expect(await runCommand('src/audit/audit.verify.command.ts', api.database.loginUrl)).toMatchObject({ code: 0 });
  });

  test('PostgreSQL refuses a change without an audit event', async () => {
    const { actor } = await givenPartner(api);
    const { id } = await givenClient(api, actor);

    const change = api.rows(`update client_account set company_name = 'Secretly' where id = $1`, [id]);

    await expect(change).rejects.toThrow('has no audit event');
    expect(await api.rows('select company_name from client_account where id = $1', [id])).toEqual([
      { company_name: 'Acme' },
    ]);
  });

  test('the steps can run again, and all tables keep a tenant on the same server', async () => {
    await distribute(api.database.ownerUrl);

    const groups = await api.rows('select distinct colocation_id from citus_tables');
    expect(groups).toHaveLength(1);
  });
});
