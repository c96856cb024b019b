import { expect, test } from 'vitest';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import type { FollowedEvent } from '../../src/events/event.types.ts';
import { webhookConsumer } from '../../src/webhooks/webhook.consumer.ts';
import { useApi } from '../support/api.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner } from '../support/given/partners.ts';
import { deliveriesOf, givenEndpoint } from '../support/given/webhooks.ts';

const api = useApi();

/** The events about clients, as a worker follows them. */
async function eventsAbout(...clientIds: string[]): Promise<FollowedEvent[]> {
  const rows = await api.rows(
    `select chain_id as "chainId", sequence, id, reseller_id as "resellerId", occurred_at as "occurredAt", action,
       actor_role as "actorRole", target_type as "targetType", target_id as "targetId", changes, false as "isHeld"
     from audit_event where target_id = any($1) order by chain_id, sequence`,
    [clientIds],
  );
  return rows as unknown as FollowedEvent[];
}

const consume = (events: FollowedEvent[]) =>
  inTransaction(asPlatform(api.app.orm.em), (em) =>
    webhookConsumer.consume(em, events, { jobs: undefined as never, log: undefined as never }),
  );

test('C1: events of several tenants that come together go to the endpoints of their own', async () => {
  const [one, other] = [await givenPartner(api), await givenPartner(api)];
  const { endpoint: first } = await givenEndpoint(api, one.actor);
  const { endpoint: second } = await givenEndpoint(api, other.actor);
  const [ofOne, ofOther] = [await givenClient(api, one.actor), await givenClient(api, other.actor)];

  await consume(await eventsAbout(ofOne.id, ofOther.id));

  const idsAt = async (actor: typeof one.actor, id: string) =>
    (await deliveriesOf(api, actor, id)).map(
      ({ payload }) => (JSON.parse(payload) as { data: { object: { id: string } } }).data.object.id,
    );
  expect(await idsAt(one.actor, first.id)).toEqual([ofOne.id]);
  expect(await idsAt(other.actor, second.id)).toEqual([ofOther.id]);
});

test('C1: an event that is not for partners goes to no endpoint of theirs', async () => {
  const { actor, resellerId } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor);
  const created = (await eventsAbout(resellerId)).filter(({ action }) => action === 'partner.created');

  // The account is older than its endpoints, which alone would keep the event from them.
  await consume(created.map((event) => ({ ...event, occurredAt: new Date() })));

  expect(created).toHaveLength(1);
  expect(await deliveriesOf(api, actor, endpoint.id)).toEqual([]);
});

test('events that no endpoint gets leave nothing behind', async () => {
  const { actor, resellerId } = await givenPartner(api);
  const { id } = await givenClient(api, actor);

  await consume(await eventsAbout(id));

  expect(await api.rows('select 1 from webhook_message where reseller_id = $1', [resellerId])).toEqual([]);
});
