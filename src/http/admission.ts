import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { unavailable } from '../core/context/domain.error.ts';
import { isUpload } from '../core/limits/upload.path.ts';
import type { WorkQueue } from '../core/limits/work.queue.ts';
import { requestsRefused } from '../core/telemetry/metrics.ts';
import type { Deadlines } from './deadlines.ts';
import { errorAnswerAt } from './graphql/answer.ts';

interface AdmissionOptions {
  queue: WorkQueue;
  deadlines: Deadlines;
  /** The CORS headers of a response to an origin. */
  corsFor: (origin: string | undefined) => Record<string, string>;
  log: FastifyBaseLogger;
}

/** Seconds. Waiting requests are answered by then. */
const RETRY_AFTER = '1';

/** Created once, because the stack trace takes a tenth of a refusal's time. */
const { message: MESSAGE, code: CODE } = unavailable();

/** Milliseconds between log lines: under overload, a line per refusal is too slow. */
const REPORTED_EVERY = 1_000;

/**
 * Lets requests wait for their turn, and answers excess ones with 503 immediately. Health checks always pass.
 *
 * Refusals bypass Fastify, at a quarter of the cost. A request waits from the end of its body, and works until the end of
 * its response. Slow senders take no place, and aborted requests in progress free none early.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #admitted = new WeakSet<FastifyRequest>();
  #refused = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** Returns a listener that refuses requests if the queue is full, and otherwise calls `next`. */
  before(next: RequestListener): RequestListener {
    return (request, response) =>
      this.#options.queue.isFull && isWork(request) ? this.#refuse(request, response) : next(request, response);
  }

  /** Gives Fastify's requests their turn. */
  queueIn(server: FastifyInstance): void {
    const { queue, deadlines } = this.#options;
    server.addHook('preHandler', async (request, { raw: response }) => {
      // Fastify runs this hook again for a page that it serves as "not found".
      if (!isWork(request.raw) || this.#admitted.has(request)) return;
      await queue.enter(response, deadlines.signalOf(request.raw));
      this.#admitted.add(request);
    });
    server.addHook('onSend', (request, _reply, _payload, done) => {
      if (this.#admitted.delete(request)) queue.leave();
      done();
    });
  }

  #refuse({ url, headers: { origin } }: IncomingMessage, response: ServerResponse): void {
    const { corsFor, log } = this.#options;
    const requestId = randomUUID();
    const { headers, body } = errorAnswerAt(url)(503, MESSAGE, { code: CODE, requestId });
    response
      .writeHead(503, {
        ...corsFor(origin),
        ...headers,
        'content-length': Buffer.byteLength(body), // avoids chunked encoding
        'retry-after': RETRY_AFTER,
        'x-request-id': requestId,
      })
      .end(body);
    requestsRefused.inc();
    if (this.#refused++ > 0) return;
    const report = () => {
      log.warn({ refused: this.#refused }, 'requests refused: over capacity');
      this.#refused = 0;
    };
    setTimeout(report, REPORTED_EVERY).unref();
  }
}

/** Excludes CORS preflights, health checks, and uploads, which have a limit of their own. */
const isWork = (request: IncomingMessage): boolean =>
  request.method !== 'OPTIONS' && !request.url?.startsWith('/health/') && !isUpload(request);
