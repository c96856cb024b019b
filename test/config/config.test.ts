import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { generatePrivateKey } from '../../src/identity/tokens/signing.keys.ts';
import { DEFAULTS } from './default.settings.ts';

const problemsOf = (environment: Record<string, string | undefined>): string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message.split('\n');
  }
};

const pem = { type: 'spki', format: 'pem' } as const;
const p256 = generatePrivateKey();
const p256Public = createPublicKey(p256).export(pem).toString();
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });

test('uses the development defaults without variables', () => {
  expect(readConfig({})).toEqual(DEFAULTS);
});

test('treats empty and blank variables as unset', () => {
  const names = [
    'NODE_ENV',
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'DATABASE_URL',
    'TRUST_PROXY',
    'RATE_LIMIT_API',
    'REDIS_URL',
    'JWT_PUBLIC_KEYS',
    'ADMIN_PASSWORD',
    'LOG_LEVEL',
  ];

  expect(readConfig(Object.fromEntries(names.map((name) => [name, '']))).port).toBe(4000);
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ' \t'])))).toEqual(DEFAULTS);
});

test('ignores the variables of other programs', () => {
  expect(readConfig({ HOME: '/root', npm_config_x: 'y', port: '1' })).toEqual(DEFAULTS);
});

test.each<[Record<string, string>, object]>([
  [{ PORT: '8080' }, { port: 8080, publicUrl: 'http://localhost:8080', allowedOrigins: ['http://localhost:8080'] }],
  [{ PUBLIC_URL: 'https://a.example/' }, { publicUrl: 'https://a.example', allowedOrigins: ['https://a.example'] }],
  [
    { PUBLIC_URL: 'https://a.example/app//' },
    { publicUrl: 'https://a.example/app', allowedOrigins: ['https://a.example'] },
  ],
  [
    { ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443' },
    { allowedOrigins: ['https://a.example', 'https://b.example:8443'] },
  ],
  [{ SUPPORT_URL: 'mailto:help@a.example' }, { supportUrl: 'mailto:help@a.example' }],
  [{ NODE_ENV: 'test' }, { demoData: false }],
  [{ NODE_ENV: 'test', DEMO_DATA: 'true' }, { demoData: true }],
  [{ DEMO_DATA: 'false' }, { demoData: false }],
  [{ WORKER: 'off' }, { api: true, worker: false }],
  [{ WORKER: 'only' }, { api: false, worker: true }],
  [{ TRUST_PROXY: '2' }, { trustedProxies: 2 }],
  [
    { METRICS_PORT: '9464', SLOW_STATEMENT_MS: '100' },
    { metricsPort: 9464, slowStatement: 100 },
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_TRACES_SAMPLER_ARG: '0.05' },
    { traces: { ratio: 0.05 } },
  ],
  [{ HOST: '::' }, { host: '::' }],
  [
    { ADMIN_EMAIL: 'Ada@Example.com', ADMIN_PASSWORD: 'correct horse' },
    { firstAdmin: { email: 'ada@example.com', password: 'correct horse', name: 'Administrator' } },
  ],
  [
    { ADMIN_NOTIFICATION_EMAILS: 'A@b.co , c@d.co' },
    { email: { ...DEFAULTS.email, adminRecipients: ['a@b.co', 'c@d.co'] } },
  ],
  [
    { ADMIN_NOTIFICATION_EMAILS: 'a@b.co,<A+x@B.co>,c@b\u00fccher.example' },
    { email: { ...DEFAULTS.email, adminRecipients: ['a@b.co', 'c@xn--bcher-kva.example'] } },
  ],
  [{ EMAIL_FROM: 'partners@b.co' }, { email: { ...DEFAULTS.email, from: 'partners@b.co' } }],
  [{ POSTMARK_SERVER_TOKEN: 'x' }, { email: { ...DEFAULTS.email, postmark: { token: 'x', apiUrl: undefined } } }],
  [{ RATE_LIMIT_SIGN_IN: '3/second' }, { rateLimits: { ...DEFAULTS.rateLimits, signIn: { max: 3, windowMs: 1_000 } } }],
  [
    { DATABASE_URL: 'postgres://a@b/c', DATABASE_REPLICA_URLS: 'postgres://a@d/c , postgres://a@e/c' },
    {
      database: {
        ...DEFAULTS.database,
        url: 'postgres://a@b/c',
        replicaUrls: ['postgres://a@d/c', 'postgres://a@e/c'],
      },
    },
  ],
  [
    { BLOCKED_NETWORKS: '192.0.2.0/24, 2001:db8::/32', DNS_SERVERS: '192.0.2.1, [2001:db8::1]:5353' },
    {
      outbound: {
        ...DEFAULTS.outbound,
        blockedNetworks: ['192.0.2.0/24', '2001:db8::/32'],
        dnsServers: ['192.0.2.1', '[2001:db8::1]:5353'],
      },
    },
  ],
  [{ REDIS_URL: 'rediss://:secret@cache.example:6380/1' }, { redisUrl: 'rediss://:secret@cache.example:6380/1' }],
])('accepts %j', (environment, expected) => {
  expect(readConfig(environment)).toMatchObject(expected);
});

