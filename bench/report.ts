import type { Measurement } from './measurement.ts';

interface Column {
  heading: string;
  width: number;
  value: (measurement: Measurement) => number | undefined;
  digits: number;
  /** Whether it says something to compare the targets by it. */
  compared: boolean;
}

const COLUMNS: readonly Column[] = [
  { heading: 'requests/s', width: 11, value: (each) => each.requestsPerSecond, digits: 0, compared: true },
  { heading: 'p50 ms', width: 8, value: (each) => each.p50, digits: 1, compared: true },
  { heading: 'p99 ms', width: 8, value: (each) => each.p99, digits: 1, compared: true },
  { heading: 'server µs', width: 10, value: (each) => each.serverCpu, digits: 0, compared: true },
  { heading: 'database µs', width: 12, value: (each) => each.databaseCpu, digits: 0, compared: true },
  { heading: 'server MB', width: 10, value: (each) => each.megabytes, digits: 0, compared: false },
  { heading: 'failed', width: 7, value: (each) => each.failures, digits: 0, compared: false },
];
const TITLE_WIDTH = 34;
const SIZE_WIDTH = 12;

export const tableHead = (): string =>
  [
    'operation'.padEnd(TITLE_WIDTH),
    'applications'.padStart(SIZE_WIDTH),
    ...COLUMNS.map(({ heading, width }) => heading.padStart(width)),
  ].join(' ');

/** A line for each target, and one for how the last compares to the first. */
export function tableLines(measurements: readonly Measurement[]): string {
  const lines = measurements.map((measurement, index) =>
    [
      (index === 0 ? measurement.title : '').padEnd(TITLE_WIDTH),
      measurement.applications.toLocaleString('en').padStart(SIZE_WIDTH),
      ...COLUMNS.map(({ value, digits, width }) => shown(value(measurement), digits).padStart(width)),
    ].join(' '),
  );
  const [first, last] = [measurements.at(0), measurements.at(-1)];
  if (first && last && first !== last) {
    const ratios = COLUMNS.map(({ value, compared, width }) => {
      const [one, other] = [value(first), value(last)];
      const ratio = compared && one !== undefined && other !== undefined ? `×${(other / one).toFixed(2)}` : '';
      return ratio.padStart(width);
    });
    lines.push([''.padEnd(TITLE_WIDTH), ''.padStart(SIZE_WIDTH), ...ratios].join(' ').trimEnd());
  }
  const failure = measurements.find((each) => each.failure)?.failure;
  if (failure) lines.push(`  failed with: ${failure}`);
  return lines.join('\n');
}

const shown = (value: number | undefined, digits: number): string =>
  value === undefined
    ? '-'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
