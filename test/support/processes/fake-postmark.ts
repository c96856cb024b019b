import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The request body for Postmark: https://postmarkapp.com/developer/api/email-api */
export interface ReceivedEmail {
  From: string;
  To: string;
  Subject: string;
  HtmlBody: string;
  TextBody: string;
  MessageStream: string;
  Tag: string;
  Metadata: { email: string };
}

const ANSWERS = {
  success: { status: 200, ErrorCode: 0, Message: 'OK' },
  serverError: { status: 500, ErrorCode: 0, Message: 'Internal Server Error' },
  unavailable: { status: 503, ErrorCode: 0, Message: 'Service Unavailable' },
  tooMany: { status: 429, ErrorCode: 0, Message: 'Too Many Requests' },
  wrongToken: { status: 401, ErrorCode: 10, Message: 'The server token you provided is not valid.' },
  noCredits: { status: 422, ErrorCode: 405, Message: 'You have no credits left.' },
  inactive: { status: 422, ErrorCode: 406, Message: 'You tried to send to a recipient marked as inactive.' },
  invalid: { status: 422, ErrorCode: 300, Message: "Invalid 'To' address." },
} as const;

/** `lost` and `held` emails are accepted without an answer: the connection ends, or waits for `release`. */
export type PostmarkAnswer = keyof typeof ANSWERS | 'hang' | 'lost' | 'held' | 'errorAfterAll';

/** Postmark's APIs of emails and messages on the loopback address. Accepts all emails by default. */
export class FakePostmark {
  /** All received emails, including refused ones. */
  readonly received: ReceivedEmail[] = [];
  /** IDs of the accepted emails, again for each time. */
  readonly taken: string[] = [];
  readonly tokens = new Set<string | undefined>();
  readonly paths: (string | undefined)[] = [];
  /** IDs of the emails for which the messages were searched. */
  readonly searches: (string | null)[] = [];
  /** Whether accepted emails are found. Postmark needs some time. */
  isIndexed = true;
  /** Whether searches are answered at all. */
  isSearchable = true;
  readonly #held: (() => void)[] = [];
  readonly #answers = new Map<string, PostmarkAnswer[]>();
  readonly #server: Server;
  #usual: PostmarkAnswer = 'success';

  private constructor() {
    this.#server = createServer((request, response) => void this.#respond(request, response));
  }

  static async start(): Promise<FakePostmark> {
    const postmark = new FakePostmark();
    postmark.#server.listen(0, '127.0.0.1');
    await once(postmark.#server, 'listening');
    return postmark;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers emails to a recipient in this order, and repeats the last answer. */
  answer(recipient: string, ...answers: PostmarkAnswer[]): void {
    this.#answers.set(recipient, answers);
  }

  /** Answers emails to all other recipients like this. */
  answerAll(answer: PostmarkAnswer): void {
    this.#usual = answer;
  }

  to(recipient: string): ReceivedEmail[] {
    return this.received.filter(({ To }) => To === recipient);
  }

  /** Answers the held emails. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '', headers } = request;
    this.paths.push(url);
    this.tokens.add(headers['x-postmark-server-token']?.toString());
    if (method === 'GET') this.#search(new URL(url, this.url).searchParams, response);
    else this.#receive(JSON.parse(await text(request)) as ReceivedEmail, response);
  }

  /** https://postmarkapp.com/developer/api/messages-api, by one field of metadata. */
  #search(filter: URLSearchParams, response: ServerResponse): void {
    const email = filter.get('metadata_email');
    this.searches.push(email);
    if (!this.isSearchable) return answerWith('unavailable', { To: '', Metadata: { email: '' } }, response);
    const found = this.isIndexed && email !== null && this.taken.includes(email);
    const Messages = found ? [{ MessageID: email, Metadata: { email } }] : [];
    const status = filter.has('count') && filter.has('offset') ? 200 : 422;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ TotalCount: Messages.length, Messages }));
  }

  #receive(email: ReceivedEmail, response: ServerResponse): void {
    this.received.push(email);
    const answers = this.#answers.get(email.To) ?? [];
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? this.#usual;
    if (answer === 'hang') return;
    const accepts = ['success', 'lost', 'held', 'errorAfterAll'].includes(answer);
    if (accepts) this.taken.push(email.Metadata.email);
    if (answer === 'lost') response.destroy();
    else if (answer === 'held') this.#held.push(() => answerWith('success', email, response));
    else answerWith(answer === 'errorAfterAll' ? 'serverError' : answer, email, response);
  }
}

function answerWith(
  answer: keyof typeof ANSWERS,
  { To, Metadata }: Pick<ReceivedEmail, 'To' | 'Metadata'>,
  response: ServerResponse,
): void {
  const { status, ...body } = ANSWERS[answer];
  response.writeHead(status, { 'content-type': 'application/json' });
  const Message = answer === 'inactive' ? `${body.Message} Found inactive addresses: ${To}.` : body.Message;
  response.end(JSON.stringify({ ...body, Message, To, MessageID: Metadata.email }));
}
