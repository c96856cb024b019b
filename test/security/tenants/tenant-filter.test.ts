import { beforeAll, describe, expect, test } from 'vitest';
import { ClientAccount } from '../../../src/clients/client-account.entity.ts';
import { loadChildren } from '../../../src/core/lists/children.ts';
import type { RequestContext } from '../../../src/core/context/request.context.ts';
import { forkFor } from '../../../src/core/database/tenancy.ts';
import { useApi } from '../../support/api.ts';
import { givenKey, givenUses } from '../../support/given/api-keys.ts';
import { givenAccess, type Access } from '../../support/given/client-access.ts';
import { givenClient, stored, type Client } from '../../support/given/client-accounts.ts';
import { callerOf, type Partner } from '../../support/given/partners.ts';
import { givenMember } from '../../support/given/people.ts';
import { givenTwoTenants } from '../../support/given/two-tenants.ts';

const api = useApi();
let me: Partner;
let mine: Client;
let theirs: Client;
let theirAccess: Access;
let theirKeyId: string;
let theirMemberId: string;

beforeAll(async () => {
  const tenants = await givenTwoTenants(api);
  ({ me, theirs, theirAccess } = tenants);
  mine = await givenClient(api, me.actor);
  await givenAccess(api, me.actor, mine.id);
  theirKeyId = (await givenKey(api, tenants.stranger.actor)).apiKey.id;
  await givenUses(api, theirKeyId);
  theirMemberId = (await givenMember(api, tenants.stranger)).id;
  // As if somebody had lost the policies, or a partner's work ran as the platform.
  const secured = await api.rows(
    `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of secured) await api.rows(`alter table ${String(name)} disable row level security`);
  if (secured.length < 7) throw new Error('Too few tables have policies.');
});

describe('without row-level security the queries themselves still keep to the tenant', () => {
  test('in every list', async () => {
    const query = `{
      clientAccounts { items { id } pageInfo { totalItems } }
      clientAccessSessions { items { clientAccount { id } userEmail } pageInfo { totalItems } }
      apiKeys { id }
      apiKeyUses(apiKeyId: "THEIRS") { items { id } pageInfo { totalItems } }
      members { items { email } pageInfo { totalItems } }
      auditEvents(limit: 100) { items { resellerId } }
    }`.replace('THEIRS', theirKeyId);
    interface Lists {
      clientAccounts: { items: { id: string }[] };
      auditEvents: { items: { resellerId: string }[] };
    }

    const { data } = await api.ask<Lists>(me.actor, query);

    const own = await api.rows('select id from client_account where reseller_id = $1', [me.resellerId]);
    expect(new Set(data?.clientAccounts.items.map(({ id }) => id))).toEqual(new Set(own.map(({ id }) => id)));
    expect(new Set(data?.auditEvents.items.map(({ resellerId }) => resellerId))).toEqual(new Set([me.resellerId]));
    expect(data).toMatchObject({
      clientAccounts: { pageInfo: { totalItems: 2 } },
      clientAccessSessions: {
        items: [{ clientAccount: { id: mine.id }, userEmail: me.email }],
        pageInfo: { totalItems: 1 },
      },
      apiKeys: [],
      apiKeyUses: { items: [], pageInfo: { totalItems: 0 } },
      members: { items: [{ email: me.email }], pageInfo: { totalItems: 1 } },
    });
  });

  test('in what belongs to a row that somebody got hold of', async () => {
    const caller = callerOf(api, me);
    const ctx = { caller, em: forkFor(api.app.orm, caller) } as RequestContext;
    const client = { entity: ClientAccount, parent: 'id', sortBy: 'id' } as const;

    expect(await loadChildren(ctx, client, mine.id)).toMatchObject([{ id: mine.id }]);
    expect(await loadChildren(ctx, client, theirs.id)).toEqual([]);
  });

  test.each([
    ['clientAccount', 'query ($id: ID!) { clientAccount(id: $id) { id } }', () => theirs.id],
    [
      'updateClientAccount',
      'mutation ($id: ID!) { updateClientAccount(id: $id, input: { companyName: "x" }) { id } }',
      () => theirs.id,
    ],
    [
      'updateClientSubscription',
      'mutation ($id: ID!) { updateClientSubscription(id: $id, input: { subscriptionStatus: CANCELED }) { id } }',
      () => theirs.id,
    ],
    [
      'accessClientAccount',
      'mutation ($id: ID!) { accessClientAccount(id: $id, reason: "x") { url } }',
      () => theirs.id,
    ],
    ['revokeClientAccess', 'mutation ($id: ID!) { revokeClientAccess(sessionId: $id) }', () => theirAccess.sessionId],
    ['rotateApiKey', 'mutation ($id: ID!) { rotateApiKey(id: $id) { secret } }', () => theirKeyId],
    ['revokeApiKey', 'mutation ($id: ID!) { revokeApiKey(id: $id) }', () => theirKeyId],
    ['removeMember', 'mutation ($id: ID!) { removeMember(id: $id) }', () => theirMemberId],
    ['changeMemberRole', 'mutation ($id: ID!) { changeMemberRole(id: $id, role: OWNER) { id } }', () => theirMemberId],
  ])('in %s by a foreign id', async (_, query, id) => {
    const everything = async () => [
      await stored(api, theirs.id),
      await api.rows('select id, revoked_at, replaced_by from api_key order by id'),
      await api.rows('select id, is_active, partner_role from user_account order by id'),
    ];
    const before = await everything();

    const { data } = await api.ask(me.actor, query, { id: id() });

    expect(Object.values(data ?? {})).not.toContainEqual(expect.anything());
    expect(await everything()).toEqual(before);
  });
});
