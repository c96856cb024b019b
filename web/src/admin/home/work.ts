import { ApplicationStatus } from '../../generated/enums.ts';
import type { HomeWorkQuery } from '../../generated/admin/graphql.ts';
import { dayOf } from '../../shared/time/days.ts';

export type WaitingApplication = HomeWorkQuery['pending']['items'][number];
export type FailedEmail = HomeWorkQuery['failed']['items'][number];

export type WaitingChange = HomeWorkQuery['companyChanges']['items'][number];

export type WorkItem =
  | { kind: 'application'; id: string; at: string; application: WaitingApplication }
  | { kind: 'company'; id: string; at: string; change: WaitingChange }
  | { kind: 'email'; id: string; at: string; email: FailedEmail }
  | { kind: 'provisioning'; id: string; at: string; clients: number };

/** Failures first, then waiting work by age. */
export const GROUPS = ['failed', 'provisioning', 'late', 'week', 'today'] as const;
export type Group = (typeof GROUPS)[number];

const DAY_MS = 86_400_000;
/** Days after which an open application is late. */
const LATE_AFTER = 7;

/**
 * Failed emails, one line for clients that are not set up, then what waits: each oldest first. Changes of companies wait
 * for admins who manage partners.
 */
export function workOf(work: HomeWorkQuery, managesPartners: boolean): WorkItem[] {
  const { pending, reviewing, failed, provisionings, companyChanges } = work;
  const applications = [...pending.items, ...reviewing.items].map((application): WorkItem => ({
    kind: 'application',
    id: application.id,
    at: application.createdAt,
    application,
  }));
  const emails = failed.items.map((email): WorkItem => ({ kind: 'email', id: email.id, at: email.createdAt, email }));
  const clients = provisionings.items.map(({ updatedAt }): WorkItem => ({
    kind: 'provisioning',
    id: 'provisioning',
    at: updatedAt,
    clients: provisionings.pageInfo.totalItems,
  }));
  const changes = (managesPartners ? companyChanges.items : []).map((change): WorkItem => ({
    kind: 'company',
    id: change.id,
    at: change.createdAt,
    change,
  }));
  return [emails, clients, [...applications, ...changes]].flatMap((items) =>
    items.toSorted((one, other) => one.at.localeCompare(other.at)),
  );
}

export const isLate = (at: string): boolean => Date.now() - Date.parse(at) > LATE_AFTER * DAY_MS;

export function groupOf({ kind, at }: WorkItem, timeZone: string): Group {
  if (kind === 'email') return 'failed';
  if (kind === 'provisioning') return 'provisioning';
  if (isLate(at)) return 'late';
  return dayOf(at, timeZone) === dayOf(Date.now(), timeZone) ? 'today' : 'week';
}

/** Which sentence says how an application stands. */
export function standOf(
  { status, assignee }: WaitingApplication,
  viewerId: string,
): 'applied' | 'yours' | 'unassigned' | 'reviewed' {
  if (status === ApplicationStatus.Pending) return 'applied';
  if (!assignee) return 'unassigned';
  return assignee.id === viewerId ? 'yours' : 'reviewed';
}
