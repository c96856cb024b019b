import { z } from 'zod';
import { isEmailAddress, mailboxOf, tidyAddress } from './core/mailbox.ts';
import { parseRatePolicy } from './core/rate.policy.ts';
import { Secrets } from './core/secrets.ts';
import { tidyLine } from './core/text.tidy.ts';
import { readPublicKeys, readSigningKeys } from './identity/signing.keys.ts';

const whole = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((number) => number >= min && number <= max, message);
};
const characters = (min: number, max: number) =>
  z.string().refine(({ length }) => length >= min && length <= max, `must have ${min} to ${max} characters`);
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((address) => address.replace(/\/+$/, ''));
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be postgres://user:password@host:port/database',
});
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const address = z.string().transform(tidyAddress).refine(isEmailAddress, 'must be an e-mail address');
/** Each mailbox once. */
const addresses = z
  .string()
  .transform((list) =>
    Array.from(Map.groupBy(list.split(',').map(tidyAddress), mailboxOf).values(), ([first = '']) => first),
  )
  .refine((parts) => parts.every(isEmailAddress), 'must be e-mail addresses, joined by commas');
const sender = z
  .string()
  .refine(
    (from) => z.email().safeParse(/^[^<>]*<([^<>]+)>$/.exec(from)?.[1] ?? from).success,
    'must be an e-mail address, with or without a name: ReachGenie Partners <partners@example.com>',
  );
