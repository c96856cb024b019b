import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenClient, update } from '../../support/given/client-accounts.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenEndpoint } from '../../support/given/webhooks.ts';
import { Receiver, startWorker } from '../../support/outbound/receiver.ts';
import { useWorkerChildren } from '../../support/processes/worker.child.ts';

/** `npm run test:long` kills 50 times. */
const KILLS = Number(process.env['WORKER_KILLS'] ?? 2);

/** Milliseconds from the start of a worker until it is killed, at most. */
const LONGEST_LIFE = 4_000;

const api = useApi();
const children = useWorkerChildren();
let receiver: Receiver;

beforeAll(async () => {
  receiver = await Receiver.start();
  return () => receiver.stop();
});

/** Each event of a client, with its message and the status of its delivery. */
const followed = (resellerIds: readonly string[]) =>
  api.rows(
    `select message.id as message, delivery.status from audit_event as event
       left join webhook_message as message on message.event_id = event.id
       left join webhook_delivery as delivery on delivery.message_id = message.id
     where event.reseller_id = any ($1) and event.action like 'client.%'`,
    [resellerIds],
  );

test('every event has one delivery and arrives, although workers are killed at any moment', async () => {
  const start = () => children.start({ databaseUrl: api.database.loginUrl, postmarkUrl: 'http://127.0.0.1:9' });
  let child = start();
  await expect
    .poll(() => api.rows(`select from event_consumer where name = 'webhooks'`), { timeout: 30_000 })
    .toHaveLength(1);
  const partners = [await givenPartner(api), await givenPartner(api), await givenPartner(api)];
  const clients = [];
  for (const { actor } of partners) {
    await givenEndpoint(api, actor, { url: receiver.url('/killed') });
    clients.push({ actor, id: (await givenClient(api, actor)).id });
  }

  for (let kill = 0; kill < KILLS; kill++) {
    for (const { actor, id } of clients) {
      for (const name of ['Ada', 'Zoë']) await update(api, actor, { id, input: { contactName: `${name} ${kill}` } });
    }
    await setTimeout(Math.random() * LONGEST_LIFE);
    await children.kill(child);
    child = start();
  }
  await children.kill(child);
  // The leases of killed workers are over.
  await api.rows(`update webhook_delivery set next_try_at = now() where status = 'PENDING'`);

  const worker = await startWorker(api);
  try {
    const ids = partners.map(({ resellerId }) => resellerId);
    const all = partners.length * (1 + 2 * KILLS);
    await expect
      .poll(async () => (await followed(ids)).filter(({ status }) => status === 'DELIVERED'), { timeout: 60_000 })
      .toHaveLength(all);
    const rows = await followed(ids);
    expect(rows).toHaveLength(all);
    const arrived = new Set(receiver.at('/killed').map(({ headers }) => headers['webhook-id']));
    expect(arrived).toEqual(new Set(rows.map(({ message }) => message)));
  } finally {
    await worker.stop();
  }
}, 900_000);
