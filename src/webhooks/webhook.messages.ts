import type { FollowedEvent } from '../events/event.types.ts';
import { LONGEST_PAYLOAD } from './webhook-message.entity.ts';

/** The type of a test, which is no event. */
export const TEST_TYPE = 'webhook.test';

interface Rendered {
  type: string;
  at: Date;
  object: object | null;
  changes: object | null;
}

/** The body of a request: docs/events.md. */
export const bodyOf = ({ type, at, object, changes }: Rendered): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), data: { object, changes } });

/** An event with its object as it is now. One that is too long loses its changes, and then its object. */
export function payloadOf(
  { action: type, occurredAt: at, changes: json }: Pick<FollowedEvent, 'action' | 'occurredAt' | 'changes'>,
  object: object | null,
): string {
  const changes = json === null ? null : (JSON.parse(json) as object);
  const bodies = [
    { object, changes },
    { object, changes: null },
  ].map((data) => bodyOf({ type, at, ...data }));
  const fitting = bodies.find((body) => Buffer.byteLength(body) <= LONGEST_PAYLOAD);
  return fitting ?? bodyOf({ type, at, object: null, changes: null });
}
