import { describe, expect, test } from 'vitest';
import { generateSecretsKeys } from '../../../src/core/secrets/secrets.ts';
import { postTo, signIn, useApi } from '../../support/api.ts';
import { credentialMails } from '../../support/mail.ts';
import { whileHeld } from '../../support/locks.ts';
import { givenPartner, PASSWORD, type Partner } from '../../support/given/partners.ts';
import { actionsOn } from '../../support/given/people.ts';
import {
  confirmFactor,
  givenFactor,
  laterOf,
  newCode,
  startFactor,
  trySignIn,
  type Factor,
} from '../../support/given/callers/second-factors.ts';
import { codeNow } from '../../support/totp.ts';

const api = useApi();

const security = (actor: { accessToken: string }) =>
  api.ask(actor, '{ accountSecurity { secondFactorAt secondFactorRequired recoveryCodesLeft } }');

async function givenPartnerWithFactor(): Promise<Partner & { factor: Factor }> {
  const partner = await givenPartner(api);
  return { ...partner, factor: await givenFactor(api, partner.actor) };
}

const REFUSED = (code: string, reason: string) => [{ extensions: { code, reason } }];

describe('startSecondFactor and confirmSecondFactor', () => {
  test('return a secret for an app and ten recovery codes, send an email and audit it; the database reveals no secret', async () => {
    const { actor, email, ownerId } = await givenPartner(api);

    const { data: started } = await startFactor(api, actor);
    const { secret = '', uri = '' } = started?.startSecondFactor ?? {};
    const before = await security(actor);
    const { data: confirmed } = await confirmFactor(api, actor, codeNow(secret));

    expect(uri).toBe(
      `otpauth://totp/ReachGenie%20Partners:${encodeURIComponent(email)}?issuer=ReachGenie%20Partners&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(before.data).toMatchObject({ accountSecurity: { secondFactorAt: null, recoveryCodesLeft: 0 } });
    const codes = confirmed?.confirmSecondFactor ?? [];
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await security(actor)).toMatchObject({
      data: {
        accountSecurity: { secondFactorAt: expect.any(String), secondFactorRequired: false, recoveryCodesLeft: 10 },
      },
    });
    expect(await credentialMails(api, email)).toEqual(['FACTOR_ADDED']);
    expect((await actionsOn(api, ownerId)).slice(-1)).toEqual(['user.factor_added']);
    const tables = ['second_factor', 'recovery_code', 'audit_event', 'email_message'];
    const everything = JSON.stringify(await Promise.all(tables.map((table) => api.rows(`select * from ${table}`))));
    expect(everything).toContain(`"${ownerId}"`);
    for (const told of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) {
      expect(everything).not.toContain(told);
    }
  });

  test('a wrong code changes nothing', async () => {
    const { actor, email, password } = await givenPartner(api);
    const { data } = await startFactor(api, actor);

    const { errors } = await confirmFactor(api, actor, codeNow(data?.startSecondFactor.secret ?? '', 40));

    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'code', rule: 'WRONG_CODE' }] } },
    ]);
    await expect(signIn(api, { email, password })).resolves.toBeDefined();
    expect(await credentialMails(api, email)).toEqual([]);
  });

  test('a second start replaces an unconfirmed secret, and is refused once there is a factor', async () => {
    const { actor } = await givenPartner(api);
    const { data: first } = await startFactor(api, actor);
    const { data: second } = await startFactor(api, actor);

    const withFirst = await confirmFactor(api, actor, codeNow(first?.startSecondFactor.secret ?? ''));
    const withSecond = await confirmFactor(api, actor, codeNow(second?.startSecondFactor.secret ?? ''));

    expect(withFirst.errors).toMatchObject([{ extensions: { fields: [{ path: 'code' }] } }]);
    expect(withSecond.errors).toBeUndefined();
    for (const { errors } of [await startFactor(api, actor), await confirmFactor(api, actor, '123456')]) {
      expect(errors).toMatchObject(REFUSED('CONFLICT', 'SECOND_FACTOR_EXISTS'));
    }
  });

  test('without a start, a confirmation is refused', async () => {
    const { actor } = await givenPartner(api);

    expect((await confirmFactor(api, actor, '123456')).errors).toMatchObject(REFUSED('CONFLICT', 'NO_SECOND_FACTOR'));
  });
});

describe('signIn for an account with a second factor', () => {
  test('asks for the code only after the right password', async () => {
    const { email, factor } = await givenPartnerWithFactor();

    const right = await trySignIn(api, { email, password: PASSWORD });
    const wrong = await trySignIn(api, { email, password: 'wrong' });
    const wrongWithCode = await trySignIn(api, { email, password: 'wrong', code: await newCode(api, factor) });

    expect(right.errors).toMatchObject(REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED'));
    for (const { errors } of [wrong, wrongWithCode]) {
      expect(errors).toMatchObject([{ message: 'Email address or password is wrong.' }]);
      expect(errors?.[0]?.extensions.reason).toBeUndefined();
    }
  });

  test.each([
    ['of this half minute', 0],
    ['of the half minute before', -1],
  ])('accepts the code %s, once', async (_, later) => {
    const { email, factor } = await givenPartnerWithFactor();
    await newCode(api, factor);
    const code = codeNow(factor.secret, later);

    const first = await trySignIn(api, { email, password: PASSWORD, code });
    const again = await trySignIn(api, { email, password: PASSWORD, code });

    // At the end of a half minute, the earlier code may already be too old.
    if (later === 0) expect(first.errors).toBeUndefined();
    expect(again.errors).toMatchObject(REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_WRONG'));
  });

  test.each([-20, 20])('refuses a code that is %i half minutes off', async (later) => {
    const { email, factor } = await givenPartnerWithFactor();
    await newCode(api, factor);

    const { errors } = await trySignIn(api, { email, password: PASSWORD, code: codeNow(factor.secret, later) });

    expect(errors).toMatchObject(REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_WRONG'));
  });

  test('one of two concurrent sign-ins with the same code succeeds', async () => {
    const { email, factor } = await givenPartnerWithFactor();
    const code = await newCode(api, factor);

    const held = { sql: 'select 1 from second_factor where user_id = $1', values: [factor.userId] };
    const answers = await whileHeld(api, held, 2, () =>
      Promise.all([1, 2].map(() => trySignIn(api, { email, password: PASSWORD, code }))),
    );

    expect(answers.filter(({ data }) => data)).toHaveLength(1);
  });

  test('accepts a recovery code in any spelling, once, with an email and an audit event', async () => {
    const { email, factor, ownerId } = await givenPartnerWithFactor();
    const [code = ''] = factor.recoveryCodes;
    const spelled = ` ${code.toLowerCase().replaceAll('-', ' ')} `;

    const first = await trySignIn(api, { email, password: PASSWORD, code: spelled });
    const again = await trySignIn(api, { email, password: PASSWORD, code });

    expect(first.errors).toBeUndefined();
    expect(again.errors).toMatchObject(REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_WRONG'));
    expect(await credentialMails(api, email)).toEqual(['FACTOR_ADDED', 'RECOVERY_CODE_USED']);
    expect((await actionsOn(api, ownerId)).slice(-1)).toEqual(['user.recovery_code_used']);
  });

  test('audits the user, even if the request carries another user’s token', async () => {
    const { email, factor, ownerId } = await givenPartnerWithFactor();
    const variables = { email, password: PASSWORD, code: factor.recoveryCodes[0] };
    const query = `mutation ($email: String!, $password: String!, $code: String) {
      signIn(email: $email, password: $password, code: $code) { expiresAt }
    }`;

    await api.post({ query, variables }, { authorization: `Bearer ${api.admin.accessToken}` });

    const used = `select actor_id, actor_role from audit_event where action = 'user.recovery_code_used' and target_id = $1`;
    expect(await api.rows(used, [ownerId])).toEqual([{ actor_id: ownerId, actor_role: 'PARTNER' }]);
  });

  test('refuses every code after ten wrong ones in an hour, emails the user, and accepts codes again an hour later', async () => {
    const { email, factor } = await givenPartnerWithFactor();
    const attempt = (code: string) => trySignIn(api, { email, password: PASSWORD, code });
    for (let count = 1; count <= 10; count++) {
      expect((await attempt('abc')).errors).toMatchObject(REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_WRONG'));
    }

    const refused = await attempt(await newCode(api, factor));
    const withRecoveryCode = await attempt(factor.recoveryCodes[0] ?? '');
    await api.rows(`update second_factor set failed_since = failed_since - interval '1 hour' where user_id = $1`, [
      factor.userId,
    ]);
    const later = await attempt(await newCode(api, factor));

    for (const { errors } of [refused, withRecoveryCode]) {
      expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }]);
    }
    expect(later.errors).toBeUndefined();
    expect(await credentialMails(api, email)).toEqual(['FACTOR_ADDED', 'CODES_REFUSED']);
    expect(api.logs).toContainEqual(expect.objectContaining({ event: 'second_factor_failed', userId: factor.userId }));
  });
});

describe('renewRecoveryCodes', () => {
  const renew = (actor: { accessToken: string }) =>
    api.ask<{ renewRecoveryCodes: string[] }>(actor, 'mutation { renewRecoveryCodes }');

  test('replaces the codes', async () => {
    const { actor, email, factor, ownerId } = await givenPartnerWithFactor();

    const { data } = await renew(actor);

    const [code = ''] = data?.renewRecoveryCodes ?? [];
    const old = await trySignIn(api, { email, password: PASSWORD, code: factor.recoveryCodes[0] ?? '' });
    expect(old.errors).toMatchObject(REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_WRONG'));
    expect((await trySignIn(api, { email, password: PASSWORD, code })).errors).toBeUndefined();
    expect(await credentialMails(api, email)).toEqual(['FACTOR_ADDED', 'RECOVERY_CODES_RENEWED', 'RECOVERY_CODE_USED']);
    expect(await actionsOn(api, ownerId)).toContain('user.recovery_codes_renewed');
  });

  test('needs a second factor', async () => {
    const { actor } = await givenPartner(api);

    expect((await renew(actor)).errors).toMatchObject(REFUSED('CONFLICT', 'NO_SECOND_FACTOR'));
  });
});

describe('removeSecondFactor', () => {
  const remove = (actor: { accessToken: string }) => api.ask(actor, 'mutation { removeSecondFactor }');

  test('turns the factor off, deletes its codes, and emails the user', async () => {
    const { actor, email, factor, ownerId } = await givenPartnerWithFactor();

    expect(await remove(actor)).toEqual({ data: { removeSecondFactor: true } });

    await expect(signIn(api, { email, password: PASSWORD })).resolves.toBeDefined();
    const left = await api.rows(
      'select 1 from second_factor full join recovery_code using (user_id) where user_id = $1',
      [factor.userId],
    );
    expect(left).toEqual([]);
    expect(await credentialMails(api, email)).toEqual(['FACTOR_ADDED', 'FACTOR_REMOVED']);
    expect(await actionsOn(api, ownerId)).toContain('user.factor_removed');
    expect((await remove(actor)).errors).toMatchObject(REFUSED('CONFLICT', 'NO_SECOND_FACTOR'));
  });

  test('needs a recent sign-in, and otherwise changes nothing', async () => {
    const { actor, email } = await givenPartnerWithFactor();

    const { errors } = await remove(laterOf(api, actor));

    expect(errors).toMatchObject(REFUSED('FORBIDDEN', 'RECENT_SIGN_IN_REQUIRED'));
    expect((await trySignIn(api, { email, password: PASSWORD })).errors).toMatchObject(
      REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED'),
    );
  });
});

test('members, admins and viewer show which users have a factor', async () => {
  const { actor, ownerId } = await givenPartnerWithFactor();

  const { data } = await api.ask<{ viewer: object; members: { items: object[] } }>(
    actor,
    '{ viewer { secondFactorAt } members { items { id secondFactorAt } } }',
  );

  expect(data?.viewer).toEqual({ secondFactorAt: expect.any(String) });
  expect(data?.members.items).toEqual([{ id: ownerId, secondFactorAt: expect.any(String) }]);
  expect((await api.ask(api.admin, '{ admins { items { secondFactorAt } } }')).errors).toBeUndefined();
});

test('a worker re-encrypts the secrets with the first key of SECRETS_KEYS, and their codes stay valid', async () => {
  const { email, factor } = await givenPartnerWithFactor();
  const keyOf = async () =>
    String(
      (await api.rows('select secret from second_factor where user_id = $1', [factor.userId]))[0]?.['secret'],
    ).split('.')[0];
  const before = await keyOf();

  const keys = { SECRETS_KEYS: `${generateSecretsKeys('next')},${api.secretsKeys}` };
  const worker = await api.startAnother({ ...keys, WORKER: 'only' });
  await expect.poll(keyOf, { timeout: 10_000 }).toBe('next');
  await worker.stop();
  const rotated = await api.startAnother(keys);
  const query = `mutation ($email: String!, $password: String!, $code: String) {
    signIn(email: $email, password: $password, code: $code) { viewer { email } }
  }`;
  const variables = { email, password: PASSWORD, code: await newCode(api, factor) };
  const answer = await (await postTo(rotated.url ?? '', { query, variables })).json();
  await rotated.stop();

  expect(before).toBe('k1');
  expect(answer).toEqual({ data: { signIn: { viewer: { email } } } });
});
