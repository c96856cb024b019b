import { SubscriptionStatus } from '../../../../src/clients/client-account.entity.ts';
import type { Api } from '../../api.ts';
import { givenAccess, type Access } from '../callers/client-access.ts';
import { create, givenClient, validClient, type Client } from '../client-accounts.ts';
import { givenPartner, type Partner } from '../partners.ts';

export const CANCELED = { subscriptionStatus: SubscriptionStatus.CANCELED };

/** Creates two resellers with data to hide from each other: clients, a kept answer, an access, audit events. */
export async function givenTwoTenants(
  api: Api,
): Promise<{ me: Partner; stranger: Partner; theirs: Client; theirAccess: Access }> {
  const me = await givenPartner(api);
  const stranger = await givenPartner(api);
  for (const { actor } of [me, stranger]) await create(api, actor, validClient(), 'the same key');
  const theirs = await givenClient(api, stranger.actor);
  return { me, stranger, theirs, theirAccess: await givenAccess(api, stranger.actor, theirs.id) };
}

/** A client as written by code that bypasses the API. */
export const clientRow = (id: string, resellerId: string) => ({
  ...validClient(),
  ...CANCELED,
  id,
  resellerId,
  billingOwnedByReseller: true,
  version: 1,
  createdAt: new Date(),
  updatedAt: new Date(),
});
