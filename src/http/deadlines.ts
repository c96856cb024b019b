import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { unavailable } from '../core/context/domain.error.ts';
import { isUpload } from '../core/limits/upload.path.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Aborted at the end of the request's time. The work of every endpoint must end then. */
    readonly deadline: AbortSignal | undefined;
  }
}

/** Of a response. Fastify adds up to ten while it sends a file, and we add some. */
const MOST_LISTENERS = 20;

/**
 * Bounds the time of each request, from its headers to the last byte of its answer. Other answers than GraphQL's can be
 * downloads: they begin in time, and are then never silent for longer. Uploads have a time of their own.
 */
export class Deadlines {
  readonly #ends = new WeakMap<IncomingMessage, AbortController>();
  readonly #endingWithClient = new WeakSet<IncomingMessage>();

  constructor(private readonly milliseconds: number) {}

  /** Returns a listener that starts a request's time, and calls `next`. */
  before(next: RequestListener): RequestListener {
    return (request, response) => {
      if (isUpload(request)) return next(request, response);
      const end = new AbortController();
      this.#ends.set(request, end);
      response.setMaxListeners(MOST_LISTENERS);
      const timer = setTimeout(() => this.#expire(request, response), this.milliseconds);
      response.once('close', () => {
        clearTimeout(timer);
        if (!response.writableFinished && this.#endingWithClient.has(request)) end.abort(unavailable());
      });
      next(request, response);
    };
  }

  /** Aborted with DomainError UNAVAILABLE at the end of the request's time. */
  signalOf(request: IncomingMessage): AbortSignal | undefined {
    return this.#ends.get(request)?.signal;
  }

  /** Ends the work of a request, which changes nothing, if its client hangs up. */
  endWithClient(request: IncomingMessage): void {
    this.#endingWithClient.add(request);
  }

  /** Settles as `work` does, within the request's time. @throws DomainError UNAVAILABLE after that */
  async within<Result>(request: IncomingMessage, work: () => Promise<Result>): Promise<Result> {
    const signal = this.signalOf(request);
    if (!signal) return work();
    signal.throwIfAborted();
    const { promise: late, reject } = Promise.withResolvers<never>();
    // Work that watches the signal fails first, so its answer says where.
    const refuse = () => void setImmediate(reject, signal.reason);
    signal.addEventListener('abort', refuse);
    try {
      return await Promise.race([work(), late]);
    } finally {
      signal.removeEventListener('abort', refuse);
    }
  }

  /** Bounds the handlers of all routes that follow. A GET changes nothing, so it ends with its client. */
  boundRoutesOf(server: FastifyInstance): void {
    const signalOf = this.signalOf.bind(this);
    server.decorateRequest('deadline', {
      getter() {
        return signalOf(this.raw);
      },
    });
    server.addHook('onRequest', ({ method, raw }, _reply, done) => {
      if (method === 'GET') this.endWithClient(raw);
      done();
    });
    server.addHook('onRoute', (route) => {
      const { handler } = route;
      route.handler = function bounded(request, reply) {
        const answer: unknown = handler.call(this, request, reply);
        return answer instanceof Promise ? within(request.raw, () => answer) : answer;
      };
    });
    const within = this.within.bind(this);
  }

  /** Until its body is there, a request has no work to end. Slow senders get 408: see slow.bodies.ts. */
  #expire(request: IncomingMessage, response: ServerResponse): void {
    if (!response.headersSent) return this.#ends.get(request)?.abort(unavailable());
    if (request.url?.startsWith('/graphql')) response.destroy();
    else response.setTimeout(this.milliseconds, () => response.destroy());
  }
}
