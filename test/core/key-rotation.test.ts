import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkSecret } from '../../src/core/secrets/mailed.link.ts';
import { generateSecretsKeys, Secrets } from '../../src/core/secrets/secrets.ts';
import { generatePrivateKey } from '../../src/identity/tokens/signing.keys.ts';
import { ADMIN, postTo, signIn, useApi, type Actor, type Api } from '../support/api.ts';
import { view } from '../support/given/callers/applicants.ts';
import { givenSubmission } from '../support/given/applications.ts';
import { access, askAsClientApp, INACTIVE } from '../support/given/callers/client-access.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { exportLink } from '../support/given/exports.ts';
import { givenPartner, mailedToken, PASSWORD, type Partner } from '../support/given/partners.ts';
import { givenMember, inviteAdmin, newEmail, type Person } from '../support/given/people.ts';
import { givenFactor, newCode, trySignIn, type Factor } from '../support/given/callers/second-factors.ts';

// The steps of docs/operations.md for all keys at the same time, with a process of each age on one database.

const publicOf = (key: string) => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

const [oldJwt, newJwt] = [generatePrivateKey(), generatePrivateKey()];
const [oldKey, newKey] = [generateSecretsKeys('old'), generateSecretsKeys('new')];
const [oldSecret, newSecret] = ['old-secret-of-the-client-application', 'new-secret-of-the-client-application'];

const AGES = {
  'only the old keys': { jwt: [oldJwt], keys: [oldKey], secrets: [oldSecret] },
  'the new keys added': { jwt: [oldJwt, newJwt], keys: [oldKey, newKey], secrets: [oldSecret, newSecret] },
  'the new keys first': { jwt: [newJwt, oldJwt], keys: [newKey, oldKey], secrets: [newSecret, oldSecret] },
  'only the new keys': { jwt: [newJwt], keys: [newKey], secrets: [newSecret] },
};
type Age = keyof typeof AGES;

const environmentOf = ({ jwt: [signing = '', ...others], keys, secrets }: (typeof AGES)[Age]) => ({
  JWT_PRIVATE_KEY: signing,
  JWT_PUBLIC_KEYS: others.map(publicOf).join(''),
  SECRETS_KEYS: keys.join(','),
  CLIENT_APP_SECRET: secrets.join(','),
  DATABASE_POOL_SIZE: '3',
});

const api = useApi(environmentOf(AGES['only the old keys']));

/** A process, and how the client application calls it. */
interface Process extends Api {
  clientApp: { authorization: string };
}
const processes = {} as Record<Age, Process>;
const stops: (() => Promise<void>)[] = [];
let partner: Partner;
let member: Person;
let clientId: string;
let factor: Factor;

