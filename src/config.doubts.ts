import { unescape } from 'node:querystring';
import type { Variables } from './config.files.ts';
import { firstHostUrl } from './core/database/hosts/host.urls.ts';
import { passwordProblem } from './identity/account-security/password.rules.ts';

/** Values of docs/operations.md and .env.example, which are public. */
const EXAMPLES = ['owner-secret', 'login-secret', 'replace-this', '00000000-0000', 'a long one of your own'];

/** Hosts that are reserved for documents and tests (RFC 2606), and this machine. */
const NOT_PUBLIC = /(^|[.@])(example(\.(com|net|org))?|test|invalid|localhost)$|^127\.|^\[?::1\]?$/i;

const NEW_SECRET = 'create one with openssl rand -hex 32';

/**
 * Returns what is valid in production, but unsafe or unlikely: a line for each setting, without its value. The start
 * accepts these values, because a running product must not stop for a doubt.
 */
export async function doubtsAbout(given: Variables): Promise<string[]> {
  if (given['NODE_ENV'] !== 'production') return [];
  const secrets = secretsIn(given);
  return [...equalSecrets(secrets), ...(await weakSecrets(secrets)), ...urlDoubts(given), ...uselessSettings(given)];
}

interface Secret {
  name: string;
  value: string;
}

function secretsIn(given: Variables): Secret[] {
  const urls = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'REDIS_URL'];
  const plain = ['ADMIN_PASSWORD', 'POSTMARK_SERVER_TOKEN', 'PRODUCT_API_TOKEN'];
  const secrets = given['CLIENT_APP_SECRET']?.split(',') ?? [];
  const callbacks = given['PRODUCT_CALLBACK_SECRET']?.split(',') ?? [];
  const keys = given['SECRETS_KEYS']?.split(',') ?? [];
  return [
    ...urls.map((name) => ({ name, value: unescape(urlOf(given[name])?.password ?? '') })),
    ...plain.map((name) => ({ name, value: given[name] ?? '' })),
    ...secrets.map((value) => ({ name: 'CLIENT_APP_SECRET', value: value.trim() })),
    ...callbacks.map((value) => ({ name: 'PRODUCT_CALLBACK_SECRET', value: value.trim() })),
    ...keys.map((key) => ({ name: 'SECRETS_KEYS', value: key.slice(key.indexOf(':') + 1) })),
  ].filter(({ value }) => value !== '');
}

/** One that leaks would open the other door too. */
function equalSecrets(secrets: readonly Secret[]): string[] {
  const alike = Array.from(Map.groupBy(secrets, ({ value }) => value).values());
  return alike.flatMap(([first, ...others]) =>
    others.map(({ name }) =>
      name === first?.name
        ? `${name}: has one value twice`
        : `${name}: has the secret of ${first?.name}; create another one`,
    ),
  );
}

async function weakSecrets(secrets: readonly Secret[]): Promise<string[]> {
  const doubts = await Promise.all(
    secrets.map(async ({ name, value }) => {
      if (EXAMPLES.some((example) => value.includes(example)))
        return `${name}: is the example of the documentation; ${NEW_SECRET}`;
      const isGuessed = name !== 'POSTMARK_SERVER_TOKEN' && (await passwordProblem(value, { email: '' })) !== undefined;
      return isGuessed ? `${name}: is easy to guess; ${NEW_SECRET}` : undefined;
    }),
  );
  return doubts.filter((doubt) => doubt !== undefined);
}

function urlDoubts(given: Variables): string[] {
  const { PUBLIC_URL, CLIENT_APP_URL, ALLOWED_ORIGINS, EMAIL_FROM, ADMIN_NOTIFICATION_EMAILS } = given;
  const doubts: string[] = [];
  for (const [name, host] of [
    ['PUBLIC_URL', urlOf(PUBLIC_URL)?.hostname],
    ['CLIENT_APP_URL', urlOf(CLIENT_APP_URL)?.hostname],
    ['EMAIL_FROM', EMAIL_FROM?.replaceAll(/[>\s]/g, '')],
    ...(ADMIN_NOTIFICATION_EMAILS ?? '').split(',').map((address) => ['ADMIN_NOTIFICATION_EMAILS', address.trim()]),
  ]) {
    if (host && NOT_PUBLIC.test(host)) doubts.push(`${name}: has a name for tests or documents; use a public one`);
  }
  const origin = urlOf(PUBLIC_URL)?.origin;
  const origins = ALLOWED_ORIGINS?.split(',').map((each) => each.trim());
  if (origin && origins && !origins.includes(origin)) {
    doubts.push('ALLOWED_ORIGINS: lacks the origin of PUBLIC_URL, so our own pages cannot call the API; add it');
  }
  if (origins?.some((each) => each.startsWith('http:'))) doubts.push('ALLOWED_ORIGINS: has an http origin; use https');
  if (origin && urlOf(CLIENT_APP_URL)?.origin === origin) {
    doubts.push('CLIENT_APP_URL: has the origin of PUBLIC_URL; use the one of the client application');
  }
  return [...doubts, ...databaseDoubts(given)];
}

function databaseDoubts(given: Variables): string[] {
  const [login, owner] = ['DATABASE_URL', 'MIGRATION_DATABASE_URL'].map((name) => urlOf(given[name]));
  if (!login || !owner) return [];
  const doubts: string[] = [];
  if (login.username === owner.username) {
    doubts.push('DATABASE_URL: has the user of MIGRATION_DATABASE_URL; use the login role, which owns nothing');
  }
  if (login.pathname !== owner.pathname) {
    doubts.push('MIGRATION_DATABASE_URL: names another database than DATABASE_URL; use the same');
  }
  return doubts;
}

function uselessSettings(given: Variables): string[] {
  const doubts: string[] = [];
  if ((given['TRUST_PROXY'] ?? '0') === '0') {
    doubts.push(
      'TRUST_PROXY: is 0, so all callers share the limits of the proxy that serves https; set the number of proxies',
    );
  }
  if (given['PROBE_PORT'] && given['WORKER'] !== 'only') doubts.push('PROBE_PORT: has no effect unless WORKER is only');
  if (given['OIDC_JWKS_URL'] && !given['OIDC_ISSUER']) doubts.push('OIDC_JWKS_URL: has no effect without OIDC_ISSUER');
  if (given['POSTMARK_API_URL']) doubts.push('POSTMARK_API_URL: is for tests; remove it');
  return doubts;
}

/** Of several hosts, the first. They share everything else. */
function urlOf(text = ''): URL | undefined {
  const url = firstHostUrl(text);
  return URL.canParse(url) ? new URL(url) : undefined;
}
