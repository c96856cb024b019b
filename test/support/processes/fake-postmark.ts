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

export type PostmarkAnswer = keyof typeof ANSWERS | 'hang';

/** Postmark's email API on the loopback address. Accepts all emails by default. */
export class FakePostmark {
  /** All received emails, including refused ones. */
  readonly received: ReceivedEmail[] = [];
  /** IDs of the accepted emails, again for each time. */
  readonly taken: string[] = [];
  readonly tokens = new Set<string | undefined>();
  readonly paths: (string | undefined)[] = [];
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

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const email = JSON.parse(await text(request)) as ReceivedEmail;
    this.received.push(email);
    this.paths.push(request.url);
    this.tokens.add(request.headers['x-postmark-server-token']?.toString());
    const answers = this.#answers.get(email.To) ?? [];
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? this.#usual;
    if (answer === 'hang') return;
    if (answer === 'success') this.taken.push(email.Metadata.email);
    const { status, ...body } = ANSWERS[answer];
    response.writeHead(status, { 'content-type': 'application/json' });
    const Message = answer === 'inactive' ? `${body.Message} Found inactive addresses: ${email.To}.` : body.Message;
    response.end(JSON.stringify({ ...body, Message, To: email.To, MessageID: email.Metadata.email }));
  }
}