beforeAll(async () => {
  for (const [age, keys] of Object.entries(AGES)) {
    const app = age === 'only the old keys' ? api.app : await api.startAnother(environmentOf(keys));
    if (app !== api.app) stops.push(() => app.stop());
    const url = app.url ?? '';
    const post: Api['post'] = (body, headers) => postTo(url, body, headers);
    const ask = async (actor: Actor | undefined, query: string, variables?: object) => {
      const response = await post({ query, variables }, actor && { authorization: `Bearer ${actor.accessToken}` });
      return response.json();
    };
    const secrets = new Secrets(keys.keys.join(','));
    const clientApp = { authorization: `Bearer ${keys.secrets[0]}` };
    processes[age as Age] = { ...api, url, post, ask, secrets, clientApp };
  }
  partner = await givenPartner(api);
  member = await givenMember(api, partner);
  clientId = (await givenClient(api, partner.actor)).id;
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** Things that a process issues, and whether another one accepts it. */
type Kind = (issuer: Process) => Promise<(other: Process) => Promise<boolean>>;

const signedIn = async (by: Process): Promise<{ actor: Actor; cookie: string }> => {
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }';
  const response = await by.post({ query, variables: { email: member.email, password: PASSWORD } });
  const { data } = (await response.json()) as { data: { signIn: Actor } };
  return { actor: data.signIn, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
};

/** A link as a worker of this age renders it. */
async function mailedLink({ rows, secrets }: Process, purpose: string): Promise<string> {
  const [token] = await rows(
    `insert into user_token (id, user_id, purpose, expires_at, created_at)
     values (gen_random_uuid(), $1, $2, now() + interval '1 hour', now()) returning id`,
    [member.id, purpose],
  );
  return linkSecret(secrets, purpose, String(token?.['id']));
}

const works = async (other: Process, query: string, variables: object, actor?: Actor): Promise<boolean> =>
  (await other.ask(actor, query, variables)).errors === undefined;

const KINDS: Record<string, Kind> = {
  'an applicant’s link': async (issuer) => {
    const { token } = await givenSubmission(issuer);
    return async (other) => (await view(other, token)).data?.applicationStatus?.status === 'PENDING';
  },
  'an invitation': async (issuer) => {
    const email = newEmail();
    await inviteAdmin(issuer, await signIn(issuer, ADMIN), { email });
    const token = await mailedToken(issuer, email, 'user.invited');
    const accept =
      'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, name: "Ann", password: $password) { accessToken } }';
    return (other) => works(other, accept, { token, password: PASSWORD });
  },
  'a link that resets a password': async (issuer) => {
    const token = await mailedLink(issuer, 'PASSWORD_RESET');
    const reset =
      'mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }';
    return (other) => works(other, reset, { token, password: PASSWORD });
  },
  'a link to sign in': async (issuer) => {
    const token = await mailedLink(issuer, 'SIGN_IN');
    return (other) =>
      works(other, 'mutation ($token: String!) { signInWithLink(token: $token) { accessToken } }', { token });
  },
  'a link of an export': async (issuer) => {
    const { search, pathname } = new URL(await exportLink(issuer, {}, await signIn(issuer, ADMIN)));
    return async (other) => (await fetch(other.url + pathname + search)).status === 200;
  },
  'a session in a browser': async (issuer) => {
    const { cookie } = await signedIn(issuer);
    return async (other) => {
      const response = await other.post({ query: 'mutation { refreshSession { accessToken } }' }, { cookie });
      return !(await response.text()).includes('errors');
    };
  },
  'the ID of a session': async (issuer) => {
    await signedIn(issuer);
    const { actor } = await signedIn(issuer);
    const { data } = await issuer.ask<{ sessions: { id: string; isCurrent: boolean }[] }>(
      actor,
      '{ sessions { id isCurrent } }',
    );
    const id = data?.sessions.find(({ isCurrent }) => !isCurrent)?.id;
    return async (other) =>
      works(other, 'mutation ($id: ID!) { endSession(id: $id) }', { id }, (await signedIn(other)).actor);
  },
  'an access token': async (issuer) => {
    const { actor } = await signedIn(issuer);
    return (other) => works(other, '{ viewer { id } }', {}, actor);
  },
  'a token for the client application, and its secret': async (issuer) => {
    const { data } = await access(issuer, (await signedIn(issuer)).actor, clientId);
    const token = data?.accessClientAccount.accessToken ?? '';
    return async (other) => {
      const response = await askAsClientApp(other, 'introspect', { token }, issuer.clientApp);
      const answer: unknown = await response.json();
      return response.status === 200 && JSON.stringify(answer) !== JSON.stringify(INACTIVE);
    };
  },
};

/** Whether a process accepts what another one has just issued. */
const accepts = async (kind: Kind, issuer: Age, other: Age) => (await kind(processes[issuer]))(processes[other]);

/** Processes that run at the same time in a step. */
const TOGETHER: [Age, Age][] = [
  ['only the old keys', 'the new keys added'],
  ['the new keys added', 'the new keys first'],
  ['the new keys first', 'only the new keys'],
];

describe.each(TOGETHER)('a process with %s, and one with %s', (first, second) => {
  test.each(Object.entries(KINDS))('agree on %s', async (_, kind) => {
    expect(await accepts(kind, first, second)).toBe(true);
    expect(await accepts(kind, second, first)).toBe(true);
  });
});

describe('from before the rotation', () => {
  test.each(Object.entries(KINDS))('%s works until the last step', async (_, kind) => {
    expect(await accepts(kind, 'only the old keys', 'the new keys first')).toBe(true);
    expect(await accepts(kind, 'only the old keys', 'only the new keys')).toBe(false);
  });
});

test('a second factor is read by all processes, and by the last one once a worker has encrypted it again', async () => {
  const user = await givenMember(api, partner);
  factor = await givenFactor(api, user.actor);
  const signsInAt = async (age: Age) => {
    const code = await newCode(api, factor);
    const { errors } = await trySignIn(processes[age], { email: user.email, password: PASSWORD, code });
    return errors === undefined;
  };

  expect(await signsInAt('the new keys added')).toBe(true);
  expect(await signsInAt('the new keys first')).toBe(true);
  const worker = await api.startAnother({ ...environmentOf(AGES['the new keys first']), WORKER: 'only' });
  stops.push(() => worker.stop());
  await expect.poll(() => signsInAt('only the new keys'), { timeout: 10_000 }).toBe(true);
  expect(await signsInAt('the new keys added')).toBe(true);
});
