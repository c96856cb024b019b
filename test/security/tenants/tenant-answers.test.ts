import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import type { Access } from '../../support/given/callers/client-access.ts';
import { create, validClient, type Client } from '../../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { givenTwoTenants } from '../../support/given/tenants/two-tenants.ts';

const api = useApi();
let me: Partner;
let theirs: Client;
let theirAccess: Access;

beforeAll(async () => {
  ({ me, theirs, theirAccess } = await givenTwoTenants(api));
});

describe('no answer reveals other tenants', () => {
  const lists = `query ($search: String, $after: String) {
    clientAccounts(filter: { search: $search }, after: $after) { items { id } pageInfo { totalItems totalPages hasNextPage } }
    clientAccessSessions(after: $after) { items { id } pageInfo { totalItems hasNextPage } }
  }`;
  type Lists = Record<'clientAccounts' | 'clientAccessSessions', { items: { id: string }[]; pageInfo: object }>;

  test('C3: in totals, searches and pageInfo', async () => {
    const { data } = await api.ask<Lists>(me.actor, lists, { search: 'acme' });

    const pageInfo = { totalItems: 1, totalPages: 1, hasNextPage: false };
    expect(data?.clientAccounts).toEqual({ items: [{ id: expect.not.stringMatching(theirs.id) }], pageInfo });
    expect(data?.clientAccessSessions).toEqual({ items: [], pageInfo: { totalItems: 0, hasNextPage: false } });
    expect((await api.ask<Lists>(me.actor, lists, { search: theirs.contactEmail })).data?.clientAccounts).toMatchObject(
      {
        items: [],
        pageInfo: { totalItems: 0 },
      },
    );
  });

  test.each([
    theirCursor,
    () => cursor('createdAt DESC', '9999-01-01 00:00:00+00', '01a00000-0000-7000-8000-000000000000'),
  ])('C2: with a foreign or forged cursor', async (after) => {
    const { data, errors } = await api.ask<Lists>(me.actor, lists, { after: after() });

    expect(errors).toBeUndefined();
    const ids = Object.values(data ?? {}).flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).not.toContain(theirs.id);
    expect(ids).not.toContain(theirAccess.sessionId);
  });

  function theirCursor() {
    return cursor('createdAt DESC', `${theirs.createdAt.slice(0, 10)} 00:00:00+00`, theirs.id);
  }

  function cursor(...parts: string[]) {
    return Buffer.from(JSON.stringify(parts)).toString('base64url');
  }

  test('C4: in unique addresses: two resellers can have a client with the same address', async () => {
    const { data, errors } = await create(
      api,
      (await givenPartner(api)).actor,
      validClient({ contactEmail: theirs.contactEmail }),
    );

    expect(errors).toBeUndefined();
    expect(data?.createClientAccount.contactEmail).toBe(theirs.contactEmail);
  });
});
