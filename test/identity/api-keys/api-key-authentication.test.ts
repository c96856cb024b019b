import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useApi, type Actor, type GraphQLProblem } from '../../support/api.ts';
import { givenKey, revokeKey } from '../../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { actionsOn, givenMember } from '../../support/given/people.ts';
import { statementsOf } from '../../support/statements.ts';
import { withoutTriggers } from '../../support/database.changes.ts';

const api = useApi();
let reseller: Partner;
let key: Awaited<ReturnType<typeof givenKey>>;

beforeEach(async () => {
  reseller = await givenPartner(api);
  key = await givenKey(api, reseller.actor);
});

afterEach(() => vi.restoreAllMocks());

const VIEWER = '{ viewer { id email role partnerAccount { id } } }';
const codeOf = async (actor: Actor) => (await api.ask(actor, VIEWER)).errors?.[0]?.extensions.code;

test('a key calls for its partner, in the name of its creator', async () => {
  expect(await api.ask(key, VIEWER)).toEqual({
    data: {
      viewer: {
        id: reseller.ownerId,
        email: reseller.email,
        role: 'PARTNER',
        partnerAccount: { id: reseller.resellerId },
      },
    },
  });
});

test('the audit log shows the key as the actor’s credential', async () => {
  const input = {
    companyName: 'Acme',
    contactName: 'Ada',
    contactEmail: 'ada@acme.example',
    subscriptionTier: 'BASIC',
  };
  const query = 'mutation ($input: CreateClientAccountInput!) { createClientAccount(input: $input) { id } }';

  const { data } = await api.ask<{ createClientAccount: { id: string } }>(key, query, { input });

  const [event] = await api.rows('select * from audit_event where target_id = $1', [data?.createClientAccount.id]);
  expect(event).toMatchObject({
    credential: `key:${key.apiKey.id}`,
    actor_id: reseller.ownerId,
    actor_email: reseller.email,
    reseller_id: reseller.resellerId,
  });
});

const CHANGES: { what: string; change: () => Promise<unknown> }[] = [
  { what: 'revoked', change: () => revokeKey(api, reseller.actor, key.apiKey.id) },
  {
    what: 'expired',
    change: () => withoutTriggers(api, 'update api_key set expires_at = now() where id = $1', [key.apiKey.id]),
  },
  { what: 'of a partner that was deactivated', change: () => update({ isActive: false }) },
  {
    what: 'of a partner that was deactivated and activated again',
    change: async () => {
      await update({ isActive: false });
      await update({ isActive: true });
    },
  },
  { what: 'of a partner that may not manage clients', change: () => update({ clientManagementEnabled: false }) },
];

const update = (input: object) =>
  api.ask(
    api.admin,
    'mutation ($id: ID!, $input: UpdatePartnerAccountInput!) { updatePartnerAccount(id: $id, input: $input) { id } }',
    { id: reseller.resellerId, input },
  );

test.each(CHANGES)('a key that is $what is refused at the next request', async ({ change }) => {
  expect(await codeOf(key)).toBeUndefined();

  await change();

  expect(await codeOf(key)).toBe('UNAUTHENTICATED');
});

test.each(CHANGES)('a key that is $what is refused by a process that does not know it', async ({ change }) => {
  await change();

  expect(await codeOf(key)).toBe('UNAUTHENTICATED');
});

test('a key works again once its partner manages clients again', async () => {
  await update({ clientManagementEnabled: false });
  await update({ clientManagementEnabled: true });

  expect(await codeOf(key)).toBeUndefined();
});

test.each([
  {
    what: 'another secret',
    change: (secret: string) => `${secret.slice(0, -2)}${secret.endsWith('AA') ? 'BB' : 'AA'}`,
  },
  {
    what: 'the secret of another key',
    change: (secret: string, other: string) => `${secret.slice(0, 17)}${other.slice(17)}`,
  },
  { what: 'an unknown prefix', change: (secret: string) => secret.replace(/^rgk_.{12}/, 'rgk_abcdefabcdef') },
  { what: 'a secret too short', change: (secret: string) => secret.slice(0, -1) },
  { what: 'a secret too long', change: (secret: string) => `${secret}A` },
  { what: 'no secret', change: (secret: string) => secret.slice(0, 16) },
  { what: 'its hash for a secret', change: (secret: string) => `${secret.slice(0, 17)}${'h'.repeat(43)}` },
  { what: 'a token’s form', change: (secret: string) => `${secret}.${secret}.${secret}` },
])('$what: UNAUTHENTICATED, before and after the key is known', async ({ change }) => {
  const other = await givenKey(api, reseller.actor);
  const wrong = { accessToken: change(key.accessToken, other.accessToken) };

  expect(await codeOf(wrong)).toBe('UNAUTHENTICATED');
  expect(await codeOf(key)).toBeUndefined();
  expect(await codeOf(wrong)).toBe('UNAUTHENTICATED');
});

test('a key is looked up once, and other text never', async () => {
  const lookUps = async (actor: Actor) =>
    (await statementsOf(() => api.ask(actor, VIEWER))).filter((text) => text.includes('secret_hash')).length;

  expect(await lookUps(key)).toBe(1);
  expect(await lookUps(key)).toBe(0);
  expect(await lookUps({ accessToken: 'rgk_no-key' })).toBe(0);
});

