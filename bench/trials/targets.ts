import type { Measurement } from '../load/measurement.ts';
import type { Operation } from './operation.ts';
import { COST, CPU, P99, shown, SPEED, type Comparison, type Table } from '../report/report.ts';

/** A range for the first contender's ratio to another one, in every comparison. */
export interface Target {
  /** Names of operations. */
  operations: readonly string[];
  /** The other contender's short name. */
  beside: string;
  by: readonly Comparison[];
  least?: number;
  most?: number;
}

const OTHER_READS = ['list-narrow', 'list-cursor', 'search-many', 'viewer-clients'];
const READS = ['list-total', 'details', 'clients', 'statistics', ...OTHER_READS];
const WRITES = ['create-client'];

/** Ratios of the server's CPU. P1j has none of our duties, P1s has all. */
export const BESIDE_PEERS: readonly Target[] = [
  { operations: ['list-total', 'details'], beside: 'P1j', by: [CPU], least: 1.4 },
  { operations: ['clients'], beside: 'P1j', by: [CPU], least: 1.2 },
  { operations: ['statistics'], beside: 'P1j', by: [CPU], least: 1 },
  { operations: WRITES, beside: 'P1j', by: [CPU], least: 1.1 },
  { operations: OTHER_READS, beside: 'P1j', by: [CPU], least: 1.2 },
  { operations: ['list-total', 'details'], beside: 'P1s', by: [CPU], least: 1.8 },
  { operations: ['clients'], beside: 'P1s', by: [CPU], least: 1.7 },
  { operations: ['statistics', ...OTHER_READS, ...WRITES], beside: 'P1s', by: [CPU], least: 1.5 },
  { operations: ['list-total', 'details', 'clients', ...OTHER_READS], beside: 'P4b', by: [CPU], least: 0.5 },
  { operations: ['statistics'], beside: 'P4b', by: [CPU], least: 0.4 },
  { operations: [...READS, ...WRITES], beside: 'P1s', by: [P99], least: 1 },
  { operations: ['submit'], beside: 'floor', by: [CPU, SPEED], least: 0.5 },
];

const SEARCHES = ['search-one', 'search-many', 'search', 'search-short', 'audit-search'];

/** Limits for the cost on the largest table, beside the smallest. */
export const growthOf = (operations: readonly Operation[], beside: string): Target[] => {
  const names = operations.map(({ name }) => name);
  return [
    { operations: names.filter((name) => !SEARCHES.includes(name)), beside, by: [COST], most: 1.3 },
    { operations: names.filter((name) => SEARCHES.includes(name)), beside, by: [COST], most: 5 },
  ];
};

/** A row for each target of this operation: the target, the ratio reached and the verdict. */
export function judge({ name, title }: Operation, measurements: readonly Measurement[], targets: readonly Target[]) {
  const [first, ...others] = measurements;
  return targets.flatMap(({ operations, beside, by, least = 0, most = Infinity }) => {
    const other = others.find(({ contender }) => contender.split(' ')[0] === beside);
    if (!first || !other || !operations.includes(name)) return [];
    const values = by.map(({ value }) => value(other, first));
    const isMet = values.every((value) => value !== undefined && value >= least && value <= most);
    const target = most === Infinity ? `at least ${least}` : `at most ${most}`;
    const reached = by.map(({ heading }, index) => `${heading} ${shown(values[index], 2)}`).join(', ');
    return [[title, other.contender, target, reached, isMet ? 'met' : 'missed']];
  });
}

export const targetTable = (rows: string[][]): Table => ({
  title: 'Targets',
  heading: ['', 'beside', 'target', 'reached', ''],
  rows,
});
