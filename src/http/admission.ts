import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { unavailable } from '../core/context/domain.error.ts';

interface AdmissionOptions {
  /** Requests processed at the same time. */
  most: number;
  /** The CORS headers of a response to an origin. */
  corsFor: (origin: string | undefined) => Record<string, string>;
  log: FastifyBaseLogger;
}

/** Seconds. Current requests are answered by then. */
const RETRY_AFTER = '1';

/** Created once, because the stack trace takes a tenth of a refusal's time. */
const { message: MESSAGE, code: CODE } = unavailable();

/** Milliseconds between log lines: under overload, a line per refusal is too slow. */
const REPORTED_EVERY = 1_000;

/**
 * Answers excess requests with 503 immediately. Queued ones would be answered after their clients gave up, and the
 * queue would grow without bound. Health checks always pass.
 *
 * Refusals bypass Fastify, at a quarter of the cost. A request holds a slot from the end of its body to the end of its
 * response. Slow senders take no slot, and aborted requests free none early.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #admitted = new WeakSet<FastifyRequest>();
  #inWork = 0;
  #refused = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** Returns a listener that refuses requests when full, and otherwise calls `next`. */
  before(next: RequestListener): RequestListener {
    return (request, response) =>
      this.#isFull && isWork(request) ? this.#refuse(request, response) : next(request, response);
  }

  /** Counts requests in progress, and refuses those that passed `before` while the last slot was taken. */
  countIn(server: FastifyInstance): void {
    server.addHook('preHandler', (request, _reply, done) => {
      // Fastify runs this hook again for a page that it serves as "not found".
      if (!isWork(request.raw) || this.#admitted.has(request)) return done();
      if (this.#isFull) return done(unavailable());
      this.#inWork++;
      this.#admitted.add(request);
      return done();
    });
    server.addHook('onSend', (request, _reply, _payload, done) => {
      if (this.#admitted.delete(request)) this.#inWork--;
      done();
    });
  }

  /** Counts work that Fastify does not see. @throws DomainError UNAVAILABLE if full */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isFull) throw unavailable();
    this.#inWork++;
    try {
      return await work();
    } finally {
      this.#inWork--;
    }
  }

  get #isFull(): boolean {
    return this.#inWork >= this.#options.most;
  }

  #refuse({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
    const { corsFor, log } = this.#options;
    const requestId = randomUUID();
    const body = JSON.stringify({ errors: [{ message: MESSAGE, extensions: { code: CODE, requestId } }] });
    response
      .writeHead(503, {
        ...corsFor(origin),
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body), // avoids chunked encoding
        'retry-after': RETRY_AFTER,
        'x-request-id': requestId,
      })
      .end(body);
    if (this.#refused++ > 0) return;
    const report = () => {
      log.warn({ refused: this.#refused }, 'requests refused: over capacity');
      this.#refused = 0;
    };
    setTimeout(report, REPORTED_EVERY).unref();
  }
}

/** Excludes CORS preflights and health checks. */
const isWork = ({ method, url }: IncomingMessage): boolean => method !== 'OPTIONS' && !url?.startsWith('/health/');
