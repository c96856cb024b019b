/*
 * Expressions and constants for queries of the counters' tables (cubes) and their journal. The migration
 * 20261130-09-application-counters creates and fills them.
 */

/** Minutes from submission to decision, rounded down to tens. */
export const DECISION_MINUTES = `(floor(date_part('epoch', decided_at - created_at) / 600) * 10)::integer`;

/** Marks unassigned applications in counters: the nil UUID (RFC 9562, 5.9), because keys cannot be null. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Condition on the journal: the application is withdrawn. */
export const IS_WITHDRAWN = 'withdrawn_quarter is not null';

/** Width in minutes of the coarse decision counts. */
export const DECISION_DAY = 1_440;
/** Width in minutes of the fine counts: finer for larger sets. */
export const decisionPart = (resolution: 'day' | 'all'): number => (resolution === 'all' ? 10 : 30);
