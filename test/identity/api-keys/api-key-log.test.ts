import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { useApi, postTo, type Actor } from '../../support/api.ts';
import { givenAdminKey, givenKey, revokeKey, type Key } from '../../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf } from '../../support/given/people.ts';
import { statementsOf } from '../../support/statements.ts';
import { whileChanged } from '../../support/database.changes.ts';

const api = useApi();
let reseller: Partner;
let other: Partner;
let key: Key;

beforeAll(async () => {
  reseller = await givenPartner(api);
  other = await givenPartner(api);
});

beforeEach(async () => {
  key = await givenKey(api, reseller.actor, { allowedAddresses: ['203.0.113.0/24', '2001:db8::/32'] });
});

const VIEWER = '{ viewer { id } }';
const FORBIDDEN = '{ members { items { id } } }';

interface Use {
  network: string;
  requests: number;
  refused: number;
  firstAt: string;
  lastAt: string;
}
interface Uses {
  apiKeyUses: { items: Use[] };
}

const uses = (actor: Actor | undefined, apiKeyId: string) =>
  api.ask<Uses>(
    actor,
    `query ($id: ID!) { apiKeyUses(apiKeyId: $id) {
      items { network requests refused firstAt lastAt }
    } }`,
    { id: apiKeyId },
  );

/** Sends requests to another process, which writes its counts when it stops. */
async function requests(...calls: { from: string; query?: string; actor?: Actor }[]): Promise<void> {
  const proxied = await api.startAnother({ TRUST_PROXY: '1' });
  for (const { from, query = VIEWER, actor = key } of calls) {
    const headers = { authorization: `Bearer ${actor.accessToken}`, 'x-forwarded-for': from };
    await (await postTo(proxied.url ?? '', { query }, headers)).text();
  }
  await proxied.stop();
}

const counts = async (actor: Actor = reseller.actor, id = key.apiKey.id) =>
  (await uses(actor, id)).data?.apiKeyUses.items
    .map(({ network, requests: used, refused }) => `${network}: ${used}, ${refused}`)
    .sort();

test('lists the networks from which a key was used, and how often it was used or refused', async () => {
  await requests(
    { from: '203.0.113.1' },
    { from: '203.0.113.1' },
    { from: '::ffff:203.0.113.1' },
    { from: '203.0.113.1', query: FORBIDDEN },
    { from: '2001:db8::1' },
    { from: '2001:db8::ffff' },
    { from: '198.51.100.7' },
  );

  expect(await counts()).toEqual(['198.51.100.7: 0, 1', '2001:db8:0:0::/64: 2, 0', '203.0.113.1: 3, 1']);
});

test('several processes share one row a day, and another day is another row', async () => {
  await requests({ from: '203.0.113.1' });
  await requests({ from: '203.0.113.1' });
  expect(await counts()).toEqual(['203.0.113.1: 2, 0']);

  await api.rows(`update api_key_use set day = day - 1, first_at = first_at - interval '1 day' where api_key_id = $1`, [
    key.apiKey.id,
  ]);
  await requests({ from: '203.0.113.1' });

  const { data } = await uses(reseller.actor, key.apiKey.id);
  expect(data?.apiKeyUses.items.map((use) => use.requests)).toEqual([1, 2]);
});

test('lists the newest first', async () => {
  await requests(...[1, 2, 3].map((host) => ({ from: `203.0.113.${host}` })));
  await api.rows(
    `update api_key_use set first_at = first_at - split_part(network, '.', 4)::int * interval '1 minute' where api_key_id = $1`,
    [key.apiKey.id],
  );

  const { data } = await uses(reseller.actor, key.apiKey.id);

  expect(data?.apiKeyUses.items.map(({ network }) => network)).toEqual(['203.0.113.1', '203.0.113.2', '203.0.113.3']);
});

test('the first use of a minute is written soon, and other requests cause no SQL for the log', async () => {
  const anywhere = await givenKey(api, reseller.actor);
  await api.ask(anywhere, VIEWER);
  await expect.poll(() => counts(reseller.actor, anywhere.apiKey.id)).toEqual(['127.0.0.1: 1, 0']);

  const sent = await statementsOf(async () => {
    for (let call = 0; call < 5; call++) await api.ask(anywhere, VIEWER);
  });

  expect(sent.filter((text) => text.includes('api_key_use'))).toEqual([]);
});

