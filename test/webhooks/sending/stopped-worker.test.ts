import { beforeAll, expect, test } from 'vitest';
import { asPlatform } from '../../../src/core/database/tenancy.ts';
import { inTransaction } from '../../../src/core/database/transaction.ts';
import { resumeOutbound } from '../../../src/backups/resume.ts';
import { claimDue } from '../../../src/webhooks/sending/webhook.claims.ts';
import { useApi, type Actor } from '../../support/api.ts';
import { givenClient } from '../../support/given/client-accounts.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { deliveriesOf, givenDeliveries, givenEndpoint, replayAll, testEndpoint } from '../../support/given/webhooks.ts';
import { Receiver, startWorker } from '../../support/outbound/receiver.ts';
import { useWorkerChildren } from '../../support/processes/worker.child.ts';

const api = useApi();
const children = useWorkerChildren();
let receiver: Receiver;

beforeAll(async () => {
  receiver = await Receiver.start();
  return () => receiver.stop();
});

async function withWorker(work: () => Promise<void>): Promise<void> {
  const worker = await startWorker(api);
  try {
    await work();
  } finally {
    await worker.stop();
  }
}

/** Of an endpoint, once they are so. */
async function become(actor: Actor, id: string, expected: unknown): Promise<void> {
  await expect.poll(() => deliveriesOf(api, actor, id)).toEqual(expected);
}

const one = (delivery: object) => [expect.objectContaining(delivery)];

/** What a worker claims, and what happens before it commits. */
const claims = (meanwhile = async (): Promise<void> => undefined) =>
  inTransaction(asPlatform(api.app.orm.em), async (em) => {
    const claimed = await claimDue(em, 32);
    await meanwhile();
    return claimed;
  });

test('a try of a killed worker is known, and made again', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver.url('/killed') });
  receiver.answer('/killed', () => undefined);
  const child = children.start({ databaseUrl: api.database.loginUrl, postmarkUrl: 'http://127.0.0.1:9' });
  await expect
    .poll(() => api.rows(`select from event_consumer where name = 'webhooks'`), { timeout: 30_000 })
    .toHaveLength(1);
  await givenClient(api, actor);
  await expect.poll(() => receiver.at('/killed')).toHaveLength(1);

  await children.kill(child);
  receiver.answerWith('/killed', 204);
  await api.rows('update webhook_delivery set next_try_at = now() where endpoint_id = $1', [endpoint.id]); // the lease is over

  await withWorker(async () => {
    await become(actor, endpoint.id, one({ status: 'DELIVERED' }));
  });
  expect(await deliveriesOf(api, actor, endpoint.id)).toMatchObject([
    {
      tries: [
        { failure: 'INTERRUPTED', error: 'the worker stopped during the try' },
        { status: 204, failure: null },
      ],
    },
  ]);
  expect(new Set(receiver.at('/killed').map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

test('a worker that is killed each time gives up after ten tries', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver.url('/poison') });
  await testEndpoint(api, actor, endpoint.id);
  await api.rows(
    `update webhook_delivery set trying_since = now(), next_try_at = now(),
       tries = (select jsonb_agg('{"at": "2026-12-01 10:30:00+00", "failure": "INTERRUPTED"}'::jsonb) from generate_series(1, 9))
     where endpoint_id = $1`,
    [endpoint.id],
  );

  await withWorker(() => become(actor, endpoint.id, one({ status: 'FAILED', failure: 'INTERRUPTED' })));

  expect((await deliveriesOf(api, actor, endpoint.id))[0]?.tries).toHaveLength(10);
  expect(receiver.at('/poison')).toEqual([]);
});

test('workers that claim at once leave each other the endpoints', async () => {
  const partner = await givenPartner(api);
  const endpointId = await givenDeliveries(api, partner, 6);
  await replayAll(api, partner.actor, { endpointId });
  let meanwhile: unknown;

  const first = await claims(async () => {
    meanwhile = await claims();
  });

  expect(first.map((claim) => claim.endpointId)).toEqual([endpointId, endpointId, endpointId, endpointId]);
  expect(meanwhile).toEqual([]);
});

test('Fault 25: after a restore, nothing is sent that may have been sent already, until its owner asks for it', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver.url('/restored') });
  const { id } = endpoint;
  const open = await testEndpoint(api, actor, id);
  const client = await givenClient(api, actor);
  await api.rows(`insert into outbound_pause (reason, began_at) values ('a test', clock_timestamp())`);
  const during = await testEndpoint(api, actor, id);
  expect(await claims()).toEqual([]);

  await withWorker(async () => {
    await resumeOutbound(api.database.ownerUrl);
    const later = await givenClient(api, actor);

    const held = { status: 'FAILED', failure: 'HELD', error: 'held after a restore', tries: [] };
    const expected = [
      { ...held, id: open.data?.testWebhookEndpoint.id },
      { ...held, type: 'client.created', payload: expect.stringContaining(client.id) as string },
      { status: 'DELIVERED', id: during.data?.testWebhookEndpoint.id },
      { status: 'DELIVERED', payload: expect.stringContaining(later.id) as string },
    ];
    await expect.poll(() => deliveriesOf(api, actor, id, { status: ['DELIVERED'] })).toHaveLength(2);
    await become(actor, id, expect.arrayContaining(expected.flatMap(one)));
    expect(await deliveriesOf(api, actor, id)).toHaveLength(4);
    expect(receiver.at('/restored')).toHaveLength(2);

    await replayAll(api, actor, { endpointId: id });
    await expect.poll(() => receiver.events('/restored').map(({ data }) => data.object?.['id'])).toContain(client.id);
  });
});
