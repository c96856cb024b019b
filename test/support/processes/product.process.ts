import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, expect, inject, vi } from 'vitest';
import { databaseUrl, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { ADMIN, type Actor, type Answer } from '../api.ts';

/** The root folder of the project. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** An arbitrary number that nothing else locks in the tests' cluster. */
const ONE_BUILD = 8_157_202_611;

/** Recipients of the emails about a submission, besides the contact. */
export const ADMIN_RECIPIENTS = ['team@reachgenie.example', 'lead@reachgenie.example'];

const ENVIRONMENT = {
  PORT: '0',
  DEMO_DATA: 'false',
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  ADMIN_NOTIFICATION_EMAILS: ADMIN_RECIPIENTS.join(),
  RATE_LIMIT_SUBMISSIONS: '100000/second',
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
};

/** An HTTP response. */
export interface HttpAnswer<Data> extends Answer<Data> {
  status: number;
}

interface ProcessEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The product as it runs in production: a separate Node process with compiled code, by default of this version. */
export class ProductProcess {
  /** Its log lines, parsed. */
  readonly logs: Record<string, unknown>[] = [];
  /** Other output of Node, by line. */
  readonly errors: string[] = [];
  readonly ended: Promise<ProcessEnd>;
  /** URL of the API. */
  url = '';
  readonly #child: ChildProcess;
  #end: ProcessEnd | undefined;

  /** @param stdout file descriptor in place of `logs`. Needs a PORT in the environment */
  constructor(environment: Record<string, string>, stdout: 'pipe' | number = 'pipe') {
    const { PATH, HOME } = process.env;
    if (stdout !== 'pipe') this.url = `http://127.0.0.1:${environment['PORT']}`;
    const { OPEN_FILES } = environment;
    const limit = OPEN_FILES === undefined ? '' : `ulimit -n ${OPEN_FILES} && `;
    const command = `${limit}exec "$0" --max-semi-space-size=8 dist/main.js`;
    this.#child = spawn('/bin/sh', ['-c', command, process.execPath], {
      cwd: environment['PRODUCT_FOLDER'] ?? ROOT,
      env: { ...(PATH && { PATH }), ...(HOME && { HOME }), ...ENVIRONMENT, ...environment },
      stdio: ['ignore', stdout, 'pipe'],
    });
    const { stdout: output, stderr } = this.#child;
    if (output) createInterface(output).on('line', (line) => this.#read(line));
    if (stderr) createInterface(stderr).on('line', (line) => this.errors.push(line));
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => resolve((this.#end = { code, signal })));
    });
  }

  /** How the process ended. Undefined while it runs. */
  get end(): ProcessEnd | undefined {
    return this.#end;
  }

  /** Log lines about failures. A slow statement on a busy machine is none. */
  get troubles(): Record<string, unknown>[] {
    return this.logs.filter(({ level, msg }) => (typeof level !== 'number' || level >= 40) && msg !== 'slow statement');
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Kills it without a shutdown, like a crash of the machine. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }

  /** Sends a query over HTTP. Rejects without a response. */
  ask<Data = Record<string, unknown>>(
    actor: Actor | undefined,
    query: string,
    variables?: object,
  ): Promise<HttpAnswer<Data>> {
    return askAt(this.url, actor, query, variables);
  }

  /** Returns the status of a health check, or 0 without a response. */
  async health(kind: 'live' | 'ready'): Promise<number> {
    return fetch(`${this.url}/health/${kind}`).then(
      ({ status }) => status,
      () => 0,
    );
  }

  async signIn(): Promise<Actor> {
    const { data, errors } = await this.ask<{ signIn: Actor }>(
      undefined,
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }',
      { email: ADMIN.email, password: ADMIN.password },
    );
    if (!data) throw new Error(`Signing in failed: ${JSON.stringify(errors)}`);
    return data.signIn;
  }

  #read(line: string): void {
    if (!line.startsWith('{')) return;
    const entry = JSON.parse(line) as Record<string, unknown>;
    this.logs.push(entry);
    this.url ||= /^Server listening at (http:.*)/.exec(String(entry['msg']))?.[1] ?? '';
  }
}

/** Sends a query over HTTP to a process or a proxy. Rejects without a response. */
export async function askAt<Data = Record<string, unknown>>(
  url: string,
  actor: Actor | undefined,
  query: string,
  variables?: object,
  signal?: AbortSignal,
): Promise<HttpAnswer<Data>> {
  const authorization = actor && { authorization: `Bearer ${actor.accessToken}` };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
  const body = await response.text();
  if (!body.startsWith('{')) throw new Error(`HTTP status ${response.status}`); // of a proxy
  return { status: response.status, ...(JSON.parse(body) as Answer<Data>) };
}

/** Starts the product any number of times. Kills running processes after the last test of the file. */
export function useProduct() {
  const started: ProductProcess[] = [];
  const folders: string[] = [];
  afterAll(async () => {
    for (const product of started) if (!product.end) await product.kill();
    for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  const newFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'product-'));
    folders.push(folder);
    return folder;
  };

  /** Uses a new DATA_DIR by default. Resolves once the product is ready, or immediately if it serves no HTTP. */
  const start = async (
    environment: Record<string, string> = {},
    readyWithin = 60_000,
    stdout?: number,
  ): Promise<ProductProcess> => {
    await compile('server');
    const product = new ProductProcess({ DATA_DIR: await newFolder(), ...environment }, stdout);
    started.push(product);
    if (environment['WORKER'] !== 'only') await becomesReady(product, readyWithin);
    return product;
  };

  return { start, newFolder };
}

/** Waits until the product is ready, up to `timeout` milliseconds. */
export async function becomesReady(product: ProductProcess, timeout: number): Promise<void> {
  await vi.waitFor(async () => expect(product.end ?? (await product.health('ready'))).not.toBeOneOf([0, 503]), {
    timeout,
    interval: 50,
  });
  if (product.end)
    throw new Error(`The product ended: ${JSON.stringify([product.end, product.troubles, product.errors])}`);
}

/** Builds as `npm start` does. Concurrent test files take turns, so that none starts a half-written build. */
export async function compile(...parts: ('server' | 'web')[]): Promise<void> {
  const lock = new pg.Client(databaseUrl(inject('databasePort'), SUPERUSER, 'postgres'));
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [ONE_BUILD]);
    await promisify(execFile)(process.execPath, ['ops/build.changed.mjs', ...parts], { cwd: ROOT });
  } finally {
    await lock.end();
  }
}
