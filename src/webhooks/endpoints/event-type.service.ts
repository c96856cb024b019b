import { sql } from 'kysely';
import { invalidInput } from '../../core/context/domain.error.ts';
import type { Caller, RequestContext } from '../../core/context/request.context.ts';
import { readRows } from '../../core/database/transaction.ts';
import { publicEvents } from '../../events/event.catalogue.ts';
import type { PublicEvent } from '../../events/event.types.ts';
import { bodyOf } from '../webhook.messages.ts';
import type { EventType } from './event-type.types.ts';

/** Of the examples in docs/events.md. */
const EXAMPLE_TIME = new Date('2026-12-01T10:30:00.000Z');

/** Partners get events of their own account. */
const eventsFor = (caller: Caller | undefined): readonly PublicEvent[] =>
  publicEvents().filter(({ forPartners }) => forPartners || caller?.role === 'ADMIN');

/** Reads nothing, but checks the session like any other read. */
export async function listEventTypes({ caller, reader }: RequestContext): Promise<EventType[]> {
  await readRows(reader, sql`select 1 as checked`);
  return eventsFor(caller).map(({ action: type, text: description, example: object }) => ({
    type,
    description,
    example: bodyOf({ type, at: EXAMPLE_TIME, object, changes: null }),
  }));
}

/** BAD_USER_INPUT names each type that the caller cannot get, by its index from 0. */
export function requireEventTypes({ caller }: RequestContext, types: readonly string[]): void {
  const known = new Set<string>(eventsFor(caller).map(({ action }) => action));
  const wrong = types.flatMap((type, index) => (known.has(type) ? [] : [index]));
  if (wrong.length === 0) return;
  const problem = { message: 'must be a type of eventTypes', rule: 'EVENT_TYPE' } as const;
  throw invalidInput(wrong.map((index) => ({ path: `input.types.${index}`, ...problem })));
}
