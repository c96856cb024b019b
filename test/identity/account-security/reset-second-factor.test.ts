import { describe, expect, test } from 'vitest';
import { signIn, useApi } from '../../support/api.ts';
import { credentialMails } from '../../support/mail.ts';
import { givenPartner, PASSWORD } from '../../support/given/partners.ts';
import { actionsOn, givenAdmin, givenMember } from '../../support/given/people.ts';
import { givenFactor, trySignIn } from '../../support/given/callers/second-factors.ts';

const api = useApi();

async function givenPartnerWithFactor() {
  const partner = await givenPartner(api);
  await givenFactor(api, partner.actor);
  return partner;
}

const REFUSED = (code: string, reason: string) => [{ extensions: { code, reason } }];

describe('resetSecondFactor', () => {
  const RESET = 'mutation Reset($userId: ID!) { resetSecondFactor(userId: $userId) }';
  const reset = (actor: { accessToken: string }, userId: string) => api.ask(actor, RESET, { userId });

  test.each(['an owner for a member', 'an admin for an owner'])(
    '%s: ends the sessions and emails the user',
    async (who) => {
      const owner = await givenPartner(api);
      const user = who.startsWith('an owner') ? await givenMember(api, owner) : { ...owner, id: owner.ownerId };
      const helper = who.startsWith('an owner') ? owner.actor : api.admin;
      await givenFactor(api, user.actor);

      expect(await reset(helper, user.id)).toEqual({ data: { resetSecondFactor: true } });

      expect((await api.ask(user.actor, '{ viewer { id } }')).errors).toMatchObject([
        { extensions: { code: 'UNAUTHENTICATED' } },
      ]);
      await expect(signIn(api, { email: user.email, password: PASSWORD })).resolves.toBeDefined();
      expect(await credentialMails(api, user.email)).toEqual(['FACTOR_ADDED', 'FACTOR_RESET']);
      expect(await actionsOn(api, user.id)).toContain('user.factor_reset');
      expect((await reset(helper, user.id)).errors).toMatchObject(REFUSED('CONFLICT', 'NO_SECOND_FACTOR'));
    },
  );

  test('does not find users of another account, and the factor stays', async () => {
    const { email, ownerId } = await givenPartnerWithFactor();
    const stranger = await givenPartner(api);
    const admin = await givenAdmin(api);
    await givenFactor(api, admin.actor);

    for (const id of [ownerId, admin.id, 'nonsense']) {
      expect((await reset(stranger.actor, id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    for (const each of [email, admin.email]) {
      expect((await trySignIn(api, { email: each, password: PASSWORD })).errors).toMatchObject(
        REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED'),
      );
    }
  });

  test('an admin with PARTNERS resets the factor of a partner’s user', async () => {
    const { ownerId } = await givenPartnerWithFactor();
    const { actor } = await givenAdmin(api, 'PARTNERS');

    expect(await reset(actor, ownerId)).toEqual({ data: { resetSecondFactor: true } });
  });

  test('for an admin it needs ALL: other admins are refused, and the factor stays', async () => {
    const admin = await givenAdmin(api);
    await givenFactor(api, admin.actor);
    const stored = () =>
      api.rows('select u.*, (select count(*) from audit_event) as events from user_account u where id = $1', [
        admin.id,
      ]);
    const { actor } = await givenAdmin(api, 'PARTNERS', 'REVIEW', 'FINANCE');
    const before = await stored();

    expect((await reset(actor, admin.id)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);

    expect(await stored()).toEqual(before);
    expect((await trySignIn(api, { email: admin.email, password: PASSWORD })).errors).toMatchObject(
      REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED'),
    );
    expect(await reset(api.admin, admin.id)).toEqual({ data: { resetSecondFactor: true } });
  });

  test.each(['REVIEW', 'FINANCE'])('an admin with %s only is refused, and the factor stays', async (role) => {
    const { email, ownerId } = await givenPartnerWithFactor();
    const { actor } = await givenAdmin(api, role);

    expect((await reset(actor, ownerId)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);

    expect((await trySignIn(api, { email, password: PASSWORD })).errors).toMatchObject(
      REFUSED('UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED'),
    );
  });

  test('refuses the caller’s own factor', async () => {
    const { actor, ownerId } = await givenPartnerWithFactor();

    expect((await reset(actor, ownerId.toUpperCase())).errors).toMatchObject(REFUSED('CONFLICT', 'OWN_ACCOUNT'));
  });
});
