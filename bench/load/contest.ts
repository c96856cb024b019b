import { checkAnswers, type Answer } from './answer.check.ts';
import type { Contender } from './contender.ts';
import type { LoadGenerator } from './load.generator.ts';
import { runRound, summarise, type LoadOptions, type Measurement, type Round } from './measurement.ts';
import type { Operation } from '../trials/operations.ts';
import { allowedCpus, keepTo } from './process.cpu.ts';
import { Progress } from '../report/progress.ts';

/** So many requests, or seconds: until the compiler of JavaScript has seen enough. */
const WARM_UP = { most: 2_000, seconds: 10 };

/** Before each round: who had to wait for the others may have let go of connections, and with them of prepared statements. */
const LEAD_IN = { most: 300, seconds: 5 };

/** Those who are measured beside each other, and what they share. */
export interface Contest {
  contenders: readonly Contender[];
  generator: LoadGenerator;
  /** Process id of the PostgreSQL that all work on. */
  postmaster: number;
}

/** Warms up, then takes turns between the contenders: A B B A, so that what drifts meets all alike. */
export async function measure(
  operation: Operation,
  contest: Contest,
  { rounds, ...load }: LoadOptions & { rounds: number },
): Promise<Measurement[]> {
  const entered = contest.contenders.flatMap((contender) => {
    const requests = contender.requestsFor(operation);
    return requests ? [{ contender, requests, results: [] as Round[] }] : [];
  });
  const progress = new Progress(operation.title, (rounds + 1) * entered.length);
  let first: Answer | undefined;
  for (const { contender, requests } of entered) {
    const answer = await checkAnswers(operation, contender, requests, first);
    first ??= answer;
    await runRound(contender, requests, contest, { ...load, ...WARM_UP });
    progress.advance(1);
  }
  for (let round = 0; round < rounds; round++) {
    for (const { contender, requests, results } of round % 2 === 0 ? entered : entered.toReversed()) {
      await runRound(contender, requests, contest, { ...load, ...LEAD_IN });
      results.push(await runRound(contender, requests, contest, load));
      progress.advance(1);
    }
  }
  progress.end();
  return entered.map(({ contender, results }) => summarise(contender.name, results));
}

/** The servers on a CPU of their own, where there are two: otherwise who asks slows down who answers. Says how it is. */
export function keepApart({ contenders, generator, postmaster }: Contest): string {
  const [first, ...others] = allowedCpus();
  if (first === undefined || others.length === 0) return 'everything on the same CPUs';
  try {
    for (const { pid } of contenders) keepTo(pid, [first]);
    for (const pid of [postmaster, generator.pid]) keepTo(pid, others);
    return `the server on CPU ${first}, PostgreSQL and the load on ${others.join(', ')}`;
  } catch {
    return 'everything on the same CPUs (there is no taskset)';
  }
}
