import { expect, test } from 'vitest';
import { ADMIN, signIn, useApi, type Actor } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenMember } from '../../support/given/people.ts';

/* Rows A5 and A10 of the attacks to withstand: a session's ID is not a secret, and ends nothing. */

const api = useApi();

const EVENTS = `{ auditEvents(filter: { action: ["session.started"] }, limit: 100) {
  items { targetType targetId changes actorEmail requestId }
} }`;

const sessionsOf = (email: string) =>
  api.rows(
    `select s.* from user_session s join user_account u on u.id = user_id where email = $1 order by s.created_at desc`,
    [email],
  );

async function refresh(token: string) {
  const body = { query: 'mutation { refreshSession { accessToken } }' };
  const response = await api.post(body, { cookie: `reachgenie_refresh=${token}` });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

const isSignedIn = async (actor: Actor) => (await api.ask(actor, '{ viewer { id } }')).errors === undefined;

test.each(['x', '1.x', '', '1', `1.${'A'.repeat(43)}`, `2.${'A'.repeat(43)}`, `0.${'A'.repeat(43)}`])(
  'A10: the ID of an open session with the guessed rest %j is refused, and the session stays open',
  async (guess) => {
    const victim = await signIn(api, ADMIN);
    const before = await sessionsOf(ADMIN.email);

    const code = await refresh(`${String(before[0]?.['id'])}.${guess}`);

    expect(code).toBe('UNAUTHENTICATED');
    expect(await sessionsOf(ADMIN.email)).toEqual(before);
    expect(await isSignedIn(victim)).toBe(true);
  },
);

test('A10: no answer of the audit log contains the ID of a session', async () => {
  const partner = await givenPartner(api);
  const member = await givenMember(api, partner);
  const ids = (await api.rows('select id from user_session')).map(({ id }) => String(id));

  for (const actor of [member.actor, partner.actor, api.admin]) {
    const { data } = await api.ask<{ auditEvents: { items: { targetType: string; targetId: string }[] } }>(
      actor,
      EVENTS,
    );

    expect(data?.auditEvents.items.length).toBeGreaterThan(0);
    expect(data?.auditEvents.items.every(({ targetType }) => targetType === 'User')).toBe(true);
    for (const id of ids) expect(JSON.stringify(data)).not.toContain(id);
  }
});
