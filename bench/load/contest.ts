import { checkAnswers, type Answer } from './answer.check.ts';
import type { Contender } from './contender.ts';
import type { LoadGenerator } from './load.generator.ts';
import { runRound, summarize, type LoadOptions, type Measurement, type Round } from './measurement.ts';
import type { Operation } from '../trials/operation.ts';
import { allowedCpus, keepTo } from './process.cpu.ts';
import { Progress } from '../report/progress.ts';

/** Requests or seconds until the JIT compiler has settled. */
const WARM_UP = { most: 2_000, seconds: 10 };

/** Before each round, because an idle contender may have closed connections and lost their prepared statements. */
const LEAD_IN = { most: 300, seconds: 5 };

/** Contenders that are measured in turns, and their shared parts. */
export interface Contest {
  contenders: readonly Contender[];
  generator: LoadGenerator;
  /** Process id of PostgreSQL's parent process. */
  postmaster: number;
}

/** Warms up, then takes turns A B B A, so that drift of the machine affects all contenders alike. */
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
  return entered.map(({ contender, results }) => summarize(contender.name, results));
}

/** Gives the servers their own CPU if there are two, so that the load and workers do not slow them. Describes the result. */
export function keepApart({ contenders, generator, postmaster }: Contest, workers: readonly number[] = []): string {
  const [first, ...others] = allowedCpus();
  if (first === undefined || others.length === 0) return 'everything on the same CPUs';
  try {
    for (const { pid } of contenders) keepTo(pid, [first]);
    for (const pid of [postmaster, generator.pid, ...workers]) keepTo(pid, others);
    return `the server on CPU ${first}, all else on ${others.join(', ')}`;
  } catch {
    return 'everything on the same CPUs (there is no taskset)';
  }
}
