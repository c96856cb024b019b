import { AuditAction } from '../generated/enums.ts';
import { severalOf, text, texts } from '../shared/data/search.ts';
import { isDay } from '../shared/time/days.ts';
import type { ActivityFilter } from './activity.list.tsx';
import { actionsOf, kindNamed, type Kind } from './kinds.ts';

/** Search parameters of a page with activity. */
export interface ActivitySearch {
  search?: string | undefined;
  /** A group of actions. */
  status?: Kind | undefined;
  /** IDs of users. */
  who?: string[] | undefined;
  what?: AuditAction[] | undefined;
  /** Days, such as `2026-11-30`. */
  since?: string | undefined;
  until?: string | undefined;
  /** ID of a partner account. */
  partner?: string | undefined;
  /** ID of the object that events are about. */
  object?: string | undefined;
}

const day = (value: unknown): string | undefined => (isDay(value) ? value : undefined);

export function activitySearch(search: Record<string, unknown>): ActivitySearch {
  // Earlier versions wrote `?action=client.created`, and `?what=people` for a group.
  const what = search['what'] ?? text(search['action'])?.replaceAll('.', '_').toUpperCase();
  return {
    search: text(search['search']),
    status: kindNamed(search['status']) ?? kindNamed(what),
    who: texts(search['who'], 36),
    what: severalOf(AuditAction, what),
    since: day(search['since']),
    until: day(search['until']),
    partner: text(search['partner'], 36),
    object: text(search['object'], 36),
  };
}

export const filterOf = ({
  search,
  status,
  who,
  what,
  since,
  until,
  partner,
  object,
}: ActivitySearch): ActivityFilter => ({
  search,
  types: what ?? (status && actionsOf(status)),
  actorIds: who,
  since,
  until,
  resellerId: partner,
  targetId: object,
});
