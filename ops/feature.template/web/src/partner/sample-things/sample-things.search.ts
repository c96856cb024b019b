import { SampleThingSortField, SampleThingStatus } from '../../generated/enums.ts';
import { listSearch } from '../../shared/data/search.ts';

/** The search parameters of both lists, of partners and of admins. */
export const sampleThingsSearch = listSearch(SampleThingSortField, SampleThingStatus);
