import { register, Registry } from 'prom-client';
import type { Logger } from 'pino';
import { OwnConnection } from '../../core/database/own.connection.ts';
import type { Figure } from '../../core/telemetry/figure.ts';
import { DatabaseGauges } from './database.gauges.ts';
import { addProcessGauges, type Observed } from './process.gauges.ts';

interface MetricsOptions extends Observed {
  databaseUrl: string;
  figures: readonly Figure[];
  log: Logger;
}

export interface Metrics {
  /** All metrics in the text format of Prometheus. */
  text(): Promise<string>;
  close(): Promise<void>;
}

/** Milliseconds to connect, and to answer: a tenth of Prometheus's own patience each. */
const PATIENCE = 1_000;

/** The counts of this process (core/telemetry/metrics.ts), and the gauges that are read for each scrape. */
export function metricsOf({ databaseUrl, figures, log, ...observed }: MetricsOptions): Metrics {
  const gauges = new Registry();
  addProcessGauges(gauges, observed);
  const connection = new OwnConnection(databaseUrl, PATIENCE);
  const database = new DatabaseGauges({ register: gauges, connection, figures, log });
  return {
    text: async () => {
      await database.refresh();
      return (await Promise.all([register.metrics(), gauges.metrics()])).join('\n');
    },
    close: () => connection.close(),
  };
}
