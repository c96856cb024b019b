import type { Measurement } from '../load/measurement.ts';

/** A ratio of a contender to the first one of its table. */
export interface Comparison {
  heading: string;
  value: (measurement: Measurement, first: Measurement) => number | undefined;
}

const ratio = (one: number | undefined, other: number | undefined) => (one && other ? one / other : undefined);
const cost = ({ serverCpu, databaseCpu }: Measurement) =>
  serverCpu === undefined || databaseCpu === undefined ? undefined : serverCpu + databaseCpu;

/** Above 1 the first contender is ahead: at 1.5 the other needs 1.5 times the CPU. */
export const CPU: Comparison = { heading: 'CPU ×', value: (each, first) => ratio(each.serverCpu, first.serverCpu) };
export const SPEED: Comparison = {
  heading: 'req/s ×',
  value: (each, first) => ratio(first.requestsPerSecond, each.requestsPerSecond),
};
export const P99: Comparison = { heading: 'p99 ×', value: (each, first) => ratio(each.p99, first.p99) };
export const BETTER: readonly Comparison[] = [CPU, SPEED, P99];

/** CPU of server and PostgreSQL together, in multiples of the first contender's. */
export const COST: Comparison = { heading: 'cost ×', value: (each, first) => ratio(cost(each), cost(first)) };

interface Column {
  heading: string;
  digits: number;
  value: (measurement: Measurement) => number | undefined;
}

const COLUMNS: readonly Column[] = [
  { heading: 'requests/s', digits: 0, value: (each) => each.requestsPerSecond },
  { heading: 'p50 ms', digits: 1, value: (each) => each.p50 },
  { heading: 'p99 ms', digits: 1, value: (each) => each.p99 },
  { heading: 'server µs', digits: 0, value: (each) => each.serverCpu },
  { heading: 'database µs', digits: 0, value: (each) => each.databaseCpu },
  { heading: 'server MB', digits: 0, value: (each) => each.megabytes },
  { heading: 'failed', digits: 0, value: (each) => each.failures },
];

export interface Table {
  title: string;
  heading: string[];
  rows: string[][];
  /** The first failed answer. */
  failure?: string | undefined;
}

/** Results of a run: printed immediately, and kept for docs/performance.md. */
export class Report {
  readonly notes: string[] = [];
  readonly tables: Table[] = [];

  note(text: string): void {
    this.notes.push(text);
    console.log(`\n${text}\n`);
  }

  add(table: Table): void {
    this.tables.push(table);
    console.log(asText(table));
  }
}

/** Results of one operation, a row for each contender. */
export function tableOf(
  title: string,
  measurements: readonly Measurement[],
  comparisons: readonly Comparison[],
): Table {
  const [first] = measurements;
  const compared = measurements.length > 1 ? comparisons : [];
  const rows = measurements.map((each) => [
    each.contender,
    ...COLUMNS.map(({ value, digits }) => shown(value(each), digits)),
    ...compared.map(({ value }) => (first && each !== first ? shown(value(each, first), 2) : '')),
  ]);
  const heading = ['', ...[...COLUMNS, ...compared].map((column) => column.heading)];
  return { title, heading, rows, failure: measurements.find((each) => each.failure)?.failure };
}

/** For a terminal. */
function asText({ title, heading, rows, failure }: Table): string {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((cells) => cells[column]?.length ?? 0)));
  const line = ([name = '', ...others]: string[]) =>
    [name.padEnd(widths[0] ?? 0), ...others.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))]
      .join('  ')
      .trimEnd();
  const failed = failure ? [`failed with: ${failure}`] : [];
  return [title, ...[heading, ...rows].map((cells) => `  ${line(cells)}`), ...failed, ''].join('\n');
}

/** For docs/performance.md. */
export function asMarkdown({ title, heading, rows }: Table): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const ruler = heading.map((_, index) => (index === 0 ? '---' : '--:'));
  return [`**${title}**`, '', line(heading), line(ruler), ...rows.map(line), ''].join('\n');
}

export const shown = (value: number | undefined, digits: number): string =>
  value === undefined
    ? '-'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
