import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { unavailable } from '../core/context/domain.error.ts';

interface AdmissionOptions {
  /** How many requests are worked on at once. */
  most: number;
  /** Whose pages may read a refusal. */
  allowedOrigins: readonly string[];
  log: FastifyBaseLogger;
}

/** Seconds. By then those that are worked on now are long answered. */
const RETRY_AFTER = '1';

/** Made once: an error takes a tenth of a refusal's time to find out where it was made. */
const { message: MESSAGE, code: CODE } = unavailable();

/** Milliseconds. There is no time to write a line for each refusal. */
const REPORTED_EVERY = 1_000;

/**
 * Takes so many requests at once and refuses the rest at once, with UNAVAILABLE: who waited for all before him would get an
 * answer that nobody is there for any more, and the memory that waits with him has no end. Health is always answered.
 *
 * A refusal is written past Fastify, for a quarter of what it costs within: under ten times the load there are nine for each
 * answer. A request counts from when it is all there, so that whoever sends slowly takes nobody's place, until its answer
 * is, so that whoever hangs up does not make room for more.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #admitted = new WeakSet<FastifyRequest>();
  #inWork = 0;
  #refused = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** What an HTTP server calls in place of `next`. */
  before(next: RequestListener): RequestListener {
    return (request, response) =>
      this.#isFull && isWork(request) ? this.#refuse(request, response) : next(request, response);
  }

  /** Counts what is in work. Of the requests that came in before the count was full, the later ones are refused here. */
  countIn(server: FastifyInstance): void {
    server.addHook('preHandler', (request, _reply, done) => {
      if (!isWork(request.raw)) return done();
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

  get #isFull(): boolean {
    return this.#inWork >= this.#options.most;
  }

  #refuse({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
    const { allowedOrigins, log } = this.#options;
    const requestId = randomUUID();
    if (origin !== undefined && allowedOrigins.includes(origin)) {
      response.setHeader('access-control-allow-origin', origin).setHeader('access-control-allow-credentials', 'true');
    }
    const body = JSON.stringify({ errors: [{ message: MESSAGE, extensions: { code: CODE, requestId } }] });
    response
      .writeHead(503, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body), // or it would go in chunks
        'retry-after': RETRY_AFTER,
        'x-request-id': requestId,
        vary: 'Origin',
      })
      .end(body);
    if (this.#refused++ > 0) return;
    const report = () => {
      log.warn({ refused: this.#refused }, 'more was asked for than can be done');
      this.#refused = 0;
    };
    setTimeout(report, REPORTED_EVERY).unref();
  }
}

/** A browser asks before (OPTIONS) whether it may ask at all. */
const isWork = ({ method, url }: IncomingMessage): boolean => method !== 'OPTIONS' && !url?.startsWith('/health/');
