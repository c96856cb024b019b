import type { Api } from '../api.ts';
import { givenKey, givenUses } from './api-keys.ts';
import { givenAccess } from './client-access.ts';
import { create, givenClient, validClient } from './client-accounts.ts';
import { givenPartner, type Partner } from './partners.ts';
import { givenInvitedMember, givenMember } from './people.ts';
import { givenFactor } from './second-factors.ts';

/** Creates a reseller with rows in every table of tenants. Add a row here for each new table. */
export async function givenFullTenant(api: Api): Promise<Partner> {
  const partner = await givenPartner(api);
  const { actor } = partner;
  await create(api, actor, validClient(), 'the same key');
  const client = await givenClient(api, actor);
  await givenAccess(api, actor, client.id);
  await givenUses(api, (await givenKey(api, actor)).apiKey.id);
  await givenFactor(api, (await givenMember(api, partner)).actor);
  await givenInvitedMember(api, partner);
  return partner;
}
