import { sql } from 'kysely';

/**
 * Whether outbound work is paused, as after a restore, until `npm run db:restore -- --resume`. All work that reaches
 * others (email) asks in the statement that claims the work. Paused jobs are done without effect: `Feature.resume`
 * creates new ones.
 */
export const outboundIsPaused = sql<boolean>`exists (select from outbound_pause where ended_at is null)`;
