import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { faultNumbers, faults, faultsIn } from '../../faults/faults.ts';
import type { LedgerRow } from './ledger.ts';

const TITLES = ['Fault', 'Acknowledged', 'Found', 'Retries', 'Emails once', 'Twice', 'Never', 'Longest outage'];

/**
 * Prints all faults with the results of their tests, and the ledgers of the run, as the tables of docs/reliability.md.
 * Fails if a fault has no test.
 */
export default class FaultReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const ledgers = tests.flatMap((test) => test.meta().ledger ?? []);
    sayTable(['Number', 'Fault', 'Tests', 'Result'], resultsOf(tests));
    sayTable(TITLES, ledgers.map(cellsOf));
  }
}

/** The cells of all faults. A skipped test does not count, because the machine lacks something. */
function resultsOf(tests: readonly TestCase[]): unknown[][] {
  return faultNumbers.map((number) => {
    const states = tests.filter((test) => faultsIn(test.fullName).includes(number)).map((test) => test.result().state);
    const passed = states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed').length;
    if (passed + failed === 0) process.exitCode = 1;
    const result = failed > 0 ? `${failed} failed` : passed > 0 ? 'passed' : 'no test';
    return [number, faults[number], passed + failed, result];
  });
}

const cellsOf = ({ fault, acknowledged, found, retries, once, twice, never, longestOutage }: LedgerRow): unknown[] => [
  fault,
  acknowledged,
  found,
  retries,
  once,
  twice,
  never,
  `${(longestOutage / 1000).toFixed(1)} s`,
];

function sayTable(titles: readonly string[], rows: readonly unknown[][]): void {
  const line = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
  const lines = [titles, titles.map(() => '---'), ...rows].map(line);
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
