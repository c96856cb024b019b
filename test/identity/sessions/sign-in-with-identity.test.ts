import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { App } from '../../../src/app.ts';
import { ADMIN, postTo, useApi, type GraphQLProblem } from '../../support/api.ts';
import { AUDIENCE, FakeIssuer, newSigner } from '../../support/processes/fake-issuer.ts';
import { acceptInvitation, givenPartner, type Partner } from '../../support/given/partners.ts';
import { actionsOn, givenInvitedMember, givenMember, inviteMember } from '../../support/given/people.ts';
import { givenFactor, newCode } from '../../support/given/callers/second-factors.ts';
import { withoutTriggers } from '../../support/database.changes.ts';

const api = useApi();
let issuer: FakeIssuer;
let app: App;
let partner: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
});

// Each test has a new issuer without requests.
beforeEach(async () => {
  issuer = await FakeIssuer.start();
  app = await api.startAnother(issuer.environment);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await app.stop();
  await issuer.stop();
});

const SIGN_IN = `mutation SignInWithIdentity($token: String!) {
  signInWithIdentity(token: $token) { accessToken expiresAt viewer { id email role partnerAccount { id } } }
}`;

interface Entered {
  data?: { signInWithIdentity: { accessToken: string; viewer: { id: string; email: string } } } | null;
  errors?: GraphQLProblem[];
}

async function enter(token: string, url = app.url) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SIGN_IN, variables: { token } }),
  });
  const { data, errors } = (await response.json()) as Entered;
  return { response, data, errors, viewer: data?.signInWithIdentity.viewer, code: errors?.[0]?.extensions.code };
}

const sessions = () => api.rows('select * from user_session order by id');

test.each(['ES256', 'RS256'] as const)('signs in the user with the issuer’s address: %s', async (alg) => {
  await issuer.rotate(alg);

  const { response, data } = await enter(await issuer.token({ email: partner.email.toUpperCase() }));

  const { accessToken, viewer } = data?.signInWithIdentity ?? expect.fail('refused');
  expect(viewer).toEqual({
    id: partner.ownerId,
    email: partner.email,
    role: 'PARTNER',
    partnerAccount: { id: partner.resellerId },
  });
  expect(response.headers.get('set-cookie')).toMatch(/^reachgenie_refresh=.+HttpOnly/);
  expect((await api.ask({ accessToken }, '{ clientAccounts { items { id } } }')).errors).toBeUndefined();
});

test('a domain in Unicode equals its Punycode', async () => {
  const { data } = await inviteMember(api, partner.actor, { email: `ida-${Date.now()}@b\u00fccher.example` });
  const { id, email = '' } = data?.inviteMember ?? {};
  expect(email).toMatch(/@xn--bcher-kva.example$/);

  for (const domain of ['b\u00fccher.example', 'xn--bcher-kva.example']) {
    const token = await issuer.token({ email: email.replace(/@.*/, `@${domain}`) });
    expect((await enter(token)).viewer).toMatchObject({ id });
  }
});

test('signs in an admin too', async () => {
  expect((await enter(await issuer.token({ email: ADMIN.email }))).viewer).toMatchObject({ role: 'ADMIN' });
});

const HOUR = 3600;
const now = () => Math.floor(Date.now() / 1000);

