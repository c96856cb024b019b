import { join } from 'node:path';
import { FILE_ENDING, withFiles, type Variables } from './config.files.ts';
import { DEVELOPMENT_PRODUCT } from './config.product.ts';
import { DEVELOPMENT_CLIENT_APP_SECRET, settings, settingsMarked } from './config.settings.ts';

export type Config = ReturnType<typeof readConfig>;

type Settings = NonNullable<ReturnType<typeof checkSettings>['data']>;

/** Lists each invalid variable on a line, with the allowed values. */
export class ConfigError extends Error {}

/**
 * Reads and checks the environment. docs/configuration.md lists the settings.
 * @throws ConfigError if a value is not valid, or if production lacks a setting or has a development default.
 */
export function readConfig(variables: Variables = process.env) {
  const { data, problems } = checkSettings(variables);
  if (!data || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const production = data.NODE_ENV === 'production';
  const staging = data.DEPLOYMENT === 'staging';

  const publicUrl = data.PUBLIC_URL ?? `http://localhost:${data.PORT}`;
  return {
    production,
    /** Production's code with its own name. */
    staging,
    port: data.PORT,
    host: data.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    publicUrl,
    dataDir: data.DATA_DIR,
    /** The storage of uploaded files. */
    files: { folder: join(data.DATA_DIR, 'files'), s3: bucketOf(data) },
    database: {
      /** Undefined: the embedded PostgreSQL. */
      url: data.DATABASE_URL,
      migrationUrl: data.MIGRATION_DATABASE_URL,
      listenUrl: data.DATABASE_LISTEN_URL,
      replicaUrls: data.DATABASE_REPLICA_URLS ?? [],
      poolSize: data.DATABASE_POOL_SIZE,
      fastPath: data.DATABASE_FAST_PATH,
    },
    backup: { folder: data.BACKUP_DIR, key: data.BACKUP_KEY, days: data.BACKUP_DAYS },
    demoData: data.DEMO_DATA ?? data.NODE_ENV === 'development',
    firstAdmin:
      data.ADMIN_EMAIL && data.ADMIN_PASSWORD
        ? { email: data.ADMIN_EMAIL, password: data.ADMIN_PASSWORD, name: data.ADMIN_NAME }
        : undefined,
    /** Whether admins need two-factor authentication. */
    adminSecondFactor: data.ADMIN_SECOND_FACTOR ?? (production ? 'required' : 'optional'),
    jwt: { privateKey: data.JWT_PRIVATE_KEY, publicKeys: data.JWT_PUBLIC_KEYS },
    /** The first key encrypts and signs; all decrypt and verify. */
    secretsKeys: data.SECRETS_KEYS,
    /** Undefined: no one can sign in with an identity provider. The issuer stays unchanged, because tokens must repeat it exactly. */
    identityProvider:
      data.OIDC_ISSUER && data.OIDC_AUDIENCE
        ? { issuer: data.OIDC_ISSUER, audience: data.OIDC_AUDIENCE, jwksUrl: data.OIDC_JWKS_URL }
        : undefined,
    clientApp: {
      /** The address that an access to a client account opens. */
      url: data.CLIENT_APP_URL ?? `${publicUrl}/dev/client-access`,
      /** The client application may authenticate with any of them. */
      secrets: data.CLIENT_APP_SECRET,
    },
    /** The product that sets up accounts of clients. Undefined: nobody does. */
    product: productOf(data, production ? undefined : `${publicUrl}/dev/product`),
    /** Where users get help. */
    supportUrl: data.SUPPORT_URL,
    allowedOrigins: data.ALLOWED_ORIGINS ?? [new URL(publicUrl).origin],
    trustedProxies: data.TRUST_PROXY,
    email: {
      /** Undefined: no email is sent, and the mailbox at /dev/mail shows them. */
      postmark: data.POSTMARK_SERVER_TOKEN
        ? { token: data.POSTMARK_SERVER_TOKEN, apiUrl: data.POSTMARK_API_URL }
        : undefined,
      from: data.EMAIL_FROM,
      adminRecipients: data.ADMIN_NOTIFICATION_EMAILS,
      /** Undefined: email goes to everyone. */
      allowlist: staging ? (data.MAIL_ALLOWLIST ?? []) : undefined,
    },
    outbound: {
      /** Development has receivers on the same machine. */
      allowsLoopback: !production,
      blockedNetworks: data.BLOCKED_NETWORKS ?? [],
      /** Undefined: those of the system. */
      dnsServers: data.DNS_SERVERS,
    },
    /** 0: personal data of applications is kept. */
    retentionMonths: data.RETENTION_MONTHS,
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
    /** Milliseconds. */
    longestWait: data.LONGEST_WAIT,
    /** Undefined: a process that is only a worker opens no port. */
    probePort: data.PROBE_PORT,
    /** Undefined: no metrics. */
    metricsPort: data.METRICS_PORT,
    /** Undefined: no traces. The address is read by OpenTelemetry itself, like its other variables. */
    traces: data.OTEL_EXPORTER_OTLP_ENDPOINT ? { ratio: data.OTEL_TRACES_SAMPLER_ARG } : undefined,
    /** Milliseconds. */
    slowStatement: data.SLOW_STATEMENT_MS,
    /** Milliseconds. */
    requestDeadline: data.REQUEST_DEADLINE,
    api: data.WORKER !== 'only',
    worker: data.WORKER !== 'off',
    logLevel: data.LOG_LEVEL,
  };
}

/** Undefined: files are in a folder. */
const bucketOf = ({ S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint, S3_FORCE_PATH_STYLE }: Settings) =>
  bucket !== undefined && region !== undefined
    ? { bucket, region, endpoint, forcePathStyle: S3_FORCE_PATH_STYLE }
    : undefined;

/** @param standIn URL of the development page that takes the product's place */
function productOf(data: Settings, standIn: string | undefined) {
  const { PRODUCT_API_URL: url, PRODUCT_API_TOKEN: token, PRODUCT_CALLBACK_SECRET: callbackSecrets } = data;
  if (url && token && callbackSecrets) return { url, token, callbackSecrets, isStandIn: false };
  const { token: ownToken, callbackSecret } = DEVELOPMENT_PRODUCT;
  return standIn === undefined
    ? undefined
    : { url: standIn, token: ownToken, callbackSecrets: [callbackSecret], isStandIn: true };
}

/** Returns the settings as given, also by files, as parsed, and all problems that stop a start. */
export function checkSettings(variables: Variables = process.env) {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const { given, problems: unread } = withFiles(set, settingsMarked('fromFile'));
  const { data, error } = settings.safeParse(given);
  const wrong = error?.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`) ?? [];
  return { given, data, problems: [...new Set([...unread, ...wrong, ...incomplete(given)])] };
}

/** Of a program that this process starts: where it finds others, and `own` variables. No setting of the product. */
export const programEnvironment = (own: Record<string, string>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C',
  ...own,
});

/** The problems between settings that are valid one by one. */
function incomplete(given: Variables): string[] {
  const problems: string[] = [];
  const { NODE_ENV, DEMO_DATA, ADMIN_EMAIL, ADMIN_PASSWORD, OIDC_ISSUER, OIDC_AUDIENCE, CLIENT_APP_SECRET } = given;
  const isStaging = given['DEPLOYMENT'] === 'staging';
  if (isStaging && NODE_ENV !== 'production') problems.push('NODE_ENV: must be production if DEPLOYMENT is staging');
  if (given['MAIL_ALLOWLIST'] && !isStaging)
    problems.push('MAIL_ALLOWLIST: must not be set unless DEPLOYMENT is staging');
  const { DATABASE_URL, DATABASE_REPLICA_URLS } = given;
  if (DATABASE_REPLICA_URLS && !DATABASE_URL) problems.push('DATABASE_URL: must be set if DATABASE_REPLICA_URLS is');
  if (ADMIN_EMAIL && !ADMIN_PASSWORD) problems.push('ADMIN_PASSWORD: must be set if ADMIN_EMAIL is');
  if (ADMIN_PASSWORD && !ADMIN_EMAIL) problems.push('ADMIN_EMAIL: must be set if ADMIN_PASSWORD is');
  if (OIDC_ISSUER && !OIDC_AUDIENCE) problems.push('OIDC_AUDIENCE: must be set if OIDC_ISSUER is');
  if (OIDC_AUDIENCE && !OIDC_ISSUER) problems.push('OIDC_ISSUER: must be set if OIDC_AUDIENCE is');
  problems.push(...missingOf(given, ['S3_BUCKET', 'S3_REGION']));
  if (given['S3_ENDPOINT'] && !given['S3_BUCKET']) problems.push('S3_BUCKET: must be set if S3_ENDPOINT is');
  problems.push(...missingOf(given, ['PRODUCT_API_URL', 'PRODUCT_API_TOKEN', 'PRODUCT_CALLBACK_SECRET']));
  if (NODE_ENV !== 'production') return problems;
  const unset = settingsMarked('requiredInProduction').filter((name) => !given[name] && !given[name + FILE_ENDING]);
  problems.push(...unset.map((name) => `${name}: must be set in production`));
  const insecure = settingsMarked('httpsInProduction').filter((name) => /^http:/i.test(given[name] ?? ''));
  problems.push(...insecure.map((name) => `${name}: must be https in production`));
  if (CLIENT_APP_SECRET?.includes(DEVELOPMENT_CLIENT_APP_SECRET)) {
    problems.push('CLIENT_APP_SECRET: must not be the development default');
  }
  if (given['PRODUCT_API_TOKEN'] === DEVELOPMENT_PRODUCT.token)
    problems.push('PRODUCT_API_TOKEN: must not be the development default');
  if (given['PRODUCT_CALLBACK_SECRET']?.includes(DEVELOPMENT_PRODUCT.callbackSecret))
    problems.push('PRODUCT_CALLBACK_SECRET: must not be the development default');
  if (DEMO_DATA === 'true') problems.push('DEMO_DATA: must not be true in production');
  return problems;
}

/** Problems of settings that need each other. A file that cannot be read is a problem of its own. */
function missingOf(given: Variables, names: readonly string[]): string[] {
  const isSet = (name: string) => Boolean(given[name] ?? given[name + FILE_ENDING]);
  const first = names.find(isSet);
  return first === undefined
    ? []
    : names.filter((name) => !isSet(name)).map((name) => `${name}: must be set if ${first} is`);
}
