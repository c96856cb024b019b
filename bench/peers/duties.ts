export const DUTIES = ['GraphQL', 'role', 'row-level security', 'session', 'limits', 'headers', 'audit'] as const;

/**
 * Work that a server does besides the statement: it speaks GraphQL, checks the caller's role and session, reads under
 * row-level security, limits callers, sends safe headers, and audits changes.
 */
export type Duty = (typeof DUTIES)[number];
