import type { Reporter, TestModule } from 'vitest/node';
import type { LedgerRow } from './ledger.ts';

const TITLES = ['Fault', 'Acknowledged', 'Found', 'Retries', 'Emails once', 'Twice', 'Never', 'Longest outage'];

/** Prints the ledgers of a run as the table of docs/reliability.md. */
export default class FaultReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => test.meta().ledger ?? []),
    );
    if (rows.length === 0) return;
    const line = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
    const lines = [
      line(TITLES),
      line(['---', ...TITLES.slice(1).map(() => '--:')]),
      ...rows.map((row) => line(cellsOf(row))),
    ];
    process.stdout.write(`\n${lines.join('\n')}\n\n`);
  }
}

const cellsOf = ({ fault, acknowledged, found, retries, once, twice, never, longestOutage }: LedgerRow) => [
  fault,
  acknowledged,
  found,
  retries,
  once,
  twice,
  never,
  `${(longestOutage / 1000).toFixed(1)} s`,
];