test('uses of a revoked key count as refused, and do not change its last use', async () => {
  await revokeKey(api, reseller.actor, key.apiKey.id);

  await requests({ from: '203.0.113.1' }, { from: '203.0.113.1' });

  expect(await counts()).toEqual(['203.0.113.1: 0, 2']);
  expect(await api.rows('select last_used_at from api_key where id = $1', [key.apiKey.id])).toEqual([
    { last_used_at: null },
  ]);
});

test('beyond a hundred networks on a day, the others share one row', async () => {
  await requests(...Array.from({ length: 103 }, (_, host) => ({ from: `203.0.113.${host}` })));

  const rows = await api.rows(`select network, requests from api_key_use where api_key_id = $1`, [key.apiKey.id]);
  expect(rows).toHaveLength(101);
  expect(rows).toContainEqual({ network: 'others', requests: 3 });
});

test('failed writes are repeated later', async () => {
  const logged = api.logs.length;
  const proxied = await api.startAnother({ TRUST_PROXY: '1' });
  const headers = { authorization: `Bearer ${key.accessToken}`, 'x-forwarded-for': '203.0.113.1' };
  const failures = () => api.logs.slice(logged).filter(({ msg }) => msg === 'API key use not written');
  const change = 'alter table api_key_use rename to api_key_use_away';
  await whileChanged(api, { change, back: 'alter table api_key_use_away rename to api_key_use' }, async () => {
    await postTo(proxied.url ?? '', { query: VIEWER }, headers);
    await expect.poll(() => failures().length).toBe(1);
  });

  await proxied.stop();

  expect(await counts()).toEqual(['203.0.113.1: 1, 0']);
});

test('a use is not audited', async () => {
  await requests({ from: '203.0.113.1' });

  expect((await auditOf(api, key.apiKey.id)).map(({ action }) => action)).toEqual(['api_key.created']);
});

describe('other accounts cannot read it', () => {
  test.each([
    ['another partner', () => other.actor],
    ['an admin', () => api.admin],
  ])('%s: the same answer as for a missing key', async (_, actor) => {
    await requests({ from: '203.0.113.1' });

    const missing = await uses(actor(), uuid());
    expect(missing.data?.apiKeyUses.items).toEqual([]);
    expect(await uses(actor(), key.apiKey.id)).toEqual(missing);
    expect(await uses(actor(), 'no-uuid')).toEqual(missing);
  });

  test('partners cannot read the log of an admin’s key, but all admins can', async () => {
    const ofAdmin = await givenAdminKey(api);
    await requests({ from: '203.0.113.1', actor: ofAdmin });

    expect(await counts(reseller.actor, ofAdmin.apiKey.id)).toEqual([]);
    expect(await counts(api.admin, ofAdmin.apiKey.id)).toEqual(['203.0.113.1: 1, 0']);
  });

  test('a partner’s database role sees only its own rows, and writes none', async () => {
    await requests({ from: '203.0.113.1' }, { from: '203.0.113.1', actor: await givenAdminKey(api) });
    const asTenant = async (statement: string) => {
      await api.rows('begin');
      try {
        await api.rows(
          `select set_config('role', 'reachgenie_tenant', true), set_config('mikro.tenant.resellerId', $1, true)`,
          [other.resellerId],
        );
        return await api.rows(statement);
      } finally {
        await api.rows('rollback');
      }
    };

    expect(await asTenant('select * from api_key_use')).toEqual([]);
    await expect(asTenant('update api_key_use set requests = 0')).rejects.toThrow('permission denied');
    await expect(asTenant('delete from api_key_use')).rejects.toThrow('permission denied');
  });
});

test('a worker deletes rows older than 90 days', async () => {
  await requests({ from: '203.0.113.1' }, { from: '203.0.113.2' }, { from: '203.0.113.3' });
  for (const [network, days] of [
    ['203.0.113.1', 91],
    ['203.0.113.2', 89],
  ]) {
    await api.rows(`update api_key_use set day = day - $2::int where api_key_id = $1 and network = $3`, [
      key.apiKey.id,
      days,
      network,
    ]);
  }
  const worker = await api.startAnother({ WORKER: 'on' });

  await expect.poll(() => counts()).toEqual(['203.0.113.2: 1, 0', '203.0.113.3: 1, 0']);

  await worker.stop();
});
