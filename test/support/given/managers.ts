import { givenPartner } from './partners.ts';
import { givenAdmin } from './people.ts';
import type { Samples } from './samples.types.ts';

/** Managers are columns of the partner account, so there are no rows. */
export const managerSamples: Samples = {
  row: async () => undefined,
  variables: {
    AssignPartnerManager: async (api) => ({
      id: (await givenPartner(api)).resellerId,
      managerId: (await givenAdmin(api)).id,
    }),
    AssignPartnerManagers: async (api) => ({
      input: {
        partners: [{ id: (await givenPartner(api)).resellerId, expectedVersion: 1 }],
        managerId: (await givenAdmin(api)).id,
      },
    }),
  },
};
