import { query } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import { MyPartnersDocument, OwnManagersDocument, OwnStandingDocument } from '../generated/tiers/graphql.ts';

/** Reads what the parts of the home page show, so that nothing moves when they come. They report failures themselves. */
export const preparePartnerHome = (): Promise<unknown> =>
  Promise.allSettled([
    queryClient.query(query(OwnStandingDocument, {})),
    queryClient.query(query(OwnManagersDocument, {})),
  ]);

/** The same for an admin. */
export const prepareAdminHome = (me: string): Promise<unknown> =>
  Promise.allSettled([queryClient.query(query(MyPartnersDocument, { me }))]);
