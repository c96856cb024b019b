import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { attackNumbers, attacks, attacksIn, type Attack } from './attacks.ts';

const GROUPS: Record<string, string> = {
  A: 'Identity and tokens',
  B: 'Roles',
  C: 'Tenants',
  D: 'Client access',
  E: 'GraphQL and HTTP',
  F: 'Input',
  G: 'Rate limits',
  H: 'Leaks',
  J: 'Files, links and money',
};

interface Outcome {
  number: Attack;
  tests: number;
  failed: number;
}

/** Prints all attacks with the results of their tests, and a summary, as Markdown. Fails if an attack has no test. */
export default class AttackReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const results = resultsOf(modules.flatMap((each) => [...each.children.allTests()]));
    const outcomes = attackNumbers.map((number) => ({
      number,
      tests: results.get(number)?.length ?? 0,
      failed: results.get(number)?.filter((state) => state === 'failed').length ?? 0,
    }));
    say('| Number | Attack | Tests | Result |\n| --- | --- | --- | --- |');
    for (const each of outcomes) {
      say(`| ${each.number} | ${attacks[each.number]} | ${each.tests} | ${resultOf([each])} |`);
    }
    say('\n| Attacks on | Number | Tests | Result |\n| --- | --- | --- | --- |');
    for (const [letter, group] of Object.entries(GROUPS)) {
      const own = outcomes.filter(({ number }) => number.startsWith(letter));
      say(`| ${group} | ${own.length} | ${sum(own, 'tests')} | ${resultOf(own)} |`);
    }
    say(`| All | ${outcomes.length} | ${sum(outcomes, 'tests')} | ${resultOf(outcomes)} |`);
    if (outcomes.some(({ tests }) => tests === 0)) process.exitCode = 1;
  }
}

/** The states of the tests that ran, by attack. */
function resultsOf(tests: TestCase[]): Map<Attack, string[]> {
  const results = new Map<Attack, string[]>();
  for (const test of tests) {
    const { state } = test.result();
    if (state !== 'passed' && state !== 'failed') continue;
    for (const number of attacksIn(test.fullName)) results.set(number, [...(results.get(number) ?? []), state]);
  }
  return results;
}

function resultOf(outcomes: Outcome[]): string {
  const failed = sum(outcomes, 'failed');
  if (failed > 0) return `${failed} failed`;
  return outcomes.some(({ tests }) => tests === 0) ? 'no test' : 'passed';
}

const sum = (outcomes: Outcome[], of: 'tests' | 'failed'): number =>
  outcomes.reduce((total, each) => total + each[of], 0);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
