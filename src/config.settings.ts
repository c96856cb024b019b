import { z } from 'zod';
import { descriptions, HTTP } from './config.descriptions.ts';
import { productSettings } from './config.product.ts';
import { storageSettings } from './config.storage.ts';
import * as value from './config.values.ts';

/** For the development page only. */
export const DEVELOPMENT_CLIENT_APP_SECRET = 'development-client-app-secret-0000';

const KEY_IN_DATA_DIR = 'If unset, the product creates a key in `DATA_DIR`';

/** A rate limit, as a number of calls in a window: `5/minute`. */
const limit = (policy: string, sets: string) =>
  value.rate
    .prefault(policy)
    .register(descriptions, { sets, allowed: '1 to 999999 per `second`, `minute`, `hour` or `day`' });

/** Every variable that the product reads. `npm run configuration` prints docs/configuration.md from it. */
export const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').register(descriptions, {
    sets: 'The kind of process. `production` has no explorer and no mailbox, and refuses the development defaults. `test` is development without demo data',
    allowed: '`development`, `test`, `production`',
  }),
  DEPLOYMENT: z.enum(['production', 'staging']).default('production').register(descriptions, {
    sets: 'The name of a deployment with `NODE_ENV=production`. `staging` is the same code with the same checks, shows a banner, keeps search engines out, and sends email only to `MAIL_ALLOWLIST`',
    allowed: '`production`, `staging`',
  }),
  PORT: value
    .whole(0, 65_535)
    .prefault('4000')
    .register(descriptions, { sets: 'The port that the API listens on', allowed: '0 (any free port) to 65535' }),
  HOST: z.string().optional().register(descriptions, {
    sets: 'The address that the API listens on. In production the default is `0.0.0.0`: all addresses',
    allowed: 'a local address',
    default: '127.0.0.1',
  }),
  PUBLIC_URL: value.url.optional().register(descriptions, {
    sets: 'The URL at which users reach the product. Links in emails start with it, and access tokens name it as their issuer. The default follows `PORT`',
    allowed: HTTP,
    default: 'http://localhost:4000',
    requiredInProduction: true,
    httpsInProduction: true,
  }),
  DATA_DIR: z.string().default('.data').register(descriptions, {
    sets: 'The folder of uploaded files, unless `S3_BUCKET` is set. In development, also of the embedded PostgreSQL and of generated keys',
    allowed: 'a folder',
  }),
  DATABASE_URL: value.databaseUrl.optional().register(descriptions, {
    sets: 'The database, with the login role of the application. If unset, the product starts an embedded PostgreSQL',
    allowed: '`postgres://user:password@host:port/database`; several hosts as `host:port,host:port`',
    requiredInProduction: true,
    fromFile: true,
  }),
  MIGRATION_DATABASE_URL: value.databaseUrl.optional().register(descriptions, {
    sets: 'The same database, with its owner. For the migrate command. If set for a process, it migrates the database when it starts',
    allowed: 'like `DATABASE_URL`',
    fromFile: true,
  }),
  DATABASE_LISTEN_URL: value.databaseUrl.optional().register(descriptions, {
    sets: 'The database for the one connection by which open pages hear of changes (`LISTEN`). Set it to PostgreSQL itself if `DATABASE_URL` is a pooler. Default: `DATABASE_URL`',
    allowed: 'like `DATABASE_URL`',
    fromFile: true,
  }),
  DATABASE_REPLICA_URLS: value.databaseUrls.optional().register(descriptions, {
    sets: 'Streaming replicas of `DATABASE_URL`, with its login role. Lists, details, statistics, searches and exports are read there if they are up to date, otherwise from the primary. Needs `DATABASE_URL`',
    allowed: 'like `DATABASE_URL`, separated by commas; `%2C` for a comma in a password',
    fromFile: true,
  }),
  DATABASE_POOL_SIZE: value.whole(1, 100).prefault('10').register(descriptions, {
    sets: 'The number of connections that a process keeps for requests, also to each replica. It opens 1 more for its health check, 1 for metrics if there are any, and up to 4 more for its queue if it is a worker, otherwise 1. To each replica, it opens 1 more',
    allowed: '1 to 100',
  }),
  DATABASE_FAST_PATH: value.flag.prefault('true').register(descriptions, {
    sets: 'Whether transactions of known statements are one message each. If `false`, each statement is a round trip',
    allowed: '`true`, `false`',
  }),
  ...storageSettings,
  BACKUP_DIR: value.text.optional().register(descriptions, {
    sets: 'The folder for backups, of this database alone. For `npm run db:backup`, `db:restore` and `db:drill`',
    allowed: 'a folder',
  }),
  BACKUP_KEY: value.characters(32, 200).optional().register(descriptions, {
    sets: 'The passphrase that encrypts and decrypts backups. If unset, backups are not encrypted',
    allowed: '32 to 200 characters',
    fromFile: true,
  }),
  BACKUP_DAYS: value.whole(1, 3_650).prefault('30').register(descriptions, {
    sets: 'The days that a backup is kept. The newest 7 are always kept',
    allowed: '1 to 3650',
  }),
  DEMO_DATA: value.flag.optional().register(descriptions, {
    sets: 'Whether an empty database is filled with demo data. Outside development the default is `false`',
    allowed: '`true`, `false`; not `true` in production',
    default: 'true',
  }),
  ADMIN_EMAIL: value.emailAddress.optional().register(descriptions, {
    sets: 'The email address of the first admin. The product creates this admin if there is none. Needs `ADMIN_PASSWORD`',
    allowed: 'one address',
  }),
  ADMIN_PASSWORD: value.characters(12, 128).optional().register(descriptions, {
    sets: 'The password of the first admin',
    allowed: '12 to 128 characters; in production not easily guessed',
    fromFile: true,
  }),
  ADMIN_NAME: value.personName
    .prefault('Administrator')
    .register(descriptions, { sets: 'The name of the first admin', allowed: '1 to 200 characters' }),
  ADMIN_SECOND_FACTOR: z.enum(['required', 'optional']).optional().register(descriptions, {
    sets: 'Whether admins need two-factor authentication. If `required`, an admin without it can only set it up. In production the default is `required`',
    allowed: '`required`, `optional`',
    default: 'optional',
  }),
  JWT_PRIVATE_KEY: value.privateKey.optional().register(descriptions, {
    sets: `The key that signs access tokens. ${KEY_IN_DATA_DIR}`,
    allowed: 'a private key on the curve P-256 as PEM; line ends may be written as `\\n`',
    requiredInProduction: true,
    fromFile: true,
  }),
  JWT_PUBLIC_KEYS: value.publicKeys.default('').register(descriptions, {
    sets: 'Other keys that verify access tokens, for a rotation',
    allowed: 'public keys as PEM, one after the other',
    fromFile: true,
  }),
  SECRETS_KEYS: value.secretsKeys.optional().register(descriptions, {
    sets: `The keys that encrypt stored secrets and sign links: the first key for new ones, all keys for existing ones. ${KEY_IN_DATA_DIR}`,
    allowed: '`id:base64` of 32 bytes each, separated by commas',
    requiredInProduction: true,
    fromFile: true,
  }),
  OIDC_ISSUER: value.exactUrl.optional().register(descriptions, {
    sets: 'The issuer of the ID tokens that `signInWithIdentity` accepts (OpenID Connect), exactly as in the tokens. Needs `OIDC_AUDIENCE`. If unset, no one can sign in with an identity provider',
    allowed: HTTP,
    httpsInProduction: true,
  }),
  OIDC_AUDIENCE: value.text.optional().register(descriptions, {
    sets: 'The client ID of the product at the identity provider. Needs `OIDC_ISSUER`',
    allowed: 'any text',
  }),
  OIDC_JWKS_URL: value.exactUrl.optional().register(descriptions, {
    sets: 'The URL of the provider’s keys. If unset, discovery finds it',
    allowed: HTTP,
    httpsInProduction: true,
  }),
  CLIENT_APP_URL: value.url
    .refine((address) => !address.includes('#'), 'must have no fragment: the token goes there')
    .optional()
    .register(descriptions, {
      sets: 'The URL of the client application. Access to a client account opens it with a token in the fragment. The default is a development page at `PUBLIC_URL`',
      allowed: `without a fragment; ${HTTP}`,
      default: 'http://localhost:4000/dev/client-access',
      requiredInProduction: true,
      httpsInProduction: true,
    }),
  CLIENT_APP_SECRET: value.sharedSecrets.prefault(DEVELOPMENT_CLIENT_APP_SECRET).register(descriptions, {
    sets: 'The secrets with which the client application can authenticate: the old and the new one during a rotation',
    allowed: '32 to 200 letters, digits, `.`, `-`, `_` or `~` each, separated by commas; in production not the default',
    requiredInProduction: true,
    fromFile: true,
  }),
  ...productSettings,
  SUPPORT_URL: value.contactUrl.optional().register(descriptions, {
    sets: 'The address at which users get help. The user menu links it. If unset, there is no link',
    allowed: '`http`, `https` or `mailto`',
  }),
  ALLOWED_ORIGINS: value.origins.optional().register(descriptions, {
    sets: 'The origins of the web pages that may call the API from a browser. The default is the origin of `PUBLIC_URL`',
    allowed: 'exact origins, separated by commas',
    default: 'http://localhost:4000',
  }),
  TRUST_PROXY: value.whole(0, 10).prefault('0').register(descriptions, {
    sets: 'The number of proxies in front of the product that name the client’s address in `X-Forwarded-For`',
    allowed: '0 to 10',
  }),
  POSTMARK_SERVER_TOKEN: value.text.optional().register(descriptions, {
    sets: 'The Postmark token for sending email. If unset, no email is sent',
    allowed: 'a server token',
    requiredInProduction: true,
    fromFile: true,
  }),
  POSTMARK_API_URL: value.url.optional().register(descriptions, {
    sets: 'Another URL of Postmark’s API, for tests',
    allowed: '`http` or `https`',
  }),
  EMAIL_FROM: value.sender.prefault('ReachGenie Partners <partners@reachgenie.example>').register(descriptions, {
    sets: 'The sender of all email',
    allowed: 'an address, with or without a name',
    requiredInProduction: true,
  }),
  ADMIN_NOTIFICATION_EMAILS: value.emailAddresses.prefault('admin@reachgenie.example').register(descriptions, {
    sets: 'The addresses that get notifications about applications',
    allowed: 'addresses, separated by commas',
    requiredInProduction: true,
  }),
  MAIL_ALLOWLIST: value.emailAllowlist.optional().register(descriptions, {
    sets: 'The only recipients of email in staging. Other emails are held back. If unset, staging sends none',
    allowed: 'addresses and domains such as `@example.com`, separated by commas; only in staging',
  }),
  BLOCKED_NETWORKS: value.networks.optional().register(descriptions, {
    sets: 'Public networks that webhooks must not reach, such as your own. They never reach private ones. Outside of production they also reach `http://localhost`',
    allowed: 'networks such as `192.0.2.0/24` and `2001:db8::/32`, separated by commas',
  }),
  DNS_SERVERS: value.dnsServers.optional().register(descriptions, {
    sets: 'The DNS servers that look up the hosts of webhooks. If unset, those of the system',
    allowed: 'addresses, with or without a port, separated by commas: `192.0.2.1`, `192.0.2.1:53`, `[2001:db8::1]:53`',
  }),
  RETENTION_MONTHS: value.whole(0, 1_200).prefault('24').register(descriptions, {
    sets: 'The months after which rejected and withdrawn applications lose their personal data. `0`: never',
    allowed: '0 to 1200',
  }),
  RATE_LIMIT_SUBMISSIONS: limit('5/minute', 'Applications from one network address'),
  RATE_LIMIT_RECIPIENT: limit('5/hour', 'Emails about submissions and invitations to one mailbox'),
  RATE_LIMIT_INVITATIONS: limit('30/day', 'Invitations that one partner account sends, or the ReachGenie team'),
  RATE_LIMIT_INVITED: limit('5/day', 'Invitations to one mailbox from all accounts'),
  RATE_LIMIT_SIGN_IN: limit('10/minute', 'Sign-ins, accepted invitations and password resets from one network address'),
  RATE_LIMIT_SIGN_IN_PAIR: limit(
    '20/hour',
    'Failed sign-ins to one account from one network address. Beyond that, this address cannot sign in to the account by password for the rest of the hour',
  ),
  RATE_LIMIT_SIGN_IN_FAILURES: limit(
    '100/hour',
    'Failed sign-ins to one account from all addresses. Beyond that, no one can sign in to the account by password for the rest of the hour',
  ),
  RATE_LIMIT_PASSWORD_RESETS: limit(
    '5/day',
    'Password resets for one mailbox from one network address. Further requests get the same answer and no email',
  ),
  RATE_LIMIT_API_KEYS: limit('20/day', 'API keys that one account creates'),
  RATE_LIMIT_API: limit(
    '600/minute',
    'Operations of one signed-in user or API key, and session refreshes from one network address',
  ),
  RATE_LIMIT_STATUS: limit(
    '60/minute',
    'Views and withdrawals of applications by private links, from one network address',
  ),
  RATE_LIMIT_DOCUMENTS: limit(
    '120/minute',
    'GraphQL documents that are new to a process, from one caller or network address. Each process counts for itself',
  ),
  REDIS_URL: value.redisUrl.optional().register(descriptions, {
    sets: 'The Redis in which several processes count calls for these limits together. If unset, or while it fails, each process counts for itself',
    allowed: '`redis://` or `rediss://`',
    fromFile: true,
  }),
  REQUESTS_AT_ONCE: value.whole(1, 10_000).prefault('64').register(descriptions, {
    sets: 'The number of requests that a process handles at the same time. 20 times as many can wait. The process refuses excess requests immediately with 503 and `Retry-After`',
    allowed: '1 to 10000',
  }),
  LONGEST_WAIT: value.whole(1, 60_000).prefault('700').register(descriptions, {
    sets: 'The milliseconds that a request may wait for its turn. After that, the process refuses it with 503 and `Retry-After`',
    allowed: '1 to 60000',
  }),
  REQUEST_DEADLINE: value.whole(100, 600_000).prefault('20000').register(descriptions, {
    sets: 'The milliseconds from the headers of a request to the end of its answer. After that, the process answers 503 with `Retry-After`, and cancels its statements. A download must begin in this time, and is never silent for longer',
    allowed: '100 to 600000',
  }),
  WORKER: z.enum(['on', 'off', 'only']).default('on').register(descriptions, {
    sets: 'The work of the process: `on` serves the API and delivers email, `off` only serves the API, `only` only delivers email',
    allowed: '`on`, `off`, `only`',
  }),
  PROBE_PORT: value.whole(0, 65_535).optional().register(descriptions, {
    sets: 'The port for the health checks of a process that is only a worker (`WORKER=only`), at `HOST`. If unset, such a process opens no port',
    allowed: '0 (any free port) to 65535',
  }),
  METRICS_PORT: value.whole(0, 65_535).optional().register(descriptions, {
    sets: 'The port for `/metrics` in the format of Prometheus, and for the health checks, at `HOST`. It has no access control, so do not publish it. If unset, there are no metrics. If set, the process opens 1 more connection to the database',
    allowed: '0 (any free port) to 65535',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: value.exactUrl.optional().register(descriptions, {
    sets: 'The address of an OpenTelemetry collector, which gets traces by OTLP over HTTP. If unset, there are no traces. Other variables of OpenTelemetry apply too: `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_EXPORTER_OTLP_TIMEOUT`, `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES`',
    allowed: '`http` or `https`',
  }),
  OTEL_TRACES_SAMPLER_ARG: value.share.prefault('1').register(descriptions, {
    sets: 'The share of traces that are sent',
    allowed: '0 to 1, such as `0.05`',
  }),
  SLOW_STATEMENT_MS: value.whole(1, 60_000).prefault('500').register(descriptions, {
    sets: 'The milliseconds from which a SQL statement is logged as slow, without its values',
    allowed: '1 to 60000',
  }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .register(descriptions, {
      sets: 'The least severe level that is logged',
      allowed: '`fatal`, `error`, `warn`, `info`, `debug`, `trace`, `silent`',
    }),
});

/** Names of the settings with this mark. */
export const settingsMarked = (mark: 'requiredInProduction' | 'httpsInProduction' | 'fromFile'): string[] =>
  Object.entries(settings.shape).flatMap(([name, type]) => (descriptions.get(type)?.[mark] ? [name] : []));
