import type { Api } from '../../api.ts';
import { givenKey, givenUses } from '../api-keys.ts';
import { create, validClient } from '../client-accounts.ts';
import { givenPartner, type Partner } from '../partners.ts';
import { givenInvitedMember, givenMember } from '../people.ts';
import { samples } from '../samples.ts';
import { givenFactor } from '../callers/second-factors.ts';

/** Creates a reseller with rows in every tenant table. A feature adds its rows in samples.ts. */
export async function givenFullTenant(api: Api): Promise<Partner> {
  const partner = await givenPartner(api);
  const { actor } = partner;
  await create(api, actor, validClient(), 'the same key');
  for (const { row } of samples) await row(api, partner);
  await givenUses(api, (await givenKey(api, actor)).apiKey.id);
  await givenFactor(api, (await givenMember(api, partner)).actor);
  await givenInvitedMember(api, partner);
  return partner;
}
