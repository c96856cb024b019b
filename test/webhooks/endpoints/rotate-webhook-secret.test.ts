import { expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { withoutTriggers } from '../../support/database.changes.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { auditOf } from '../../support/given/people.ts';
import { givenEndpoint, rotateSecret, storedWebhooks, testEndpoint } from '../../support/given/webhooks.ts';
import { accepts, useReceiver, type Received } from '../../support/outbound/receiver.ts';

const api = useApi();
const receiver = useReceiver(api);

/** Sends a test, and returns what arrived. */
async function sent(actor: Actor, id: string, path: string): Promise<Received> {
  const before = receiver().at(path).length;
  await testEndpoint(api, actor, id);
  await expect.poll(() => receiver().at(path)).toHaveLength(before + 1);
  return receiver().at(path).at(-1) ?? expect.fail('nothing arrived');
}

test('a receiver verifies before, during and after a rotation', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint, secret: first } = await givenEndpoint(api, actor, { url: receiver().url('/rotated') });
  const { id } = endpoint;

  const before = await sent(actor, id, '/rotated');
  const { data } = await rotateSecret(api, actor, id);
  const second = data?.rotateWebhookSecret.secret ?? '';
  const during = await sent(actor, id, '/rotated');
  await withoutTriggers(api.database, `update webhook_endpoint set previous_until = now() where id = $1`, [id]);
  const after = await sent(actor, id, '/rotated');

  expect([first, second].map((secret) => accepts(secret, before))).toEqual([true, false]);
  expect([first, second].map((secret) => accepts(secret, during))).toEqual([true, true]);
  expect([first, second].map((secret) => accepts(secret, after))).toEqual([false, true]);
  expect(data?.rotateWebhookSecret.endpoint).toMatchObject({ id, version: 2 });
  const until = new Date(data?.rotateWebhookSecret.endpoint.previousUntil ?? '').getTime() - Date.now();
  expect(Math.round(until / 3_600_000)).toBe(24);
  expect((await auditOf(api, id)).map(({ action }) => action)).toContain('webhook.secret_rotated');
});

test('without an overlap, the previous secret ends at once; a second rotation ends the one before', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint, secret: first } = await givenEndpoint(api, actor, { url: receiver().url('/twice') });
  const { id } = endpoint;

  const { data: once } = await rotateSecret(api, actor, id, 0);
  const second = once?.rotateWebhookSecret.secret ?? '';
  const afterFirst = await sent(actor, id, '/twice');
  const { data: twice } = await rotateSecret(api, actor, id, 168);
  const third = twice?.rotateWebhookSecret.secret ?? '';
  const afterSecond = await sent(actor, id, '/twice');

  expect(once?.rotateWebhookSecret.endpoint.previousUntil).toBeNull();
  expect([first, second].map((secret) => accepts(secret, afterFirst))).toEqual([false, true]);
  expect([first, second, third].map((secret) => accepts(secret, afterSecond))).toEqual([false, true, true]);
});

test.each([-1, 169])('an overlap of %i hours is refused', async (hours) => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor);
  const before = await storedWebhooks(api);

  const { errors } = await rotateSecret(api, actor, endpoint.id, hours);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'overlapHours' }] } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('C1: a foreign endpoint is refused as a missing one', async () => {
  const [stranger, { actor }] = [await givenPartner(api), await givenPartner(api)];
  const { endpoint } = await givenEndpoint(api, stranger.actor);
  const before = await storedWebhooks(api);

  const { errors } = await rotateSecret(api, actor, endpoint.id);

  expect(errors).toMatchObject([{ message: 'WebhookEndpoint not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});
