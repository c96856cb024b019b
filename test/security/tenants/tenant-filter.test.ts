import { beforeAll, expect, test } from 'vitest';
import { ClientAccount } from '../../../src/clients/client-account.entity.ts';
import { childrenOf, loadList } from '../../../src/core/lists/children.ts';
import type { RequestContext } from '../../../src/core/context/request.context.ts';
import { readerFor } from '../../../src/core/database/tenancy.ts';
import { useApi } from '../../support/api.ts';
import { givenClient } from '../../support/given/client-accounts.ts';
import { callerOf, givenPartner, type Partner } from '../../support/given/partners.ts';
import { describeTenants } from '../../support/oracles/tenant.trials.ts';

const api = useApi();
let me: Partner;

beforeAll(async () => void (me = await givenPartner(api)));

/** Without the policies, or with a partner's work as the platform: the queries themselves restrict to the tenant. */
describeTenants(api, async () => {
  const secured = await api.rows(
    `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of secured) await api.rows(`alter table ${String(name)} disable row level security`);
  if (secured.length < 7) throw new Error('Too few tables have policies.');
});

test('relations of a loaded row stay within the tenant', async () => {
  const [mine, theirs] = [await givenClient(api, me.actor), await givenClient(api, (await givenPartner(api)).actor)];
  const caller = callerOf(api, me);
  const ctx = { caller, reader: readerFor(api.app.orm, caller) } as RequestContext;
  const clients = childrenOf({ entity: ClientAccount, parent: 'id', sortBy: 'id' });

  expect(await loadList(ctx, clients, mine.id)).toMatchObject([{ id: mine.id }]);
  expect(await loadList(ctx, clients, theirs.id)).toEqual([]);
});
