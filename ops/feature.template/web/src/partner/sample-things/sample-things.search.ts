import { SampleThingSortField, SampleThingStatus } from '../../generated/enums.ts';
import { listSearch } from '../../shared/data/search.ts';

/** The parameters of both lists: that of the partner, and that of the admins. */
export const sampleThingsSearch = listSearch(SampleThingSortField, SampleThingStatus);
