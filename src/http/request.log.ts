import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Outcome } from '../core/context/request.context.ts';

export interface LoggedRequest {
  request: IncomingMessage;
  response: ServerResponse;
  requestId: string;
  /** Address of the client. */
  address: string;
  /** Of `performance.now()`. */
  startedAt: number;
  /** Undefined if the request is no GraphQL operation. */
  outcome: Outcome | undefined;
}

/**
 * Logs one line per request, without variables, headers or tokens. If the client disconnects, the line follows when the
 * work is done, with `aborted` instead of a status.
 */
export class RequestLog {
  readonly #log: FastifyBaseLogger;

  constructor(log: FastifyBaseLogger) {
    // These fields hold no secrets, and to search them for some would take eight times as long as the line.
    this.#log = log.child({}, { redact: [] });
  }

  /** Writes the line of a finished request once its response is sent. Call it just before that. */
  add(logged: LoggedRequest): void {
    if (logged.request.socket.destroyed) this.#write(logged);
    else logged.response.once('close', () => this.#write(logged));
  }

  #write({ request, response, requestId, address, startedAt, outcome }: LoggedRequest): void {
    const { method, url } = request;
    const path = url?.split('?')[0];
    if (path?.startsWith('/health/')) return;
    const ended = response.writableFinished ? { status: response.statusCode } : { aborted: true };
    const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
    this.#log.info({ requestId, method, path, ...ended, ...outcome, address, durationMs }, 'request');
  }
}
