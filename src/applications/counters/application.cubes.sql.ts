/*
 * What the counters' tables ("cubes") and their journal hold, for the queries that read them. The migration
 * 20261130-09-application-counters makes and fills them.
 */

/** Minutes from submission to decision, rounded down to tens. */
export const DECISION_MINUTES = `(floor(date_part('epoch', decided_at - created_at) / 600) * 10)::integer`;

/** In counters, an application without an assignee; the nil UUID (RFC 9562, 5.9), since a key has no nulls. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** In the journal, whether an application is withdrawn. */
export const IS_WITHDRAWN = 'withdrawn_quarter is not null';

/** Into how many minutes at a time decisions are counted: first by days, then within one of these. */
export const DECISION_DAY = 1_440;
/** Finer where there are more of them. */
export const decisionPart = (resolution: 'day' | 'all'): number => (resolution === 'all' ? 10 : 30);
