import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Outcome } from '../core/context/request.context.ts';
import { countRequest } from '../core/telemetry/metrics.ts';
import { endRequestSpan } from '../core/telemetry/spans.ts';
import { traceOf, type Work } from '../core/telemetry/work.ts';

export interface LoggedRequest {
  request: IncomingMessage;
  response: ServerResponse;
  work: Work;
  /** Of the server, such as `/exports/:id`: never a path of a client. */
  route: string;
  /** Address of the client. */
  address: string;
  /** Of `performance.now()`. */
  startedAt: number;
  /** Undefined if the request is no GraphQL operation. */
  outcome: Outcome | undefined;
  /** The path cannot be decoded, so it may hold anything, and is left out. */
  isUnreadable?: boolean;
}

/**
 * Ends each request: its line in the log, its place in the metrics and its span. Logs one line per request, without variables, headers or tokens. If the client disconnects, the line follows when the
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

  #write({ request, response, work, route, address, startedAt, outcome, isUnreadable }: LoggedRequest): void {
    const { method = '', url } = request;
    const { requestId, operation = route, span } = work;
    const path = isUnreadable ? undefined : url?.split('?')[0];
    if (path?.startsWith('/health/')) return;
    const status = response.writableFinished ? response.statusCode : undefined;
    const ended = status === undefined ? { aborted: true } : { status };
    const milliseconds = performance.now() - startedAt;
    const durationMs = Math.round(milliseconds * 10) / 10;
    const line = { requestId, method, path, ...ended, ...outcome, address, durationMs };
    this.#log.info(span ? { ...line, ...traceOf(work) } : line, 'request');
    const role = outcome?.role ?? 'ANONYMOUS';
    const result = outcome?.outcome ?? resultOf(status);
    countRequest(milliseconds / 1_000, operation, role, result);
    if (span) endRequestSpan(span, method, { route, requestId, status, operation, role, outcome: result });
  }
}

/** Of an answer that is no GraphQL operation's. */
function resultOf(status: number | undefined): string {
  if (status === undefined) return 'aborted';
  return status < 400 ? 'ok' : String(status);
}
