import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { traceWith } from './spans.ts';

const NAME = 'reachgenie-partners';

/**
 * Sends spans to the collector of OTEL_EXPORTER_OTLP_ENDPOINT, in batches. Spans are dropped while it does not take them.
 * Returns how to send the last ones, and stop.
 *
 * @param ratio of the traces that are sent, from 0 to 1
 */
export function startTraces(log: Logger, ratio: number): () => Promise<void> {
  const report = (message: string) => log.warn({ reason: message }, 'traces not sent');
  const ignore = () => undefined;
  const logger = { error: report, warn: report, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  // A client may ask for no trace, but not for more of them.
  const some = new TraceIdRatioBasedSampler(ratio);
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': NAME }))
      .merge(detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector] })),
    sampler: new ParentBasedSampler({ root: some, remoteParentSampled: some }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  // For pg-boss, which continues the traces of its jobs.
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  traceWith(provider.getTracer(NAME));
  return async () => {
    traceWith(undefined);
    await provider.shutdown().catch((error: unknown) => log.warn({ err: error }, 'last traces not sent'));
  };
}
