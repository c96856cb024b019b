import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';
import { deliveriesOf, givenDeliveries } from '../support/given/webhooks.ts';
import { runCommand } from '../support/processes/commands.ts';

const api = useApi();

test('deliveries are kept for 30 days', async () => {
  const partner = await givenPartner(api);
  const [old, recent] = [await givenDeliveries(api, partner, 2), await givenDeliveries(api, partner, 2)];
  await api.rows(
    `update webhook_message set created_at = now() - interval '1 day' * $2 where id in (select message_id from webhook_delivery where endpoint_id = $1)`,
    [old, 31],
  );

  const worker = await api.startAnother({ WORKER: 'only' });
  try {
    await expect.poll(() => deliveriesOf(api, partner.actor, old)).toEqual([]);
  } finally {
    await worker.stop();
  }
  expect(await deliveriesOf(api, partner.actor, recent)).toHaveLength(2);
});

test('an erasure takes the events about the person with it', async () => {
  const partner = await givenPartner(api);
  const endpointId = await givenDeliveries(api, partner, 3);
  const [about, answered] = await deliveriesOf(api, partner.actor, endpointId);
  await api.rows('update webhook_message set payload = $2 where id = $1', [
    about?.messageId,
    JSON.stringify({ data: { object: { email: partner.email } } }),
  ]);
  await api.rows('update webhook_delivery set tries = $2 where id = $1', [
    answered?.id,
    JSON.stringify([{ at: '2026-12-01 10:30:00+00', answer: `Unknown user ${partner.email}` }]),
  ]);

  const { code, stderr } = await runCommand(
    'src/privacy/person.erase.command.ts',
    api.database,
    partner.email,
    '--by',
    ADMIN.email,
  );

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const left = await api.rows('select id from webhook_delivery where endpoint_id = $1', [endpointId]);
  expect(left.map(({ id }) => id)).not.toContain(about?.id);
  expect(left).toHaveLength(1);
});
