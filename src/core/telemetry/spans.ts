import type { IncomingMessage } from 'node:http';
import {
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { currentWork } from './work.ts';

/* Spans hold no personal data: no variables, values of parameters, addresses, paths, or error messages. */

let tracer: Tracer | undefined;

/** Turns spans on. Until then, each function below costs a comparison. */
export const traceWith = (given: Tracer | undefined): void => void (tracer = given);

/** Starts a request's span, in the trace that its client names in `traceparent`. Undefined unless traced. */
export function startRequestSpan({ method = '', headers }: IncomingMessage): Span | undefined {
  const parent = tracer && propagation.extract(ROOT_CONTEXT, headers);
  return tracer?.startSpan(method, { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } }, parent);
}

interface EndedRequest {
  route: string;
  requestId: string | undefined;
  status: number | undefined;
  operation: string;
  role: string;
  outcome: string;
}

export function endRequestSpan(span: Span, method: string, ended: EndedRequest): void {
  const { route, requestId, status, operation, role, outcome } = ended;
  span.updateName(`${method} ${route}`);
  span.setAttributes({
    'http.route': route,
    'reachgenie.request_id': requestId,
    'reachgenie.operation': operation,
    'reachgenie.role': role,
    'reachgenie.outcome': outcome,
  });
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if ((status ?? 500) >= 500 || outcome === 'INTERNAL_SERVER_ERROR') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** The `traceresponse` header of W3C, by which a client finds the trace. Empty unless traced. */
export const traceHeaderOf = (span: Span | undefined): { traceresponse?: string } =>
  span ? { traceresponse: carrierOf(span)['traceparent'] ?? '' } : {};

/** The span in which a library runs our code, such as pg-boss for a batch of jobs. Undefined unless traced. */
export const activeSpan = (): Span | undefined => tracer && trace.getActiveSpan();

/** A place in a trace as text, to continue there later. Undefined unless traced. */
export function traceToCarry(): string | null {
  const span = currentWork.getStore()?.span;
  return span ? JSON.stringify(carrierOf(span)) : null;
}

function carrierOf(span: Span): Record<string, string> {
  const carrier: Record<string, string> = {};
  propagation.inject(trace.setSpan(ROOT_CONTEXT, span), carrier);
  return carrier;
}

/** Runs a part of the current work in a span of its own. */
export function inSpan<Result>(name: string, attributes: Attributes, run: () => Promise<Result>): Promise<Result> {
  const work = currentWork.getStore();
  const span = work?.span && tracer?.startSpan(name, { attributes }, trace.setSpan(ROOT_CONTEXT, work.span));
  return span ? within(span, () => currentWork.run({ ...work, span }, run)) : run();
}

async function within<Result>(span: Span, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    markFailed(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Adds a span that has ended now, after some milliseconds. */
export function addStatementSpan(parent: Span, text: string, milliseconds: number, error: unknown): void {
  const name = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement';
  const endTime = performance.timeOrigin + performance.now();
  const span = tracer?.startSpan(
    name,
    {
      kind: SpanKind.CLIENT,
      startTime: endTime - milliseconds,
      attributes: { 'db.system.name': 'postgresql', 'db.operation.name': name, 'db.query.text': text },
    },
    trace.setSpan(ROOT_CONTEXT, parent),
  );
  if (error) markFailed(span, error);
  span?.end(endTime);
}

/** Only the code or class of an error, because messages can hold values. */
function markFailed(span: Span | undefined, error: unknown): void {
  const code: unknown = Reflect.get(Object(error), 'code');
  span?.setAttribute('error.type', typeof code === 'string' ? code : Object(error).constructor.name);
  span?.setStatus({ code: SpanStatusCode.ERROR });
}
