import { TierOutcomeKind } from '../generated/enums.ts';
import { oneOf, tabSearch } from '../shared/data/search.ts';
import { isDay } from '../shared/time/days.ts';

export interface TiersSearch {
  tab?: string | undefined;
  /** The previewed day, `2027-01-31`. */
  day?: string | undefined;
  outcome?: TierOutcomeKind | undefined;
}

export const tiersSearch = (search: Record<string, unknown>): TiersSearch => ({
  ...tabSearch(search),
  day: isDay(search['day']) ? search['day'] : undefined,
  outcome: oneOf(TierOutcomeKind, search['outcome']),
});
