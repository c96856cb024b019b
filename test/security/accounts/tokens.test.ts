import { once } from 'node:events';
import {
  createHash,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
  type SignKeyObjectInput,
} from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { generatePrivateKey } from '../../../src/identity/tokens/signing.keys.ts';
import { ADMIN, postTo, signIn, useApi, type GraphQLProblem } from '../../support/api.ts';
import { givenPartner, mailedToken } from '../../support/given/partners.ts';
import { givenInvitedMember } from '../../support/given/people.ts';

const api = useApi();

type Part = Record<string, unknown>;
type Signer = (data: string) => string;

const VIEWER = '{ viewer { email } }';
const SIGNED_IN = { status: 200, viewer: { email: ADMIN.email }, codes: undefined };
const REFUSED = { status: 200, viewer: undefined, codes: ['UNAUTHENTICATED'] };

async function viewerWith(authorization: string, url = api.url) {
  const response = await postTo(url, { query: VIEWER }, { authorization });
  const { data, errors } = (await response.json()) as { data?: { viewer: unknown } | null; errors?: GraphQLProblem[] };
  const codes = errors?.map(({ extensions }) => extensions.code);
  return { status: response.status, viewer: data?.viewer, codes };
}

const encoded = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const decoded = (part = ''): Part => JSON.parse(Buffer.from(part, 'base64url').toString()) as Part;

const byKey =
  (
    key: SignKeyObjectInput['key'] | string,
    digest = 'sha256',
    options: object = { dsaEncoding: 'ieee-p1363' },
  ): Signer =>
  (data) =>
    sign(digest, Buffer.from(data), { key: key as KeyObject, ...options }).toString('base64url');
const bySecret =
  (secret: string | Buffer): Signer =>
  (data) =>
    createHmac('sha256', secret).update(data).digest('base64url');
const unsigned: Signer = () => '';

/** The admin's own token with the changes of a case, signed with the API's key by default. */
function forged(header: Part = {}, claims: Part = {}, signer: Signer = byKey(api.privateKey)): string {
  const [goodHeader, goodClaims] = api.admin.accessToken.split('.');
  const data = `${encoded({ ...decoded(goodHeader), ...header })}.${encoded({ ...decoded(goodClaims), ...claims })}`;
  return `${data}.${signer(data)}`;
}

