import { expect, test } from 'vitest';
import { LONGEST_PAYLOAD } from '../../../src/webhooks/webhook-message.entity.ts';
import { payloadOf } from '../../../src/webhooks/webhook.messages.ts';

const long = 'ä'.repeat(20_000); // two bytes each

const event = (changes: object | null) => ({
  action: 'client.updated' as const,
  occurredAt: new Date('2026-12-01T10:30:00.000Z'),
  changes: changes && JSON.stringify(changes),
});

test('an event has its object and its changes', () => {
  expect(JSON.parse(payloadOf(event({ name: { from: 'a', to: 'b' } }), { id: '1' }))).toEqual({
    type: 'client.updated',
    timestamp: '2026-12-01T10:30:00.000Z',
    data: { object: { id: '1' }, changes: { name: { from: 'a', to: 'b' } } },
  });
  expect(JSON.parse(payloadOf(event(null), null))).toMatchObject({ data: { object: null, changes: null } });
});

test('an event that is too long loses its changes, and then its object', () => {
  const withoutChanges = payloadOf(event({ name: { from: long, to: null } }), { long });
  const withoutAll = payloadOf(event(null), { long, longer: long });

  expect(JSON.parse(withoutChanges)).toMatchObject({ data: { object: { long }, changes: null } });
  expect(JSON.parse(withoutAll)).toMatchObject({ type: 'client.updated', data: { object: null, changes: null } });
  for (const payload of [withoutChanges, withoutAll]) {
    expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(LONGEST_PAYLOAD);
  }
});
