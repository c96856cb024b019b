import { expect, test } from 'vitest';
import { ADMIN, useApi, type Actor } from '../../support/api.ts';
import { givenApplication } from '../../support/given/applications.ts';
import {
  confirmFactor,
  givenFactor,
  newCode,
  startFactor,
  trySignIn,
} from '../../support/given/callers/second-factors.ts';
import { codeNow } from '../../support/totp.ts';

const api = useApi({ ADMIN_SECOND_FACTOR: 'required' });

const LIST = '{ partnerApplications { items { id } } }';
const MISSING = [{ extensions: { code: 'FORBIDDEN', reason: 'SECOND_FACTOR_SETUP_REQUIRED' } }];

/** Signs in, and keeps the cookie. */
async function enter(code?: string) {
  const query = `mutation ($email: String!, $password: String!, $code: String) {
    signIn(email: $email, password: $password, code: $code) { accessToken mustAddSecondFactor }
  }`;
  const response = await api.post({ query, variables: { ...ADMIN, code } });
  const { data } = (await response.json()) as { data: { signIn: Actor & { mustAddSecondFactor: boolean } } };
  return { ...data.signIn, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

async function refresh(cookie: string) {
  const response = await api.post(
    { query: 'mutation { refreshSession { accessToken mustAddSecondFactor } }' },
    { cookie },
  );
  return ((await response.json()) as { data: { refreshSession: Actor & { mustAddSecondFactor: boolean } } }).data
    .refreshSession;
}

test('an admin without the required factor can only add it, and then do everything', async () => {
  const id = await givenApplication(api);
  const admin = await enter();
  expect(admin.mustAddSecondFactor).toBe(true);

  const denied = [
    await api.ask(admin, LIST),
    await api.ask(admin, 'mutation ($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { id } }', {
      id,
    }),
    await api.ask(admin, 'mutation { inviteAdmin(email: "x@example.com", name: "X") { id } }'),
    await api.ask(admin, '{ sessions { id } }'),
    await api.ask(admin, '{ auditEvents { items { id } } }'),
  ];
  for (const { errors } of denied) expect(errors).toMatchObject(MISSING);
  expect(await api.rows('select status from partner_application where id = $1', [id])).toEqual([{ status: 'PENDING' }]);
  const allowed = await api.ask(admin, '{ viewer { email } accountSecurity { secondFactorRequired } }');
  expect(allowed).toEqual({
    data: { viewer: { email: ADMIN.email }, accountSecurity: { secondFactorRequired: true } },
  });

  const { data } = await startFactor(api, admin);
  const confirmed = await confirmFactor(api, admin, codeNow(data?.startSecondFactor.secret ?? ''));

  expect(confirmed.data?.confirmSecondFactor).toHaveLength(10);
  // The claims in the token are outdated, so the session continues with a new one.
  expect((await api.ask(admin, LIST)).errors).toMatchObject(MISSING);
  expect((await api.ask(admin, '{ viewer { id } }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  const renewed = await refresh(admin.cookie);
  expect(renewed.mustAddSecondFactor).toBe(false);
  expect((await api.ask(renewed, LIST)).data).toEqual({ partnerApplications: { items: [{ id }] } });
  await api.rows('update user_account set second_factor_at = null');
});

test('an admin who removes the factor must add another one first', async () => {
  const first = await enter();
  const factor = await givenFactor(api, first);
  const admin = await enter(await newCode(api, factor));
  expect(admin.mustAddSecondFactor).toBe(false);

  await api.ask(admin, 'mutation { removeSecondFactor }');

  expect((await api.ask(admin, LIST)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect((await refresh(admin.cookie)).mustAddSecondFactor).toBe(true);
  expect((await trySignIn(api, ADMIN)).data?.signIn.mustAddSecondFactor).toBe(true);
});