const isReadBy = (read: (text: string) => unknown) => (text: string) => {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
};
const rate = z.string().transform((policy, check) => {
  try {
    return parseRatePolicy(policy);
  } catch (error) {
    check.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

/** Every variable that the product reads. docs/configuration.md says what each is for. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: whole(0, 65_535).default(4000),
  HOST: z.string().optional(),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  DATABASE_POOL_SIZE: whole(1, 100).default(10),
  DEMO_DATA: flag.optional(),
  ADMIN_EMAIL: address.optional(),
  ADMIN_PASSWORD: characters(12, 128).optional(),
  ADMIN_SECOND_FACTOR: z.enum(['required', 'optional']).optional(),
  ADMIN_NAME: z.string().transform(tidyLine).pipe(characters(1, 200)).default('Administrator'),
  JWT_PRIVATE_KEY: z
    .string()
    .refine(
      isReadBy((pem) => readSigningKeys(pem, '')),
      'must be a private key on the curve P-256, as PEM',
    )
    .optional(),
  JWT_PUBLIC_KEYS: z
    .string()
    .refine(isReadBy(readPublicKeys), 'must be public keys on the curve P-256, as PEM, and nothing else')
    .default(''),
  SECRETS_KEYS: z
    .string()
    .refine(
      isReadBy((keys) => new Secrets(keys)),
      'must be id:base64 of 32 bytes, joined by commas, each id once',
    )
    .optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  OIDC_AUDIENCE: z.string().min(1).optional(),
  OIDC_JWKS_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((part) => part.trim()))
    .pipe(
      z.array(
        z
          .string()
          .refine(
            (origin) => URL.canParse(origin) && new URL(origin).origin === origin && !origin.includes('*'),
            'must be exact origins such as https://admin.example.com, joined by commas',
          ),
      ),
    )
    .optional(),
  TRUST_PROXY: whole(0, 10).default(0),
  CLIENT_APP_URL: url.refine((text) => !text.includes('#'), 'must have no fragment: the token goes there').optional(),
  CLIENT_APP_SECRET: z
    .string()
    .regex(/^[\w.~-]{32,200}$/, 'must have 32 to 200 letters, digits, dots, hyphens, underscores or tildes')
    .optional(),
  POSTMARK_SERVER_TOKEN: z.string().min(1).optional(),
  POSTMARK_API_URL: url.optional(),
  EMAIL_FROM: sender.optional(),
  ADMIN_NOTIFICATION_EMAILS: addresses.optional(),
  RATE_LIMIT_SUBMISSIONS: rate.prefault('5/minute'),
  RATE_LIMIT_RECIPIENT: rate.prefault('5/hour'),
  RATE_LIMIT_INVITATIONS: rate.prefault('30/day'),
  RATE_LIMIT_INVITED: rate.prefault('5/day'),
  RATE_LIMIT_SIGN_IN: rate.prefault('10/minute'),
  RATE_LIMIT_SIGN_IN_PAIR: rate.prefault('20/hour'),
  RATE_LIMIT_SIGN_IN_FAILURES: rate.prefault('100/hour'),
  RATE_LIMIT_PASSWORD_RESETS: rate.prefault('5/day'),
  RATE_LIMIT_API_KEYS: rate.prefault('20/day'),
  RATE_LIMIT_API: rate.prefault('600/minute'),
  RATE_LIMIT_STATUS: rate.prefault('60/minute'),
  RATE_LIMIT_DOCUMENTS: rate.prefault('120/minute'),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be redis://host:port or rediss://host:port' }).optional(),
  REQUESTS_AT_ONCE: whole(1, 10_000).default(200),
  WORKER: z.enum(['on', 'off', 'only']).default('on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** What has a default for development only: production must say it. */
const REQUIRED_IN_PRODUCTION = [
  'PUBLIC_URL',
  'DATABASE_URL',
  'JWT_PRIVATE_KEY',
  'SECRETS_KEYS',
  'CLIENT_APP_URL',
  'CLIENT_APP_SECRET',
  'POSTMARK_SERVER_TOKEN',
  'EMAIL_FROM',
  'ADMIN_NOTIFICATION_EMAILS',
] as const;

/** Good for the development page of ours alone. */
const DEVELOPMENT_CLIENT_APP_SECRET = 'development-client-app-secret-0000';

const HTTPS_IN_PRODUCTION = ['PUBLIC_URL', 'CLIENT_APP_URL', 'OIDC_ISSUER', 'OIDC_JWKS_URL'] as const;

export type Config = ReturnType<typeof readConfig>;

/** A wrong setting: every variable that is wrong, a line each, with what is allowed. */
export class ConfigError extends Error {}

/** Reads and checks the environment. The defaults are those of architecture.md; production refuses those of development. */
export function readConfig(variables: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const { data, error } = environment.safeParse(given);
  const wrong = error?.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`) ?? [];
  const problems = new Set([...wrong, ...incomplete(given)]);
  if (!data || problems.size > 0) throw new ConfigError([...problems].join('\n'));
  const production = data.NODE_ENV === 'production';

  const publicUrl = data.PUBLIC_URL ?? `http://localhost:${data.PORT}`;
  return {
    production,
    port: data.PORT,
    host: data.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    publicUrl,
    dataDir: data.DATA_DIR,
    database: {
      /** Undefined: the embedded PostgreSQL. */
      url: data.DATABASE_URL,
      migrationUrl: data.MIGRATION_DATABASE_URL,
      poolSize: data.DATABASE_POOL_SIZE,
    },
    demoData: data.DEMO_DATA ?? data.NODE_ENV === 'development',
    firstAdmin:
      data.ADMIN_EMAIL && data.ADMIN_PASSWORD
        ? { email: data.ADMIN_EMAIL, password: data.ADMIN_PASSWORD, name: data.ADMIN_NAME }
        : undefined,
    /** Whether admins may do anything before they have a second factor. */
    adminSecondFactor: data.ADMIN_SECOND_FACTOR ?? (production ? 'required' : 'optional'),
    jwt: { privateKey: data.JWT_PRIVATE_KEY, publicKeys: data.JWT_PUBLIC_KEYS },
    /** The first key encrypts and signs; all decrypt and verify. */
    secretsKeys: data.SECRETS_KEYS,
    /** Undefined: nobody signs in by an identity provider. The issuer is kept to the letter, since tokens repeat it. */
    identityProvider:
      data.OIDC_ISSUER && data.OIDC_AUDIENCE
        ? { issuer: data.OIDC_ISSUER, audience: data.OIDC_AUDIENCE, jwksUrl: data.OIDC_JWKS_URL }
        : undefined,
    clientApp: {
      /** Where the URL of a client access leads. */
      url: data.CLIENT_APP_URL ?? `${publicUrl}/dev/client-access`,
      secret: data.CLIENT_APP_SECRET ?? DEVELOPMENT_CLIENT_APP_SECRET,
    },
    allowedOrigins: data.ALLOWED_ORIGINS ?? [new URL(publicUrl).origin],
    trustedProxies: data.TRUST_PROXY,
    email: {
      /** Undefined: nothing leaves, the mailbox at /dev/mail shows it. */
      postmark: data.POSTMARK_SERVER_TOKEN
        ? { token: data.POSTMARK_SERVER_TOKEN, apiUrl: data.POSTMARK_API_URL }
        : undefined,
      from: data.EMAIL_FROM ?? 'ReachGenie Partners <partners@reachgenie.example>',
      adminRecipients: data.ADMIN_NOTIFICATION_EMAILS ?? ['admin@reachgenie.example'],
    },
    rateLimits: {
      submissions: data.RATE_LIMIT_SUBMISSIONS,
      recipient: data.RATE_LIMIT_RECIPIENT,
      invitations: data.RATE_LIMIT_INVITATIONS,
      invited: data.RATE_LIMIT_INVITED,
      signIn: data.RATE_LIMIT_SIGN_IN,
      signInPair: data.RATE_LIMIT_SIGN_IN_PAIR,
      signInFailures: data.RATE_LIMIT_SIGN_IN_FAILURES,
      passwordResets: data.RATE_LIMIT_PASSWORD_RESETS,
      apiKeys: data.RATE_LIMIT_API_KEYS,
      api: data.RATE_LIMIT_API,
      status: data.RATE_LIMIT_STATUS,
      documents: data.RATE_LIMIT_DOCUMENTS,
    },
    redisUrl: data.REDIS_URL,
    requestsAtOnce: data.REQUESTS_AT_ONCE,
    api: data.WORKER !== 'only',
    worker: data.WORKER !== 'off',
    logLevel: data.LOG_LEVEL,
  };
}

/** What is wrong with settings that are right one by one. */
function incomplete(given: Record<string, string | undefined>): string[] {
  const problems: string[] = [];
  const { NODE_ENV, DEMO_DATA, ADMIN_EMAIL, ADMIN_PASSWORD, OIDC_ISSUER, OIDC_AUDIENCE, CLIENT_APP_SECRET } = given;
  if (ADMIN_EMAIL && !ADMIN_PASSWORD) problems.push('ADMIN_PASSWORD: must be set where ADMIN_EMAIL is');
  if (ADMIN_PASSWORD && !ADMIN_EMAIL) problems.push('ADMIN_EMAIL: must be set where ADMIN_PASSWORD is');
  if (OIDC_ISSUER && !OIDC_AUDIENCE) problems.push('OIDC_AUDIENCE: must be set where OIDC_ISSUER is');
  if (OIDC_AUDIENCE && !OIDC_ISSUER) problems.push('OIDC_ISSUER: must be set where OIDC_AUDIENCE is');
  if (NODE_ENV !== 'production') return problems;
  const unset = REQUIRED_IN_PRODUCTION.filter((name) => !given[name]);
  problems.push(...unset.map((name) => `${name}: must be set in production`));
  const insecure = HTTPS_IN_PRODUCTION.filter((name) => given[name] && !/^https:/i.test(given[name]));
  problems.push(...insecure.map((name) => `${name}: must be https in production`));
  if (CLIENT_APP_SECRET === DEVELOPMENT_CLIENT_APP_SECRET) {
    problems.push('CLIENT_APP_SECRET: must not be the one of development');
  }
  if (DEMO_DATA === 'true') problems.push('DEMO_DATA: must not be true in production');
  return problems;
}