const usedAt = async () => {
  const [row] = await api.rows('select last_used_at from api_key where id = $1', [key.apiKey.id]);
  return row?.['last_used_at'];
};

test('the last use is stored at most once a minute, and not audited', async () => {
  await api.ask(key, VIEWER);
  await expect.poll(usedAt).toBeInstanceOf(Date);
  const first = await usedAt();

  const noted = (await statementsOf(() => api.ask(key, VIEWER))).filter((text) =>
    text.includes('last_used_at = now()'),
  );
  expect(noted).toEqual([]);

  // A minute later by our clock and by the database's.
  const later = Date.now() + 61_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  await api.rows(`update api_key set last_used_at = now() - interval '61 seconds' where id = $1`, [key.apiKey.id]);
  await api.ask(key, VIEWER);
  await expect.poll(async () => Number(await usedAt()) >= Number(first)).toBe(true);
  expect(await actionsOn(api, key.apiKey.id)).toEqual(['api_key.created']);
});

test.each([
  { what: 'a revoked key', query: VIEWER, change: () => revokeKey(api, reseller.actor, key.apiKey.id) },
  {
    what: 'a revoked key that asks for nothing',
    query: '{ __typename }',
    change: () => revokeKey(api, reseller.actor, key.apiKey.id),
  },
  { what: 'a key that may not', query: '{ apiKeys { id } }', change: async () => undefined },
])('the use of $what is not stored', async ({ query, change }) => {
  await change();

  await api.ask(key, query);
  await api.ask(key, query);

  // By now, everything that follows a request is written: its use is stored.
  const other = await givenKey(api, reseller.actor);
  await api.ask(other, VIEWER);
  const usedOther = () =>
    api.rows('select 1 from api_key where id = $1 and last_used_at is not null', [other.apiKey.id]);
  await expect.poll(usedOther).toHaveLength(1);
  expect(await usedAt()).toBeNull();
});

test('a refused call of a known key runs no SQL', async () => {
  await api.ask(key, VIEWER);
  await expect.poll(usedAt).toBeInstanceOf(Date);
  const later = Date.now() + 61_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);

  expect(await statementsOf(() => api.ask(key, '{ apiKeys { id } }'))).toEqual([]);
});

test('the request does not wait for the write of its use', async () => {
  await api.rows('begin');
  try {
    await api.rows('select 1 from api_key where id = $1 for update', [key.apiKey.id]);
    expect(await codeOf(key)).toBeUndefined();
  } finally {
    await api.rows('commit');
  }
  await expect.poll(usedAt).toBeInstanceOf(Date);
});

/** Another process, with a limit. */
async function withLimit(
  work: (codeOf: (actor: Actor) => Promise<string | undefined>) => Promise<void>,
): Promise<void> {
  const limited = await api.startAnother({ RATE_LIMIT_API: '20/hour' });
  try {
    await work(async ({ accessToken }) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` };
      const response = await fetch(`${limited.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: VIEWER }),
      });
      const { errors } = (await response.json()) as { errors?: GraphQLProblem[] };
      if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      return errors?.[0]?.extensions.code;
    });
  } finally {
    await limited.stop();
  }
}

test('each key has its own limit, separate from the user who created it', async () => {
  const other = await givenKey(api, reseller.actor);
  await withLimit(async (codeWith) => {
    const codes = await Promise.all(Array.from({ length: 21 }, () => codeWith(key)));

    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(1);
    expect(await codeWith(key)).toBe('RATE_LIMITED');
    expect(await codeWith(other)).toBeUndefined();
    expect(await codeWith(reseller.actor)).toBeUndefined();
  });
});

test('made-up keys do not keep the database busy, and the limit remembers their network', async () => {
  const before = api.logs.length;

  await withLimit(async (codeWith) => {
    const codes: (string | undefined)[] = [];
    const sent = await statementsOf(async () => {
      for (let guess = 100; guess < 130; guess++) {
        codes.push(await codeWith({ accessToken: `rgk_aaaaaaaaa${guess}_${'A'.repeat(43)}` }));
      }
    });

    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(20);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(10);
    expect(sent.filter((text) => text.includes('secret_hash'))).toHaveLength(20);
  });

  const limited = api.logs.slice(before).filter(({ code }) => code === 'RATE_LIMITED');
  expect(limited.map(({ event }) => event)).toEqual(Array(10).fill('denied'));
});

test('keys of a removed creator are refused at once, and the revocation is audited', async () => {
  const member = await givenMember(api, reseller);
  const theirs = await givenKey(api, member.actor);
  expect(await codeOf(theirs)).toBeUndefined();

  await api.ask(reseller.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id: member.id });

  expect(await codeOf(theirs)).toBe('UNAUTHENTICATED');
  expect(await codeOf(key)).toBeUndefined();
  expect(await actionsOn(api, theirs.apiKey.id)).toEqual(['api_key.created', 'api_key.revoked']);
});

test('if the database does not answer, the key is not called wrong: UNAVAILABLE', async () => {
  await api.rows('begin');
  try {
    await api.rows('lock table api_key');
    const response = await api.post({ query: VIEWER }, { authorization: `Bearer ${key.accessToken}` });

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAVAILABLE', requestId: expect.any(String) } }],
    });
  } finally {
    await api.rows('rollback');
  }
  expect(await codeOf(key)).toBeUndefined();
});
