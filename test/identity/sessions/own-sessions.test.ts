import { describe, expect, test } from 'vitest';
import { signIn, useApi, type Actor } from '../../support/api.ts';
import { givenPartner, PASSWORD, type Partner } from '../../support/given/partners.ts';

const api = useApi();

interface Listed {
  id: string;
  browser: string | null;
  operatingSystem: string | null;
  address: string;
  isCurrent: boolean;
}

const SESSIONS = '{ sessions { id browser operatingSystem address startedAt lastUsedAt isCurrent } }';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

const listed = async (actor: Actor): Promise<Listed[]> =>
  (await api.ask<{ sessions: Listed[] }>(actor, SESSIONS)).data?.sessions ?? [];
const isIn = async (actor: Actor) => (await api.ask(actor, '{ viewer { id } }')).errors === undefined;

async function signInFrom({ email }: Partner, userAgent: string): Promise<Actor> {
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }';
  const response = await api.post({ query, variables: { email, password: PASSWORD } }, { 'user-agent': userAgent });
  return ((await response.json()) as { data: { signIn: Actor } }).data.signIn;
}

describe('sessions', () => {
  test('lists the caller’s open sessions with device and address, the last used first', async () => {
    const partner = await givenPartner(api);
    const other = await signInFrom(partner, FIREFOX);
    const ended = await signIn(api, partner);
    await api.ask(ended, 'mutation { signOut }');
    await signIn(api, await givenPartner(api));

    const sessions = await listed(partner.actor);

    expect(sessions).toHaveLength(2);
    expect(sessions).toMatchObject([
      { browser: 'Firefox', operatingSystem: 'Windows', address: '127.0.0.1', isCurrent: false },
      { isCurrent: true },
    ]);
    expect((await listed(other)).map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
  });

  test.each(['WIN 5000 USD/http://evil.example now', 'curl/8.5.0', 'x'.repeat(5_000)])(
    'shows no name for an unknown device, and nothing of %j',
    async (userAgent) => {
      const partner = await givenPartner(api);

      const actor = await signInFrom(partner, userAgent);

      const [session] = await listed(actor);
      expect(session).toMatchObject({ browser: null, operatingSystem: null, isCurrent: true });
    },
  );

  test('the session IDs differ from the ID in the refresh cookie', async () => {
    const partner = await givenPartner(api);
    const rows = await api.rows('select id from user_session where user_id = $1', [partner.ownerId]);

    const sessions = JSON.stringify(await listed(partner.actor));

    expect(rows).toHaveLength(1);
    expect(sessions).not.toContain(String(rows[0]?.['id']));
  });
});

describe('endSession', () => {
  const end = (actor: Actor, id: string) => api.ask(actor, 'mutation ($id: ID!) { endSession(id: $id) }', { id });

  test('ends one session at once, and audits it', async () => {
    const partner = await givenPartner(api);
    const [second, third] = [await signIn(api, partner), await signIn(api, partner)];
    const [newest] = await listed(partner.actor);

    expect(await end(partner.actor, newest?.id ?? '')).toEqual({ data: { endSession: true } });

    expect(await Promise.all([partner.actor, second, third].map(isIn))).toEqual([true, true, false]);
    const ended = `select 1 from audit_event where action = 'session.ended' and actor_id = $1`;
    expect(await api.rows(ended, [partner.ownerId])).toHaveLength(1);
  });

  test('does not find another user’s session or an internal ID, and the session stays open', async () => {
    const [own, stranger] = [await givenPartner(api), await givenPartner(api)];
    const [theirs] = await listed(stranger.actor);
    const [inner] = await api.rows('select id from user_session where user_id = $1', [own.ownerId]);

    for (const id of [theirs?.id ?? '', String(inner?.['id']), 'nonsense']) {
      expect((await end(own.actor, id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    expect(await Promise.all([own.actor, stranger.actor].map(isIn))).toEqual([true, true]);
  });
});

test('endOtherSessions ends all sessions except the current one', async () => {
  const partner = await givenPartner(api);
  const others = [await signIn(api, partner), await signIn(api, partner)];
  const stranger = await givenPartner(api);

  expect(await api.ask(partner.actor, 'mutation { endOtherSessions }')).toEqual({ data: { endOtherSessions: true } });

  expect(await Promise.all([partner.actor, ...others, stranger.actor].map(isIn))).toEqual([true, false, false, true]);
  expect(await api.ask(partner.actor, 'mutation { endOtherSessions }')).toEqual({ data: { endOtherSessions: true } });
});