const publicPem = () => createPublicKey(api.privateKey).export({ type: 'spki', format: 'pem' }).toString();
const publicPemOf = (privateKey: string) =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
const publicDer = () => createPublicKey(api.privateKey).export({ type: 'spki', format: 'der' });
const { privateKey: rsaKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey: p384Key } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const { privateKey: strangerKey, publicKey: strangerPublicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const seconds = () => Math.floor(Date.now() / 1_000);

/** RFC 7638. */
function kidOf(key: KeyObject): string {
  const { crv, kty, x, y } = key.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

test('a token built like those of these tests is valid', async () => {
  expect(await viewerWith(`Bearer ${forged()}`)).toEqual(SIGNED_IN);
  expect(await viewerWith(`bearer ${api.admin.accessToken}`)).toEqual(SIGNED_IN);
});

describe('A1: an algorithm other than ours', () => {
  test.each<[string, () => string]>([
    ['none', () => forged({ alg: 'none' }, {}, unsigned)],
    ['nOnE', () => forged({ alg: 'nOnE' }, {}, unsigned)],
    ['none, with our signature', () => forged({ alg: 'none' })],
    ['ours, without a signature', () => forged({}, {}, unsigned)],
    ['HS256, by the public key as PEM', () => forged({ alg: 'HS256' }, {}, bySecret(publicPem()))],
    ['HS256, by the public key as trimmed PEM', () => forged({ alg: 'HS256' }, {}, bySecret(publicPem().trim()))],
    ['HS256, by the public key as DER', () => forged({ alg: 'HS256' }, {}, bySecret(publicDer()))],
    ['HS256, by an empty key', () => forged({ alg: 'HS256' }, {}, bySecret(''))],
    ['RS256', () => forged({ alg: 'RS256' }, {}, byKey(rsaKey, 'sha256', {}))],
    ['ES384', () => forged({ alg: 'ES384' }, {}, byKey(p384Key, 'sha384'))],
    ['ES384, by our key', () => forged({ alg: 'ES384' }, {}, byKey(api.privateKey, 'sha384'))],
    ['ES256, by the key of a stranger', () => forged({}, {}, byKey(strangerKey))],
    ['missing', () => forged({ alg: undefined })],
  ])('%s: refused', async (_, token) => {
    expect(await viewerWith(`Bearer ${token()}`)).toEqual(REFUSED);
  });
});

describe('A2: our signature on another kind of token', () => {
  test.each<[string, () => string]>([
    ['without exp', () => forged({}, { exp: undefined })],
    ['exp as text', () => forged({}, { exp: '9999999999' })],
    ['expired', () => forged({}, { exp: seconds() - 1 })],
    ['not valid yet', () => forged({}, { nbf: seconds() + 60 })],
    ['of another issuer', () => forged({}, { iss: 'https://evil.example' })],
    ['of an issuer with our URL as its start', () => forged({}, { iss: 'http://localhost:4000.evil.example' })],
    ['without an issuer', () => forged({}, { iss: undefined })],
    ['for another audience', () => forged({}, { aud: 'reachgenie-clients' })],
    ['for several others', () => forged({}, { aud: ['reachgenie-clients', 'reachgenie'] })],
    ['without an audience', () => forged({}, { aud: undefined })],
    ['of no type', () => forged({ typ: undefined })],
    ['a plain JWT', () => forged({ typ: 'JWT' })],
    ['an invitation', () => forged({ typ: 'invitation+jwt' })],
    ['for access to a client', () => forged({ typ: 'client-access+jwt' })],
  ])('%s: refused', async (_, token) => {
    expect(await viewerWith(`Bearer ${token()}`)).toEqual(REFUSED);
  });

  test('the link of an invitation is refused', async () => {
    const { email } = await givenInvitedMember(api, await givenPartner(api));
    const token = await mailedToken(api, email, 'user.invited');

    expect(await viewerWith(`Bearer ${token}`)).toEqual(REFUSED);
  });

  test('a refresh token is refused', async () => {
    const response = await api.post({
      query: `mutation { signIn(email: "${ADMIN.email}", password: "${ADMIN.password}") { accessToken } }`,
    });
    const [, refreshToken] = /reachgenie_refresh=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? [];

    expect(refreshToken).toMatch(/^[\w-]+\.1\.[\w-]+$/);
    expect(await viewerWith(`Bearer ${refreshToken}`)).toEqual(REFUSED);
  });
});

describe('A3: a header that names a key', () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [{ ...strangerPublicKey.export({ format: 'jwk' }), alg: 'ES256' }] }));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());
  const elsewhere = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys.json`;
  const stranger = (header: Part, kid?: unknown) =>
    forged(kid === undefined ? header : { ...header, kid }, {}, byKey(strangerKey));

  test.each<[string, () => string]>([
    ['jwk', () => stranger({ jwk: strangerPublicKey.export({ format: 'jwk' }) })],
    ['jwk and its kid', () => stranger({ jwk: strangerPublicKey.export({ format: 'jwk' }) }, kidOf(strangerPublicKey))],
    ['jku', () => stranger({ jku: elsewhere() })],
    ['jku and its kid', () => stranger({ jku: elsewhere() }, kidOf(strangerPublicKey))],
    ['x5u', () => stranger({ x5u: elsewhere() })],
    ['kid: an address', () => stranger({}, elsewhere())],
    [
      'kid: a path, with the file’s content as the key',
      () => forged({ alg: 'HS256', kid: '/dev/null' }, {}, bySecret('')),
    ],
    ['kid: a path out of a folder', () => stranger({}, '../../../../../proc/sys/kernel/randomize_va_space')],
    ['kid: SQL', () => stranger({}, "x' union select 'secret' --")],
    ['kid: __proto__', () => stranger({}, '__proto__')],
    ['kid: constructor', () => stranger({}, 'constructor')],
    ['kid: a list', () => forged({ kid: [decoded(api.admin.accessToken.split('.')[0])['kid']] })],
    ['kid: empty', () => forged({ kid: '' })],
    ['kid: unknown, with our signature', () => forged({ kid: kidOf(strangerPublicKey) })],
    ['kid: none', () => forged({ kid: undefined })],
    ['kid: null', () => forged({ kid: null })],
  ])('%s: refused', async (_, token) => {
    expect(await viewerWith(`Bearer ${token()}`)).toEqual(REFUSED);
    expect(asked).toEqual([]);
  });
});

describe('a token after 15 minutes', () => {
  afterEach(() => void vi.useRealTimers());

  test('is refused, although its signature was verified before', async () => {
    const { accessToken } = await signIn(api, ADMIN);
    expect(await viewerWith(`Bearer ${accessToken}`)).toEqual(SIGNED_IN);

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60 * 1_000 });

    expect(await viewerWith(`Bearer ${accessToken}`)).toEqual(REFUSED);
  });
});

describe('a modified token', () => {
  test('of another user is refused', async () => {
    const [header = '', claims, signature = ''] = api.admin.accessToken.split('.');
    const promoted = encoded({ ...decoded(claims), sub: '01234567-89ab-7def-8123-456789abcdef' });

    expect(await viewerWith(`Bearer ${header}.${promoted}.${signature}`)).toEqual(REFUSED);
  });

  test.each(['header', 'claims', 'signature'])('one character of the %s: refused', async (part) => {
    const parts = api.admin.accessToken.split('.');
    const index = ['header', 'claims', 'signature'].indexOf(part);
    const changed = parts.map((text, at) => (at === index ? `${text[0] === 'A' ? 'B' : 'A'}${text.slice(1)}` : text));

    expect(await viewerWith(`Bearer ${changed.join('.')}`)).toEqual(REFUSED);
  });
});

test.each<[string, () => string]>([
  ['no token', () => 'Bearer'],
  ['no scheme', () => api.admin.accessToken],
  ['another scheme', () => `Basic ${api.admin.accessToken}`],
  ['Bearer twice', () => `Bearer Bearer ${api.admin.accessToken}`],
  ['two tokens', () => `Bearer ${api.admin.accessToken} ${api.admin.accessToken}`],
  ['two tokens and a comma', () => `Bearer ${api.admin.accessToken}, Bearer ${api.admin.accessToken}`],
  ['a token and more', () => `Bearer ${api.admin.accessToken};x`],
  ['12,000 characters', () => `Bearer ${'a'.repeat(12_000)}`],
  ['6,000 dots', () => `Bearer ${'.'.repeat(6_000)}`],
  ['beyond ASCII', () => `Bearer \u00e9\u00ff.\u00a0.\u00e9`],
  ['one part', () => 'Bearer abc'],
  ['JSON that is no object', () => `Bearer ${encoded('5')}.${encoded('[]')}.x`],
  ['a header that is no JSON', () => `Bearer ${encoded('{')}.${encoded('{}')}.x`],
  ['claims that are no JSON', () => `Bearer ${forged({ typ: 'JWT' }).replace(/\.[^.]+\./, `.${encoded('{')}.`)}`],
  ['claims that are not an object', () => `Bearer ${forged().replace(/\.[^.]+\./, '..')}`],
])('garbage, %s: refused like a missing token', async (_, authorization) => {
  expect(await viewerWith(authorization())).toEqual(REFUSED);
});

describe('after a change of the key', () => {
  const oldKey = generatePrivateKey();
  const oldKid = kidOf(createPublicKey(oldKey));
  const oldToken = () => forged({ kid: oldKid }, {}, byKey(oldKey));
  const servers: { stop(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });

  async function startWith(publicKeys: string): Promise<string> {
    const another = await api.startAnother({ JWT_PUBLIC_KEYS: publicKeys });
    servers.push(another);
    return another.url ?? '';
  }

  test('old and new tokens are valid if JWT_PUBLIC_KEYS has the old public key', async () => {
    const url = await startWith(publicPemOf(oldKey));

    expect(await viewerWith(`Bearer ${oldToken()}`, url)).toEqual(SIGNED_IN);
    expect(await viewerWith(`Bearer ${api.admin.accessToken}`, url)).toEqual(SIGNED_IN);
  });

  test('accepts several keys with line ends as in an environment file', async () => {
    const keys = publicPemOf(generatePrivateKey()) + publicPemOf(oldKey);
    const url = await startWith(keys.replaceAll('\n', '\\n'));

    expect(await viewerWith(`Bearer ${oldToken()}`, url)).toEqual(SIGNED_IN);
  });

  test('a valid key under the name of another is refused', async () => {
    const url = await startWith(publicPemOf(oldKey));

    expect(await viewerWith(`Bearer ${forged({ kid: oldKid })}`, url)).toEqual(REFUSED);
    expect(await viewerWith(`Bearer ${forged({}, {}, byKey(oldKey))}`, url)).toEqual(REFUSED);
  });

  test('old tokens are refused without the old public key', async () => {
    expect(await viewerWith(`Bearer ${oldToken()}`)).toEqual(REFUSED);
  });
});
