import type { Api } from '../api.ts';
import { givenAccess } from './callers/client-access.ts';
import { givenClient, givenClientThatIs } from './client-accounts.ts';
import type { Partner } from './partners.ts';
import type { Samples } from './samples.types.ts';

async function givenClientId(api: Api, { actor }: Partner): Promise<{ id: string }> {
  const { id } = await givenClient(api, actor);
  return { id };
}

/** A client that was accessed this many times. */
async function givenAccessed(api: Api, reseller: Partner, rows: number): Promise<{ id: string }> {
  const { id } = await givenClientId(api, reseller);
  for (let done = 0; done < rows; done++) await givenAccess(api, reseller.actor, id);
  return { id };
}

export const clientSamples: Samples = {
  row: async (api, reseller) => {
    await givenClientThatIs(api, reseller.actor, 'SUSPENDED'); // needs attention
    await givenAccessed(api, reseller, 1);
  },
  variables: {
    ClientAccountDetails: givenClientId,
    ClientProvisioning: givenClientId,
    ClientAccountNeighbors: givenClientId,
    UpdateClientAccount: givenClientId,
    UpdateClientSubscription: givenAccessed,
    AccessClientAccount: givenClientId,
    ListClientAccessSessions: async (api, reseller, rows) => ({
      clientId: (await givenAccessed(api, reseller, rows)).id,
    }),
    RevokeClientAccess: async (api, reseller) => {
      const { id } = await givenClientId(api, reseller);
      return { sessionId: (await givenAccess(api, reseller.actor, id)).sessionId };
    },
  },
};
