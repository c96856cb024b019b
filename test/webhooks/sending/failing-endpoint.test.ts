import { expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { givenClient } from '../../support/given/client-accounts.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { auditOf, givenMember } from '../../support/given/people.ts';
import { deliveriesOf, endpointOf, givenEndpoint, replayAll, updateEndpoint } from '../../support/given/webhooks.ts';
import { useReceiver } from '../../support/outbound/receiver.ts';

const api = useApi();
const receiver = useReceiver(api);

async function givenEvents(actor: Actor, count: number): Promise<void> {
  for (let done = 0; done < count; done++) await givenClient(api, actor);
}

/** The emails about an endpoint, by recipient. */
const mailsAbout = async (id: string) => {
  const rows = await api.rows(
    `select recipient, data from email_message where template = 'webhook.endpoint_told' and data ->> 'endpointId' = $1
     order by created_at, id`,
    [id],
  );
  return rows.map(({ recipient, data }) => {
    const { news, failures } = data as { news: string; failures: number };
    return { recipient, news, failures };
  });
};

const failuresOf = async (actor: Actor, id: string) => (await endpointOf(api, actor, id))?.failuresInARow ?? 0;

const isDue = (id: string) => api.rows('update webhook_delivery set next_try_at = now() where endpoint_id = $1', [id]);

test('a failed event is tried again, until it arrives', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/recovering') });
  receiver().answerWith('/recovering', 500);
  await givenEvents(actor, 1);
  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'PENDING', tries: [{}] }]);
  const [failed] = await deliveriesOf(api, actor, endpoint.id);
  const wait = Date.parse(failed?.nextTryAt ?? '') - Date.parse(failed?.tries[0]?.at ?? '');
  expect(await endpointOf(api, actor, endpoint.id)).toMatchObject({
    failuresInARow: 1,
    failingSince: expect.any(String),
  });

  receiver().answerWith('/recovering', 200);
  await isDue(endpoint.id);

  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'DELIVERED' }]);
  expect(await deliveriesOf(api, actor, endpoint.id)).toMatchObject([
    {
      failure: null,
      error: null,
      tries: [
        { status: 500, failure: 'STATUS' },
        { status: 200, failure: null },
      ],
    },
  ]);
  expect(wait).toBeGreaterThanOrEqual(5_000);
  expect(await endpointOf(api, actor, endpoint.id)).toMatchObject({ failuresInARow: 0, failingSince: null });
  expect(
    new Set(
      receiver()
        .at('/recovering')
        .map(({ headers }) => headers['webhook-id']),
    ).size,
  ).toBe(1);
});

test('the tenth try is the last', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/tenth') });
  receiver().answerWith('/tenth', 500);
  await givenEvents(actor, 1);
  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ tries: [{}] }]);
  await api.rows(
    `update webhook_delivery set next_try_at = now(), tries = (select jsonb_agg(first) from generate_series(1, 9), lateral (select tries -> 0 as first) as one)
     where endpoint_id = $1`,
    [endpoint.id],
  );

  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'FAILED' }]);

  const [delivery] = await deliveriesOf(api, actor, endpoint.id);
  expect(delivery).toMatchObject({ failure: 'STATUS', nextTryAt: null });
  expect(delivery?.tries).toHaveLength(10);
});

test('the receiver can put off the next try', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/busy') });
  receiver().answerWith('/busy', 503, { 'retry-after': '7200' });

  await givenEvents(actor, 1);

  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ tries: [{ status: 503 }] }]);
  const [delivery] = await deliveriesOf(api, actor, endpoint.id);
  const wait = Date.parse(delivery?.nextTryAt ?? '') - Date.parse(delivery?.tries[0]?.at ?? '');
  expect(Math.round(wait / 60_000)).toBe(120);
});

test('owners are told of 5, 10 and 15 failures in a row, and a short outage disables nothing', async () => {
  const partner = await givenPartner(api);
  const { actor, email } = partner;
  const second = await givenMember(api, partner, 'OWNER');
  await givenMember(api, partner);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/failing'), types: ['client.created'] });
  receiver().answerWith('/failing', 500);

  await givenEvents(actor, 21);
  await expect.poll(() => failuresOf(actor, endpoint.id)).toBeGreaterThanOrEqual(21);

  expect(await endpointOf(api, actor, endpoint.id)).toMatchObject({ status: 'ENABLED' });
  const told = await mailsAbout(endpoint.id);
  for (const recipient of [email, second.email]) {
    expect(told.filter((mail) => mail.recipient === recipient)).toEqual(
      [5, 10, 15].map((failures) => ({ recipient, news: 'FAILING', failures })),
    );
  }
  expect(told).toHaveLength(6);
});

test('an endpoint that fails for a day is disabled, and what it missed can be sent again', async () => {
  const { actor, email, resellerId } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/down') });
  const { id } = endpoint;
  receiver().answerWith('/down', 500);
  await givenEvents(actor, 1);
  await expect.poll(() => failuresOf(actor, id)).toBe(1);
  await api.rows(
    `update webhook_endpoint set failures_in_a_row = 18, failing_since = now() - interval '25 hours' where id = $1`,
    [id],
  );
  await givenEvents(actor, 1);
  await expect.poll(() => failuresOf(actor, id)).toBe(19);
  expect(await endpointOf(api, actor, id)).toMatchObject({ status: 'ENABLED' });

  await givenEvents(actor, 1);
  await expect.poll(() => endpointOf(api, actor, id)).toMatchObject({ status: 'FAILING_DISABLED' });
  await givenEvents(actor, 1);

  await expect.poll(() => deliveriesOf(api, actor, id)).toHaveLength(4);
  const failed = await deliveriesOf(api, actor, id);
  expect(failed.map(({ status }) => status)).toEqual(['FAILED', 'FAILED', 'FAILED', 'FAILED']);
  expect(failed.at(-1)).toMatchObject({ failure: 'OFF', tries: [] });
  expect(await mailsAbout(id)).toEqual([{ recipient: email, news: 'DISABLED', failures: 20 }]);
  expect((await auditOf(api, id)).at(-1)).toMatchObject({
    action: 'webhook.endpoint_disabled',
    actor_role: 'SYSTEM',
    credential: 'job:webhooks',
    reseller_id: resellerId,
    changes: JSON.stringify({ status: { from: 'ENABLED', to: 'FAILING_DISABLED' } }),
  });
  const before = receiver().at('/down').length;
  receiver().answerWith('/down', 200);
  await updateEndpoint(api, actor, { id, input: { isEnabled: true } });
  expect((await replayAll(api, actor, { endpointId: id })).data).toEqual({ replayWebhookDeliveries: 4 });
  await expect.poll(() => receiver().at('/down')).toHaveLength(before + 4);
  expect(await endpointOf(api, actor, id)).toMatchObject({ status: 'ENABLED', failuresInARow: 0, failingSince: null });
});

test('an endpoint that is gone is disabled at once', async () => {
  const { actor, email } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/gone') });
  receiver().answerWith('/gone', 410);

  await givenEvents(actor, 1);

  await expect.poll(() => endpointOf(api, actor, endpoint.id)).toMatchObject({ status: 'FAILING_DISABLED' });
  expect(await deliveriesOf(api, actor, endpoint.id)).toMatchObject([
    { status: 'FAILED', failure: 'STATUS', tries: [{ status: 410 }] },
  ]);
  expect(await mailsAbout(endpoint.id)).toEqual([{ recipient: email, news: 'GONE', failures: 1 }]);
});
