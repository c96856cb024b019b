import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '@opentelemetry/api';

/** The request or job that code works for. Statements and log lines take their operation and trace from it. */
export interface Work {
  /** Undefined for a job. */
  readonly requestId?: string;
  /** Root field of a GraphQL operation, or queue of a job. Undefined until it is known. */
  operation?: string | undefined;
  /** Undefined unless traced. */
  readonly span?: Span | undefined;
}

export const currentWork = new AsyncLocalStorage<Work>();

/** The trace's ID for log lines. Empty unless traced. */
export function traceOf(work: Work | undefined): { traceId?: string } {
  const { traceId } = work?.span?.spanContext() ?? {};
  return traceId === undefined ? {} : { traceId };
}
