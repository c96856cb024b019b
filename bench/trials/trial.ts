import type { Cluster } from '../data/cluster.ts';
import type { Contender } from '../load/contender.ts';
import type { Operation } from './operation.ts';
import type { Options } from '../options.ts';
import type { Comparison, Report } from '../report/report.ts';
import type { Target } from './targets.ts';

/** The set-up that all trials share. */
export interface Bench {
  cluster: Cluster;
  options: Options;
  report: Report;
  /** Runs `end` after the trial, in reverse order. */
  atEnd: (end: () => unknown) => void;
}

/** Contenders that are measured in turns, and their targets. */
export interface Trial {
  contenders: readonly Contender[];
  operations: readonly Operation[];
  comparisons: readonly Comparison[];
  targets: readonly Target[];
}
