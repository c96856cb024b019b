import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { outboundIsPaused } from '../core/jobs/outbound.pause.ts';
import type { FollowedEvent } from './event.types.ts';

/** Chains in one transaction. */
const CHAINS = 50;

/** Events of one chain in one transaction. */
const EVENTS = 100;

/** How far a consumer has followed a chain. */
export interface Cursor {
  chainId: string;
  /** Of the last followed event. A bigint as text. */
  sequence: string;
}

/** A new consumer begins at the heads of all chains. Another worker that begins at the same time waits. */
export async function beginAtHeads(em: EntityManager, consumer: string): Promise<void> {
  await sql`with begun as (
      insert into event_consumer (name, began_at) values (${consumer}, now()) on conflict do nothing returning name
    )
    insert into event_cursor (consumer, chain_id, sequence) select name, chain_id, sequence from begun, audit_chain`.execute(
    em.getKysely(),
  );
}

/** The consumers that have events to follow, by one statement for all. */
export async function consumersBehind(em: EntityManager, consumers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${[...consumers]}::text[]) as consumer (name)
    where not ${outboundIsPaused} and exists (
      select from audit_chain as chain left join event_cursor as cursor on consumer = name and cursor.chain_id = chain.chain_id
      where chain.sequence > coalesce(cursor.sequence, 0))`.execute(em.getKysely());
  return rows.map(({ name }) => name);
}

/** Chains that began after the consumer. */
export async function addMissingCursors(em: EntityManager, consumer: string): Promise<void> {
  await sql`insert into event_cursor (consumer, chain_id, sequence)
    select ${consumer}, chain_id, 0 from audit_chain as chain
    where not exists (select from event_cursor as cursor where consumer = ${consumer} and cursor.chain_id = chain.chain_id)
    on conflict do nothing`.execute(em.getKysely());
}

/**
 * Locks the cursors of chains with events to follow, the shortest queues first. Skips those of other workers. Locks none
 * while outbound work is paused.
 */
export async function lockCursors(
  em: EntityManager,
  consumer: string,
  { only, not }: { only?: string; not: readonly string[] },
): Promise<Cursor[]> {
  const { rows } = await sql<Cursor>`
    select cursor.chain_id as "chainId", cursor.sequence
    from event_cursor as cursor join audit_chain as chain on chain.chain_id = cursor.chain_id
    where consumer = ${consumer} and cursor.sequence < chain.sequence and not ${outboundIsPaused}
      and ${only === undefined ? sql`cursor.chain_id <> all(${[...not]}::uuid[])` : sql`cursor.chain_id = ${only}`}
    order by chain.sequence - cursor.sequence, cursor.chain_id limit ${CHAINS}
    for update of cursor skip locked`.execute(em.getKysely());
  return rows;
}

/** Rows of a chain commit in order and without gaps, so none is missed. */
export async function eventsAfter(em: EntityManager, cursors: readonly Cursor[]): Promise<FollowedEvent[]> {
  const { rows } = await sql<Omit<FollowedEvent, 'occurredAt'> & { occurredAt: Date | string }>`
    select event.chain_id as "chainId", event.sequence, id, reseller_id as "resellerId", occurred_at as "occurredAt", action,
      actor_role as "actorRole", target_type as "targetType", target_id as "targetId", changes,
      occurred_at <= coalesce((select max(began_at) from outbound_pause), '-infinity') as "isHeld"
    from unnest(${cursors.map(({ chainId }) => chainId)}::uuid[], ${cursors.map(({ sequence }) => sequence)}::bigint[])
        as cursor (chain_id, sequence)
      cross join lateral (
        select * from audit_event where chain_id = cursor.chain_id and sequence > cursor.sequence
        order by sequence limit ${EVENTS}
      ) as event
    order by event.chain_id, event.sequence`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, occurredAt: new Date(row.occurredAt) }));
}

export async function moveCursors(
  em: EntityManager,
  consumer: string,
  events: readonly FollowedEvent[],
): Promise<void> {
  const last = new Map(events.map(({ chainId, sequence }) => [chainId, sequence]));
  await sql`update event_cursor as cursor set sequence = moved.sequence
    from unnest(${[...last.keys()]}::uuid[], ${[...last.values()]}::bigint[]) as moved (chain_id, sequence)
    where consumer = ${consumer} and cursor.chain_id = moved.chain_id`.execute(em.getKysely());
}