test.each<[string, (keys: string) => string]>([
  ['as they are', (keys) => keys],
  ['with their line ends as \\n', (keys) => keys.replaceAll('\n', '\\n')],
])('accepts keys %s', (_, written) => {
  const privateKey = written(p256);
  const publicKeys = written(`${p256Public}\n${createPublicKey(generatePrivateKey()).export(pem).toString()}`);

  expect(readConfig({ JWT_PRIVATE_KEY: privateKey, JWT_PUBLIC_KEYS: publicKeys }).jwt).toEqual({
    privateKey,
    publicKeys,
  });
});

describe('an invalid value is reported with its variable and the allowed values, and is not repeated', () => {
  const PORTS = 'must be a whole number from 0 to 65535';
  const PROXIES = 'must be a whole number from 0 to 10';
  const POOL = 'must be a whole number from 1 to 100';
  const AT_ONCE = 'must be a whole number from 1 to 10000';
  const REQUEST_DEADLINE = 'must be a whole number from 100 to 600000';
  const LONGEST_WAIT = 'must be a whole number from 1 to 60000';
  const HTTP = 'must be an http or https address';
  const POSTGRES = 'must be postgres://user:password@host:port/database';
  const ORIGINS = 'must be exact origins such as https://admin.example.com, joined by commas';
  const FROM = 'must be an email address, with or without a name: ReachGenie Partners <partners@example.com>';
  const EMAILS = 'must be email addresses, joined by commas';
  const NETWORKS = 'must be networks such as 192.0.2.0/24 and 2001:db8::/32, joined by commas';
  const SERVERS = 'must be addresses, with or without a port, joined by commas';
  const RATE = 'must be a number from 1 to 999999 per second, minute, hour or day, such as 5/minute';
  const REDIS = 'must be redis://host:port or rediss://host:port';

  test.each<[string, string, string | RegExp]>([
    ['NODE_ENV', 'prod', /"development"\|"test"\|"production"/],
    ['NODE_ENV', 'Production', /"development"\|"test"\|"production"/],
    ['PORT', 'http', PORTS],
    ['PORT', '65536', PORTS],
    ['PORT', '-1', PORTS],
    ['PORT', '80.5', PORTS],
    ['PORT', '0x50', PORTS],
    ['PORT', '1e3', PORTS],
    ['PUBLIC_URL', 'partners.example.com', HTTP],
    ['PUBLIC_URL', 'ftp://partners.example.com', HTTP],
    ['DATABASE_URL', 'mysql://a:b@c/d', POSTGRES],
    ['MIGRATION_DATABASE_URL', 'c/d', POSTGRES],
    ['DATABASE_POOL_SIZE', '0', POOL],
    ['DATABASE_POOL_SIZE', '101', POOL],
    ['DEMO_DATA', 'yes', /"true"\|"false"/],
    ['ADMIN_SECOND_FACTOR', 'yes', /"required"\|"optional"/],
    ['ADMIN_NAME', 'x'.repeat(201), 'must have 1 to 200 characters'],
    ['ALLOWED_ORIGINS', '*', ORIGINS],
    ['ALLOWED_ORIGINS', 'null', ORIGINS],
    ['ALLOWED_ORIGINS', 'https://a.example/', ORIGINS],
    ['ALLOWED_ORIGINS', 'https://a.example,', ORIGINS],
    ['ALLOWED_ORIGINS', 'https://*.example.com', ORIGINS],
    ['TRUST_PROXY', 'true', PROXIES],
    ['TRUST_PROXY', '11', PROXIES],
    ['TRUST_PROXY', '10.0.0.0/8', PROXIES],
    ['POSTMARK_API_URL', 'api.postmarkapp.com', HTTP],
    ['EMAIL_FROM', 'ReachGenie', FROM],
    ['EMAIL_FROM', 'a@b.co\r\nBcc: c@d.co', FROM],
    ['EMAIL_FROM', 'A <a@b.co> <c@d.co>', FROM],
    ['ADMIN_NOTIFICATION_EMAILS', 'a@b.co,nobody', EMAILS],
    ['ADMIN_NOTIFICATION_EMAILS', 'a@b.co,', EMAILS],
    ['BLOCKED_NETWORKS', '192.0.2.0', NETWORKS],
    ['BLOCKED_NETWORKS', '192.0.2.0/24,', NETWORKS],
    ['BLOCKED_NETWORKS', '192.0.2.0/33', NETWORKS],
    ['DNS_SERVERS', 'dns.example', SERVERS],
    ['DNS_SERVERS', '192.0.2.1,', SERVERS],
    ['RATE_LIMIT_SUBMISSIONS', '5', RATE],
    ['RATE_LIMIT_RECIPIENT', '5/week', RATE],
    ['RATE_LIMIT_SIGN_IN', '0/minute', RATE],
    ['RATE_LIMIT_API', 'none', RATE],
    ['REDIS_URL', 'localhost:6379', REDIS],
    ['REDIS_URL', 'http://:secret-secret@localhost', REDIS],
    ['REQUESTS_AT_ONCE', '0', AT_ONCE],
    ['REQUESTS_AT_ONCE', '10001', AT_ONCE],
    ['LONGEST_WAIT', '0', LONGEST_WAIT],
    ['LONGEST_WAIT', '1.5', LONGEST_WAIT],
    ['LONGEST_WAIT', '60001', LONGEST_WAIT],
    ['REQUEST_DEADLINE', '99', REQUEST_DEADLINE],
    ['REQUEST_DEADLINE', '600001', REQUEST_DEADLINE],
    ['WORKER', 'true', /"on"\|"off"\|"only"/],
    ['LOG_LEVEL', 'verbose', /"info"/],
    ['METRICS_PORT', '65536', /0 to 65535/],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', /http or https/],
    ['OTEL_TRACES_SAMPLER_ARG', '2', /0 to 1/],
    ['SLOW_STATEMENT_MS', '0', /1 to 60000/],
  ])('%s=%j', (name, value, allowed) => {
    const problems = problemsOf({ [name]: value });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(typeof allowed === 'string' ? `${name}: ${allowed}` : allowed);
    expect(problems[0]?.startsWith(`${name}: `)).toBe(true);
    expect(problems[0]).not.toContain('secret');
  });

  test.each([
    ['JWT_PRIVATE_KEY', 'no key', 'secret-secret'],
    ['JWT_PRIVATE_KEY', 'a public key', p256Public],
    ['JWT_PRIVATE_KEY', 'a key on another curve', p384.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['JWT_PUBLIC_KEYS', 'no key', 'secret-secret'],
    ['JWT_PUBLIC_KEYS', 'a private key', p256],
    ['JWT_PUBLIC_KEYS', 'a key and something else', `${p256Public}secret-secret`],
    ['JWT_PUBLIC_KEYS', 'a key on another curve', p384.publicKey.export(pem).toString()],
    ['JWT_PUBLIC_KEYS', 'a key with a mistake', p256Public.replace(/\w{20}/, 'secret-secret')],
  ])('%s, %s', (name, _, value) => {
    const kind = name === 'JWT_PRIVATE_KEY' ? 'a private key' : 'public keys';

    const [problem, ...others] = problemsOf({ [name]: value });

    expect(problem).toMatch(new RegExp(`^${name}: must be ${kind} on the curve P-256, as PEM`));
    expect(problem).not.toContain('secret');
    expect(others).toEqual([]);
  });

  const BYTES = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I=';
  test.each([
    ['no ID', BYTES],
    ['31 bytes', `k1:${BYTES.replace('cjI=', 'cg==')}`.replace('I=', '==')],
    ['33 bytes', `k1:${BYTES.slice(0, -1)}y`],
    ['an id with a dot', `k.1:${BYTES}`],
    ['an id twice', `k1:${BYTES},k1:${BYTES}`],
    ['an empty key', `k1:${BYTES},`],
  ])('SECRETS_KEYS, %s', (_, keys) => {
    expect(problemsOf({ SECRETS_KEYS: keys })).toEqual([
      'SECRETS_KEYS: must be id:base64 of 32 bytes, joined by commas, each id once',
    ]);
  });

  test.each([
    ['ADMIN_PASSWORD', { ADMIN_EMAIL: 'a@b.co', ADMIN_PASSWORD: 'eleven char' }, 'must have 12 to 128 characters'],
    ['ADMIN_PASSWORD', { ADMIN_EMAIL: 'a@b.co', ADMIN_PASSWORD: 'x'.repeat(129) }, 'must have 12 to 128 characters'],
    ['ADMIN_PASSWORD', { ADMIN_EMAIL: 'a@b.co' }, 'must be set if ADMIN_EMAIL is'],
    ['ADMIN_EMAIL', { ADMIN_PASSWORD: 'correct horse' }, 'must be set if ADMIN_PASSWORD is'],
    ['DATABASE_REPLICA_URLS', { DATABASE_URL: 'postgres://a@b/c', DATABASE_REPLICA_URLS: 'a@b/c,' }, POSTGRES],
    ['DATABASE_URL', { DATABASE_REPLICA_URLS: 'postgres://a@b/c' }, 'must be set if DATABASE_REPLICA_URLS is'],
    ['ADMIN_EMAIL', { ADMIN_EMAIL: 'ada', ADMIN_PASSWORD: 'correct horse' }, 'must be an email address'],
  ])('%s: %j', (name, environment, problem) => {
    expect(problemsOf(environment)).toEqual([`${name}: ${problem}`]);
  });

  test('all at once', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      PORT: 'x',
      PUBLIC_URL: 'http://a.example',
      TRUST_PROXY: '-1',
      WORKER: 'no',
    });

    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'ADMIN_NOTIFICATION_EMAILS',
      'CLIENT_APP_SECRET',
      'CLIENT_APP_URL',
      'DATABASE_URL',
      'EMAIL_FROM',
      'JWT_PRIVATE_KEY',
      'PORT',
      'POSTMARK_SERVER_TOKEN',
      'PUBLIC_URL',
      'SECRETS_KEYS',
      'TRUST_PROXY',
      'WORKER',
    ]);
  });
});
