import { describe, expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { hashesDuring } from '../../support/hashes.ts';
import { givenPartner, PASSWORD } from '../../support/given/partners.ts';
import { newEmail } from '../../support/given/people.ts';
import {
  confirmFactor,
  givenFactor,
  laterOf,
  newCode,
  startFactor,
} from '../../support/given/callers/second-factors.ts';
import { codeNow } from '../../support/totp.ts';

const api = useApi();

const CONFIRM = `mutation Confirm($password: String, $code: String) {
  confirmIdentity(password: $password, code: $code) { accessToken viewer { id } }
}`;
const confirm = (actor: Actor, proof: { password?: string; code?: string }) =>
  api.ask<{ confirmIdentity: Actor }>(actor, CONFIRM, proof);

const NEEDED = [{ extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } }];

const CHANGES: [string, string][] = [
  ['startSecondFactor', 'mutation { startSecondFactor { uri } }'],
  ['removeSecondFactor', 'mutation { removeSecondFactor }'],
  ['renewRecoveryCodes', 'mutation { renewRecoveryCodes }'],
  ['resetSecondFactor', 'mutation { resetSecondFactor(userId: "x") }'],
  ['createApiKey', 'mutation { createApiKey(name: "x") { secret } }'],
  ['rotateApiKey', 'mutation { rotateApiKey(id: "x") { secret } }'],
  ['inviteMember as an owner', `mutation { inviteMember(email: "${newEmail()}", name: "x", role: OWNER) { id } }`],
  ['changeMemberRole to owner', 'mutation { changeMemberRole(id: "x", role: OWNER) { id } }'],
];

describe('ten minutes after a sign-in', () => {
  test.each(CHANGES)('%s asks for a confirmation first', async (_, mutation) => {
    const { actor } = await givenPartner(api);

    const later = await api.ask(laterOf(api, actor), mutation);
    const now = await api.ask(actor, mutation);

    expect(later.errors).toMatchObject(NEEDED);
    expect(now.errors?.[0]?.extensions.reason).not.toBe('RECENT_SIGN_IN_REQUIRED');
  });

  test('inviteAdmin asks for a confirmation first', async () => {
    const email = newEmail();
    const { errors } = await api.ask(
      laterOf(api, api.admin),
      'mutation ($email: String!) { inviteAdmin(email: $email, name: "x") { id } }',
      { email },
    );

    expect(errors).toMatchObject(NEEDED);
    expect(await api.rows('select 1 from user_account where email = $1', [email])).toEqual([]);
  });

  test('other operations continue, such as inviting a member', async () => {
    const { actor } = await givenPartner(api);
    const mutation = `mutation { inviteMember(email: "${newEmail()}", name: "x") { id } }`;

    expect((await api.ask(laterOf(api, actor), mutation)).errors).toBeUndefined();
  });
});

describe('confirmIdentity', () => {
  const CREATE = 'mutation { createApiKey(name: "x") { secret } }';

  test('accepts the password for ten minutes, even across a refresh', async () => {
    const { actor, ownerId } = await givenPartner(api);
    const later = laterOf(api, actor);
    await api.rows(`update user_session set authenticated_at = now() - interval '1 day' where user_id = $1`, [ownerId]);

    const { data } = await confirm(later, { password: PASSWORD });

    expect((await api.ask(data?.confirmIdentity, CREATE)).errors).toBeUndefined();
    expect((await api.ask(later, CREATE)).errors).toMatchObject(NEEDED);
    const recent = `select 1 from user_session where user_id = $1 and authenticated_at > now() - interval '1 minute'`;
    expect(await api.rows(recent, [ownerId])).toHaveLength(1);
  });

  test('needs a code if there is a factor: the password alone is not enough', async () => {
    const { actor } = await givenPartner(api);
    const factor = await givenFactor(api, actor);
    const later = laterOf(api, actor);

    const byPassword = await confirm(later, { password: PASSWORD });
    const byWrongCode = await confirm(later, { password: PASSWORD, code: '000000' });
    const byCode = await confirm(later, { code: await newCode(api, factor) });

    for (const { errors } of [byPassword, byWrongCode]) {
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'code' }] } }]);
    }
    expect((await api.ask(byCode.data?.confirmIdentity, CREATE)).errors).toBeUndefined();
  });

  test.each([{ password: 'wrong' }, {}, { code: '123456' }])('refuses %j', async (proof) => {
    const { actor, ownerId } = await givenPartner(api);
    const before = await api.rows('select authenticated_at from user_session where user_id = $1', [ownerId]);

    const { data, errors } = await confirm(laterOf(api, actor), proof);

    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'password', rule: 'WRONG_PASSWORD' }] } },
    ]);
    expect(await api.rows('select authenticated_at from user_session where user_id = $1', [ownerId])).toEqual(before);
  });

  test('runs once per request, so that a request cannot guess many times', async () => {
    const { actor } = await givenPartner(api);
    const call = (index: number) => `a${index}: confirmIdentity(password: "x${index}") { accessToken }`;

    let status = 0;
    const hashes = await hashesDuring(async () => {
      const headers = { authorization: `Bearer ${actor.accessToken}` };
      ({ status } = await api.post({ query: `mutation { ${call(1)} ${call(2)} }` }, headers));
    });

    expect({ status, hashes }).toEqual({ status: 400, hashes: 0 });
  });
});

describe('with limits', () => {
  const limited = useApi({ RATE_LIMIT_SIGN_IN: '10/hour', TRUST_PROXY: '1' });

  test('a stolen session cannot guess the password', async () => {
    const { actor } = await givenPartner(limited);
    const guess = () => limited.ask(actor, CONFIRM, { password: 'wrong' });
    for (let count = 1; count <= 10; count++) {
      expect((await guess()).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }

    let beyond: object = {};
    const hashes = await hashesDuring(async () => (beyond = await limited.ask(actor, CONFIRM, { password: PASSWORD })));

    expect(beyond).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(hashes).toBe(0);
  });

  test('a stolen session cannot guess the code of a setup that its owner began', async () => {
    const { actor } = await givenPartner(limited);
    const { data } = await startFactor(limited, actor);
    const secret = data?.startSecondFactor.secret ?? '';
    for (let count = 1; count <= 10; count++) {
      expect((await confirmFactor(limited, actor, codeNow(secret, 40 + count))).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }

    expect((await confirmFactor(limited, actor, codeNow(secret))).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
    expect((await limited.ask(actor, '{ accountSecurity { secondFactorAt } }')).data).toEqual({
      accountSecurity: { secondFactorAt: null },
    });
  });
});
