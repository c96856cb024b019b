import type { Cluster } from '../data/cluster.ts';
import type { Contender } from '../load/contender.ts';
import type { Operation } from './operations.ts';
import type { Options } from '../options.ts';
import type { Comparison, Report } from '../report/report.ts';
import type { Target } from './targets.ts';

/** What a trial is set up with. */
export interface Bench {
  cluster: Cluster;
  options: Options;
  report: Report;
  /** What is to be done when all is over, the last one first. */
  atEnd: (end: () => unknown) => void;
}

/** Who is measured beside each other, at what, and what is hoped for. */
export interface Trial {
  contenders: readonly Contender[];
  operations: readonly Operation[];
  comparisons: readonly Comparison[];
  targets: readonly Target[];
}
