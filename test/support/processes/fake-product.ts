import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import { signatureOf } from '../../../src/provisioning/callback/callback.signature.ts';

/** The body of `PUT /accounts/{clientId}`. */
export interface ReceivedAccount {
  version: number;
  company: { name: string };
  contact: { name: string; email: string; phone: string | null };
  subscription: { plan: string; status: string; billedByReseller: boolean };
  features: string[];
  brand: null;
}

export interface ReceivedCall {
  method: string;
  clientId: string;
  authorization: string | undefined;
  account: ReceivedAccount | undefined;
}

interface GivenAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** `usual` stores the account. `take` stores it too, and answers 202. `hang` never answers, and `drop` closes the connection. */
export type ProductAnswer = GivenAnswer | 'usual' | 'take' | 'hang' | 'drop' | 'drip' | 'held';

/** The product's API on the loopback address. Knows versions, as the real one. */
export class FakeProduct {
  /** All calls, also those that it refused. */
  readonly calls: ReceivedCall[] = [];
  readonly accounts = new Map<string, ReceivedAccount>();
  /** What it gets for an address that it redirects to. */
  readonly strays: string[] = [];
  readonly token = 'product-token-of-the-tests';
  readonly secret = `whsec_${Buffer.from('callback-secret-of-the-tests').toString('base64')}`;
  readonly #answers = new Map<string, ProductAnswer[]>();
  readonly #held: ((answer: GivenAnswer | undefined) => void)[] = [];
  readonly #server: Server;
  #usual: ProductAnswer = 'usual';

  private constructor() {
    this.#server = createServer((request, response) => void this.#respond(request, response));
  }

  static async start(): Promise<FakeProduct> {
    const product = new FakeProduct();
    product.#server.listen(0, '127.0.0.1');
    await once(product.#server, 'listening');
    return product;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  /** Variables of a process that uses it. */
  get environment(): Record<string, string> {
    return { PRODUCT_API_URL: this.url, PRODUCT_API_TOKEN: this.token, PRODUCT_CALLBACK_SECRET: this.secret };
  }

  /** Answers calls about the client with this name in this order, and repeats the last answer. */
  answer(companyName: string, ...answers: ProductAnswer[]): void {
    this.#answers.set(companyName, answers);
  }

  /** Answers calls about all other clients like this. */
  answerAll(answer: ProductAnswer): void {
    this.#usual = answer;
  }

  callsOf(clientId: string, method = 'PUT'): ReceivedCall[] {
    return this.calls.filter((call) => call.clientId === clientId && call.method === method);
  }

  versionsOf(clientId: string): (number | undefined)[] {
    return this.callsOf(clientId).map(({ account }) => account?.version);
  }

  /** Answers the held calls, as usual by default. */
  release(answer?: GivenAnswer): void {
    for (const each of this.#held.splice(0)) each(answer);
  }

  /** The headers and body of a callback, signed now. */
  callback(data: object, { type = 'account.applied', ...more }: Partial<SignedCallback> = {}): SignedCallback {
    const { id = `msg_${uuid()}`, at = new Date(), secret = this.secret } = more;
    const timestamp = String(Math.floor(at.getTime() / 1_000));
    const body = more.body ?? JSON.stringify({ type, timestamp: at, data });
    const signature = signatureOf({ id, timestamp, body }, secret);
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    };
    return { type, id, at, secret, body, headers };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const [, clientId] = /^\/api\/accounts\/([^/]+)$/.exec(url) ?? [];
    if (clientId === undefined) {
      this.strays.push(url);
      response.writeHead(404).end();
      return;
    }
    const body = await text(request);
    const account = body ? (JSON.parse(body) as ReceivedAccount) : undefined;
    this.calls.push({ method, clientId, authorization: headers.authorization, account });
    const name = this.callsOf(clientId).at(-1)?.account?.company.name ?? '';
    const answers = this.#answers.get(name) ?? [];
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? this.#usual;
    if (answer === 'hang') return;
    if (answer === 'drop') response.destroy();
    else if (answer === 'drip') drip(response);
    else if (answer === 'held')
      this.#held.push((given) => send(response, given ?? this.#reply(method, clientId, account, 200)));
    else if (typeof answer === 'object') send(response, answer);
    else send(response, this.#reply(method, clientId, account, answer === 'take' ? 202 : 200));
  }

  #reply(method: string, clientId: string, account: ReceivedAccount | undefined, status: number): GivenAnswer {
    const known = this.accounts.get(clientId);
    if (method === 'GET') return known ? { status: 200, body: { version: known.version } } : { status: 404 };
    if (!account) return { status: 400 };
    if (known && isOvertaken(known, account)) return { status: 409, body: { version: known.version } };
    this.accounts.set(clientId, account);
    return { status, body: { externalId: `external-${clientId}` } };
  }
}

/** A version of before a restore can come again with another content. */
const isOvertaken = (known: ReceivedAccount, sent: ReceivedAccount): boolean =>
  known.version > sent.version || (known.version === sent.version && !isDeepStrictEqual(known, sent));

export interface SignedCallback {
  type: string;
  id: string;
  at: Date;
  secret: string;
  body: string;
  headers: Record<string, string>;
}

function send(response: ServerResponse, { status, headers = {}, body = {} }: GivenAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A body that never ends. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '.repeat(1_024)), 5);
  response.on('close', () => clearInterval(timer));
}
