import type { Measurement } from '../load/measurement.ts';
import { shown, type Table } from './report.ts';

/** Measurements of one operation. */
export interface Result {
  operation: string;
  measurements: readonly Measurement[];
}

/** All operations and contenders of a run in two tables: CPU and latency. */
export function summaryOf(results: readonly Result[]): Table[] {
  const contenders = [...new Set(results.flatMap(({ measurements }) => measurements.map((each) => each.contender)))];
  const table = (title: string, cell: (measurement: Measurement) => string): Table => ({
    title,
    heading: ['', ...results.map(({ operation }) => operation)],
    rows: contenders.map((name) => [
      name,
      ...results.map(({ measurements }) => {
        const measurement = measurements.find(({ contender }) => contender === name);
        return measurement ? cell(measurement) : '';
      }),
    ]),
  });
  return [
    table('Server CPU a request, µs', ({ serverCpu }) => shown(serverCpu, 0)),
    table('Latency p50 / p99, ms', ({ p50, p99 }) => `${shown(p50, 1)} / ${shown(p99, 1)}`),
  ];
}
