import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { startApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { LOG_OPTIONS } from '../../src/core/context/log.options.ts';
import { generateSecretsKeys, Secrets } from '../../src/core/secrets/secrets.ts';
import { generatePrivateKey } from '../../src/identity/tokens/signing.keys.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';

export interface GraphQLProblem {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    requestId?: string;
    reason?: string;
    version?: number;
    retryAfterSeconds?: number;
    fields?: { path: string; message: string; rule?: string }[];
  };
}

export interface Answer<Data> {
  data?: Data | null;
  errors?: GraphQLProblem[];
}

/** A user who is signed in. */
export interface Actor {
  accessToken: string;
}

export interface Api {
  app: App;
  /** URL of the API: `http://127.0.0.1:…` */
  url: string;
  database: TestDatabase;
  privateKey: string;
  /** Keys for the API's encryption and signatures. */
  secretsKeys: string;
  secrets: Secrets;
  /** The first admin, signed in. */
  admin: Actor;
  /** All log lines so far, parsed. */
  logs: Record<string, unknown>[];
  rows: TestDatabase['rows'];
  /** Sends a query over HTTP. */
  ask<Data = Record<string, unknown>>(
    actor: Actor | undefined,
    query: string,
    variables?: object,
  ): Promise<Answer<Data>>;
  /** Returns the HTTP response, and accepts further headers. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Starts another process on the same database. The test must stop it. */
  startAnother(environment?: Record<string, string>): Promise<App>;
}

/** Enough to set up a test, also for an API in other processes. */
export type ApiAccess = Pick<Api, 'ask' | 'rows' | 'admin' | 'secrets'>;

export const ADMIN = { email: 'admin@reachgenie.example', password: 'correct horse battery', name: 'Ada Admin' };

/** High limits and no worker. Tests about limits or emails set their own. */
const ENVIRONMENT = {
  NODE_ENV: 'test',
  PORT: '0',
  PUBLIC_URL: 'http://localhost:4000',
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  ADMIN_NAME: ADMIN.name,
  ADMIN_NOTIFICATION_EMAILS: 'team@reachgenie.example,lead@reachgenie.example',
  RATE_LIMIT_SUBMISSIONS: '100000/second',
  RATE_LIMIT_RECIPIENT: '100000/second',
  RATE_LIMIT_INVITATIONS: '100000/second',
  RATE_LIMIT_INVITED: '100000/second',
  RATE_LIMIT_SIGN_IN: '100000/second',
  RATE_LIMIT_SIGN_IN_PAIR: '100000/second',
  RATE_LIMIT_SIGN_IN_FAILURES: '100000/second',
  RATE_LIMIT_PASSWORD_RESETS: '100000/second',
  RATE_LIMIT_API_KEYS: '100000/second',
  RATE_LIMIT_API: '100000/second',
  RATE_LIMIT_STATUS: '100000/second',
  RATE_LIMIT_DOCUMENTS: '100000/second',
  WORKER: 'off',
  // Of files. Made by the first one.
  DATA_DIR: join(tmpdir(), 'reachgenie-test-data'),
};

/** Starts the application on the test file's own database, from the first test to the last. */
export function useApi(environment: Record<string, string> = {}, openDatabase = cloneDatabase): Api {
  const api = {} as Api;
  const closings: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const database = await openDatabase();
    closings.push(() => database.close());
    const privateKey = environment['JWT_PRIVATE_KEY'] ?? generatePrivateKey();
    const secretsKeys = environment['SECRETS_KEYS'] ?? generateSecretsKeys();
    const secrets = new Secrets(secretsKeys);
    const logs: Record<string, unknown>[] = [];
    const start = (more: Record<string, string> = {}) => {
      const config = readConfig({ ...ENVIRONMENT, ...environment, ...more });
      const log = pino({ ...LOG_OPTIONS, level: config.logLevel }, into(logs));
      const keys = { privateKey: config.jwt.privateKey ?? privateKey, secretsKeys: config.secretsKeys ?? secretsKeys };
      return startApp({ config, databaseUrl: more['DATABASE_URL'] ?? database.loginUrl, ...keys, log });
    };
    const app = await start();
    closings.push(() => app.stop());
    const { rows } = database;
    Object.assign(api, {
      app,
      url: app.url,
      database,
      privateKey,
      secretsKeys,
      secrets,
      logs,
      rows,
      startAnother: start,
    });
    api.post = (body, headers) => postTo(api.url, body, headers);
    api.ask = async <Data>(actor: Actor | undefined, query: string, variables?: object) => {
      const headers = actor ? { authorization: `Bearer ${actor.accessToken}` } : {};
      const response = await api.post({ query, variables }, headers);
      return (await response.json()) as Answer<Data>;
    };
    if (app.url) api.admin = await signIn(api, ADMIN);
  });

  afterAll(async () => {
    for (const close of closings.reverse()) await close();
  });

  return api;
}

/** Sends a POST request to the API at a URL, as `Api.post` does. */
export const postTo = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }`;

export async function signIn(api: Api, { email, password }: { email: string; password: string }): Promise<Actor> {
  const { data, errors } = await api.ask<{ signIn: Actor }>(undefined, SIGN_IN, { email, password });
  if (!data) throw new Error(`Signing in failed: ${JSON.stringify(errors)}`);
  return data.signIn;
}

const into = (lines: Record<string, unknown>[]) =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