test.each<{ what: string; token: () => Promise<string> | string }>([
  { what: 'an unknown address', token: () => issuer.token({ email: 'nobody@example.com' }) },
  { what: 'an address that is not verified', token: () => issuer.token({ email: ADMIN.email, email_verified: false }) },
  {
    what: 'an address that is not said to be verified',
    token: () => issuer.token({ email: ADMIN.email, email_verified: undefined }),
  },
  {
    what: 'an address that is verified as a text',
    token: () => issuer.token({ email: ADMIN.email, email_verified: 'true' }),
  },
  ...[
    ['something after a plus', ADMIN.email.replace('@', '+x@')],
    ['a letter that looks alike', ADMIN.email.replace('a', '\uff41')],
    ['an invisible character', `\u200b${ADMIN.email}`],
    ['a space', `${ADMIN.email} `],
  ].map(([what, email]) => ({ what: `the address with ${what}`, token: () => issuer.token({ email }) })),
  {
    what: 'the address with a letter that becomes another in lower case',
    token: async () => {
      await inviteMember(api, partner.actor, { email: 'kim@people.example' });
      return issuer.token({ email: '\u212aim@people.example' });
    },
  },
  { what: 'no address', token: () => issuer.token({}) },
  { what: 'several addresses', token: () => issuer.token({ email: [ADMIN.email] }) },
  { what: 'another audience', token: () => issuer.token({ email: ADMIN.email, aud: 'another-client' }) },
  { what: 'no audience', token: () => issuer.token({ email: ADMIN.email, aud: undefined }) },
  {
    what: 'another party among audiences',
    token: () => issuer.token({ email: ADMIN.email, aud: [AUDIENCE, 'another'], azp: 'another' }),
  },
  {
    what: 'several audiences, without an authorized party',
    token: () => issuer.token({ email: ADMIN.email, aud: [AUDIENCE, 'another'] }),
  },
  { what: 'another issuer', token: () => issuer.token({ email: ADMIN.email, iss: 'https://elsewhere.example' }) },
  { what: 'the issuer with a slash', token: () => issuer.token({ email: ADMIN.email, iss: `${issuer.url}/` }) },
  { what: 'an end in the past', token: () => issuer.token({ email: ADMIN.email, iat: now() - HOUR, exp: now() - 60 }) },
  { what: 'no end', token: () => issuer.token({ email: ADMIN.email, exp: undefined }) },
  { what: 'a beginning in the future', token: () => issuer.token({ email: ADMIN.email, nbf: now() + HOUR }) },
  {
    what: 'the type of an access token',
    token: () => issuer.token({ email: ADMIN.email }, { header: { typ: 'at+jwt' } }),
  },
  { what: 'alg: none', token: () => issuer.unsignedToken({ email: ADMIN.email }) },
  { what: 'HS256 by the public key', token: () => issuer.tokenByPublicKey({ email: ADMIN.email }) },
  {
    what: 'another key by the name of the right one',
    token: async () => {
      const { kid } = await issuer.rotate('ES256');
      return issuer.token({ email: ADMIN.email }, { signer: await newSigner('ES256'), header: { kid } });
    },
  },
  {
    what: 'a key of its own in the header',
    token: async () => {
      const own = await newSigner('ES256');
      return issuer.token({ email: ADMIN.email }, { signer: own, header: { jwk: own.jwk, jku: `${issuer.url}/keys` } });
    },
  },
  { what: 'our own access token', token: () => api.admin.accessToken },
  {
    what: 'a changed content',
    token: async () => (await issuer.token({ email: partner.email })).replace(/\.[^.]+\./, '.eyJlbWFpbCI6ImEifQ.'),
  },
  { what: 'no token at all', token: () => 'no token' },
])('$what: UNAUTHENTICATED, no session, no cookie, and no token in the log', async ({ token }) => {
  const presented = await token();
  const before = await sessions();
  const logged = api.logs.length;

  const { response, errors } = await enter(presented);

  expect(errors).toMatchObject([
    { message: 'This identity cannot sign in here.', extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(await sessions()).toEqual(before);
  expect(api.logs.slice(logged)).toContainEqual(expect.objectContaining({ event: 'sign_in_failed' }));
  expect(JSON.stringify(api.logs)).not.toContain(presented.split('.')[2] || presented);
});

test.each([
  { who: 'a removed user', sql: 'update user_account set is_active = false where id = $1' },
  {
    who: 'a user of a deactivated partner',
    sql: 'update partner_account set is_active = false where id = (select reseller_id from user_account where id = $1)',
  },
])('$who: the same answer', async ({ sql }) => {
  const member = await givenMember(api, await givenPartner(api));
  await withoutTriggers(api, sql, [member.id]);

  const { errors } = await enter(await issuer.token({ email: member.email }));

  expect(errors).toMatchObject([
    { message: 'This identity cannot sign in here.', extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('an invited user joins this way, once, and the link is no longer valid', async () => {
  const { id, email } = await givenInvitedMember(api, partner);
  const token = await issuer.token({ email });

  const answers = [await enter(token), await enter(token)];

  expect(answers.map(({ viewer }) => viewer?.id)).toEqual([id, id]);
  expect(await actionsOn(api, id)).toEqual(['user.invited', 'user.joined']);
  await expect(acceptInvitation(api, email)).rejects.toThrow('BAD_USER_INPUT');
});

test('a new key is found at once, and an old one expires', async () => {
  const first = await issuer.rotate('ES256');
  expect((await enter(await issuer.token({ email: ADMIN.email }))).code).toBeUndefined();
  await issuer.rotate('RS256');
  const later = Date.now() + 31_000;
  vi.spyOn(Date, 'now').mockImplementation(() => later);

  expect((await enter(await issuer.token({ email: ADMIN.email }))).code).toBeUndefined();
  expect((await enter(await issuer.token({ email: ADMIN.email }, { signer: first }))).code).toBe('UNAUTHENTICATED');
  expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys', '/keys']);
});

test('made-up keys cause at most one request to the issuer in 30 seconds', async () => {
  await enter(await issuer.token({ email: ADMIN.email }));
  const guess = async () =>
    (await enter(await issuer.token({ email: ADMIN.email }, { header: { kid: `made-up-${Math.random()}` } }))).code;

  expect(await Promise.all([guess(), guess(), guess()])).toEqual(Array(3).fill('UNAUTHENTICATED'));
  expect(issuer.asked.filter((path) => path === '/keys')).toHaveLength(1);

  const later = Date.now() + 31_000;
  vi.spyOn(Date, 'now').mockImplementation(() => later);
  await Promise.all([guess(), guess(), guess()]);
  expect(issuer.asked.filter((path) => path === '/keys')).toHaveLength(2);
});

test.each(['error', 'hang', 'huge', 'redirect', 'other issuer', 'no json'] as const)(
  'a failing issuer (%s): UNAVAILABLE, and later sign-ins succeed',
  async (trouble) => {
    const token = await issuer.token({ email: ADMIN.email });
    issuer.trouble = trouble;

    const { response, code } = await enter(token);

    expect([response.status, code]).toEqual([503, 'UNAVAILABLE']);
    expect(issuer.asked).not.toContain('/elsewhere');
    issuer.trouble = 'none';
    expect((await enter(token)).code).toBeUndefined();
  },
);

test('an unreachable issuer: UNAVAILABLE, but known keys still work', async () => {
  const token = await issuer.token({ email: ADMIN.email });
  await enter(token);
  issuer.trouble = 'error';
  expect((await enter(token)).code).toBeUndefined();

  const later = Date.now() + 11 * 60_000;
  const forever = await issuer.token({ email: ADMIN.email, exp: Math.floor(later / 1000) + 60 });
  vi.spyOn(Date, 'now').mockImplementation(() => later);
  expect((await enter(forever)).code).toBe('UNAVAILABLE');
});

test('the URL of the keys can be configured', async () => {
  const other = await api.startAnother({ ...issuer.environment, OIDC_JWKS_URL: `${issuer.url}/keys` });
  try {
    expect((await enter(await issuer.token({ email: ADMIN.email }), other.url)).code).toBeUndefined();
    expect(issuer.asked).toEqual(['/keys']);
  } finally {
    await other.stop();
  }
});

test('without a configured issuer, every sign-in by identity is refused', async () => {
  expect((await enter(await issuer.token({ email: ADMIN.email }), api.url)).code).toBe('UNAUTHENTICATED');
});

test('runs once per document, and is limited by address', async () => {
  const twice =
    'mutation { a: signInWithIdentity(token: "x") { accessToken } b: signInWithIdentity(token: "y") { accessToken } }';
  expect((await api.post({ query: twice })).status).toBe(400);

  const limited = await api.startAnother({ ...issuer.environment, RATE_LIMIT_SIGN_IN: '2/hour' });
  try {
    const codes = [];
    for (let attempt = 0; attempt < 3; attempt++) codes.push((await enter('no token', limited.url)).code);
    expect(codes).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'RATE_LIMITED']);
  } finally {
    await limited.stop();
  }
});

test('the identity provider does not replace the second factor', async () => {
  const { email, actor } = await givenPartner(api);
  const factor = await givenFactor(api, actor);
  const enterWith = async (code?: string) => {
    const query = `mutation ($token: String!, $code: String) { signInWithIdentity(token: $token, code: $code) { accessToken } }`;
    const response = await postTo(app.url ?? '', { query, variables: { token: await issuer.token({ email }), code } });
    return (await response.json()) as Entered;
  };
  const before = await sessions();

  const [without, wrong] = [await enterWith(), await enterWith('000000')];
  expect(await sessions()).toEqual(before);
  const right = await enterWith(await newCode(api, factor));

  expect(without.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', reason: 'SECOND_FACTOR_REQUIRED' } }]);
  expect(wrong.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', reason: 'SECOND_FACTOR_WRONG' } }]);
  expect(right.errors).toBeUndefined();
});
