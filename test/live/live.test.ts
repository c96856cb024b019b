import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { givenApplication } from '../support/given/applications.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenOnboarding, setStep } from '../support/given/onboarding.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin, givenMember } from '../support/given/people.ts';
import { addProvisioning } from '../support/given/provisionings.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

interface Heard {
  hints: string[];
  isOpen: boolean;
  close(): Promise<void>;
}

const open: Heard[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const get = (actor: Actor | undefined, url = api.url, signal?: AbortSignal) =>
  fetch(`${url}/live`, {
    headers: actor ? { authorization: `Bearer ${actor.accessToken}` } : {},
    ...(signal ? { signal } : {}),
  });

/** Opens a stream, and collects its hints. */
async function listen(actor: Actor, url?: string): Promise<Heard> {
  const end = new AbortController();
  const response = await get(actor, url, end.signal);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const heard: Heard = { hints: [], isOpen: true, close: async () => end.abort() };
  const decoder = new TextDecoder();
  void (async () => {
    try {
      for await (const chunk of response.body ?? []) {
        heard.hints.push(...Array.from(decoder.decode(chunk).matchAll(/^data: (.*)$/gm), ([, hint = '']) => hint));
      }
    } catch {
      // closed
    }
    heard.isOpen = false;
  })();
  open.push(heard);
  return heard;
}

const assign = async (assigneeId: string) => {
  const id = await givenApplication(api);
  const query = 'mutation ($id: ID!, $to: ID) { assignPartnerApplication(id: $id, assigneeId: $to) { id } }';
  await api.ask(api.admin, query, { id, to: assigneeId });
};

describe('a stream', () => {
  let me: Partner;
  let stranger: Partner;

  beforeAll(async () => {
    const first = await listen(api.admin);
    await vi.waitFor(() => {
      if (!first.hints.includes('all')) throw new Error('It does not listen yet.');
    });
    me = await givenPartner(api);
    stranger = await givenPartner(api);
  });

  test('says what kinds have changed, to those whom they concern', async () => {
    const [admin, other] = [await givenAdmin(api), await givenAdmin(api)];
    const heard = {
      admin: await listen(admin.actor),
      other: await listen(other.actor),
      mine: await listen(me.actor),
      theirs: await listen(stranger.actor),
    };
    await assign(admin.id);
    await givenClient(api, me.actor);

    await expect
      .poll(() => heard.admin.hints)
      .toEqual(expect.arrayContaining(['applications', 'emails', 'notifications']));
    await expect.poll(() => heard.other.hints).toEqual(expect.arrayContaining(['applications', 'emails']));
    // The users of the partner have just been added.
    await expect.poll(() => heard.mine.hints.filter((hint) => hint !== 'members')).toEqual(['clients']);
    expect(heard.other.hints).not.toContain('notifications');
    expect(heard.admin.hints).not.toContain('clients');
    expect(heard.theirs.hints).not.toContain('clients');
  });

  test('says that clients have changed if only a step of an onboarding has', async () => {
    const { steps } = await givenOnboarding(api, me);
    await withoutTriggers(api, `update client_account set updated_at = now() - interval '1 minute'`);
    await withoutTriggers(api, `update onboarding_step set updated_at = now() - interval '1 minute'`);
    const heard = { mine: await listen(me.actor), theirs: await listen(stranger.actor) };

    expect((await setStep(api, me.actor, { id: steps[0]?.id ?? '', isDone: true })).errors).toBeUndefined();

    await expect.poll(() => heard.mine.hints).toContain('clients');
    expect(heard.theirs.hints).not.toContain('clients');
  });

  test('says that members have changed to admins and to the owners of the account', async () => {
    const member = await givenMember(api, me);
    // Changes of the last seconds count, too.
    await api.rows(`set session_replication_role = replica`);
    await api.rows(`update user_account set updated_at = now() - interval '1 minute'`);
    await api.rows('reset session_replication_role');
    const heard = {
      admin: await listen(api.admin),
      mine: await listen(me.actor),
      member: await listen(member.actor),
      theirs: await listen(stranger.actor),
    };

    const change = 'mutation ($id: ID!) { changeMemberRole(id: $id, role: BILLING) { id } }';
    expect((await api.ask(me.actor, change, { id: member.id })).errors).toBeUndefined();

    await expect
      .poll(() => [heard.admin.hints, heard.mine.hints].map((hints) => hints.includes('members')))
      .toEqual([true, true]);
    expect([...heard.member.hints, ...heard.theirs.hints]).not.toContain('members');
  });

  test('says that the product has a client to its reseller and to admins', async () => {
    const { id } = await givenClient(api, me.actor);
    await addProvisioning(api, id);
    // Changes of the last seconds count, too.
    await api.rows(`set session_replication_role = replica`);
    await api.rows(`update client_account set updated_at = now() - interval '1 minute'`);
    await api.rows('reset session_replication_role');
    const heard = {
      admin: await listen(api.admin),
      mine: await listen(me.actor),
      theirs: await listen(stranger.actor),
    };

    await api.rows(`update client_provisioning set status = 'READY', updated_at = now() where client_id = $1`, [id]);

    await expect.poll(() => heard.mine.hints).toContain('clients');
    await expect.poll(() => heard.admin.hints).toContain('provisionings');
    expect([...heard.theirs.hints, ...heard.admin.hints]).not.toContain('clients');
    expect([...heard.theirs.hints, ...heard.mine.hints]).not.toContain('provisionings');
  });

  test('of another process hears it too', async () => {
    const another = await api.startAnother();
    try {
      const heard = await listen(api.admin, another.url);
      await expect.poll(() => heard.hints).toEqual(['all']);

      await givenApplication(api);

      await expect.poll(() => heard.hints).toContain('applications');
    } finally {
      await another.stop();
    }
  });

  test('says that anything may have changed after a lost connection', async () => {
    const heard = await listen(me.actor);

    await api.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ~* '^(listen live|select 1)$' and datname = current_database()`,
    );

    await expect.poll(() => heard.hints, { timeout: 10_000 }).toContain('all');
  });

  test('ends when the process stops', async () => {
    const another = await api.startAnother();
    const heard = await listen(api.admin, another.url);

    await another.stop();

    await expect.poll(() => heard.isOpen).toBe(false);
  });

  test('is for users only', async () => {
    const key = await givenKey(api, me.actor);

    expect((await get(undefined)).status).toBe(401);
    expect((await get({ accessToken: 'x' })).status).toBe(401);
    expect((await get(key)).status).toBe(403);
  });

  test('is refused to an ended session', async () => {
    const { actor } = await givenAdmin(api);
    await api.ask(actor, 'mutation { signOut }');

    expect((await get(actor)).status).toBe(401);
  });

  test('ends at a heartbeat after its session, which checks all sessions by one statement', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const another = await api.startAnother();
    try {
      const [ended, removed, other] = [await givenAdmin(api), await givenMember(api, me), await givenAdmin(api)];
      const heard = {
        ended: await listen(ended.actor, another.url),
        removed: await listen(removed.actor, another.url),
        other: await listen(other.actor, another.url),
        mine: await listen(me.actor, another.url),
      };
      const remove = 'mutation ($id: ID!) { removeMember(id: $id) }';
      const answers = [
        await api.ask(ended.actor, 'mutation { signOut }'),
        await api.ask(me.actor, remove, { id: removed.id }),
      ];
      expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);

      const sent = await statementsOf(async () => {
        vi.advanceTimersByTime(15_000);
        await expect.poll(() => [heard.ended.isOpen, heard.removed.isOpen]).toEqual([false, false]);
      });

      expect(sent.filter((text) => text.includes('ended_callers'))).toHaveLength(1);
      expect([heard.other.isOpen, heard.mine.isOpen]).toEqual([true, true]);
    } finally {
      await another.stop();
      vi.useRealTimers();
    }
  });

  test('is one of at most ten of a user', async () => {
    const { actor } = await givenAdmin(api);
    for (let count = 0; count < 10; count++) await listen(actor);

    expect((await get(actor)).status).toBe(429);
    await open.pop()?.close();
    await setImmediate();
    await expect.poll(async () => (await get(actor, api.url, AbortSignal.timeout(1_000))).status).toBe(200);
  });
});

test('many changes at once are few messages', async () => {
  const { hints } = await listen(api.admin);

  await Promise.all(Array.from({ length: 100 }, () => givenApplication(api)));

  await expect.poll(() => hints).toContain('applications');
  const [tick] = await api.rows('select last_value from live_applications');
  expect(Number(tick?.['last_value'])).toBeGreaterThan(0);
  expect(hints.filter((hint) => hint === 'applications').length).toBeLessThan(20);
});
