import { NIL } from 'uuid';
import { expect, test } from 'vitest';
import { inAuditedTransaction } from '../../src/audit/audit.recorder.ts';
import { asSystem } from '../../src/audit/system.actor.ts';
import { ClientAccount } from '../../src/clients/client-account.entity.ts';
import { useApi, type Actor } from '../support/api.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner } from '../support/given/partners.ts';
import { auditOf } from '../support/given/people.ts';

const api = useApi();

const LIST = `query ($targetId: ID) { auditEvents(filter: { targetId: $targetId }, limit: 1) {
  items { type actorEmail ipAddress actor { id kind name } } } }`;

async function newestOf(actor: Actor, targetId: string): Promise<unknown> {
  const { data } = await api.ask<{ auditEvents: { items: unknown[] } }>(actor, LIST, { targetId });
  return data?.auditEvents.items[0];
}

test('a job that changes an audited row acts as the system, and everyone sees ReachGenie as its actor', async () => {
  const { actor, resellerId } = await givenPartner(api);
  const { id } = await givenClient(api, actor);

  await inAuditedTransaction(asSystem(api.app.orm, 'test'), { ClientAccount: 'client.updated' }, async (em) => {
    const client = await em.findOneOrFail(ClientAccount, { id });
    client.companyName = 'Renamed by a job';
  });

  const events = await auditOf(api, id);
  expect(events.at(-1)).toMatchObject({
    action: 'client.updated',
    reseller_id: resellerId,
    actor_role: 'SYSTEM',
    actor_id: NIL,
    credential: 'job:test',
    ip_address: null,
    request_id: null,
  });
  const shown = {
    type: 'CLIENT_UPDATED',
    actorEmail: 'ReachGenie',
    ipAddress: null,
    actor: { id: null, kind: 'SYSTEM', name: 'ReachGenie' },
  };
  expect(await newestOf(actor, id)).toEqual(shown);
  expect(await newestOf(api.admin, id)).toEqual(shown);
});
