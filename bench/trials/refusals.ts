import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { productContender, type Contender } from '../load/contender.ts';
import { keepApart, type Contest } from '../load/contest.ts';
import type { LoadRequest } from '../load/load.ts';
import { runRound } from '../load/measurement.ts';
import { operationCalled } from './operations.ts';
import { startSubmissionFloor } from '../peers/submission.floor.contender.ts';
import { startProduct } from '../product/product.ts';
import { shown, type Table } from '../report/report.ts';
import { takeSample } from '../product/sample.ts';
import type { Bench } from './trial.ts';

const SECONDS = 2;
const ROUNDS = 4;
/** Requests until the JIT compiler has settled. */
const WARM_UP_REQUESTS = 20_000;

/** The cost of a refusal under load, in turns with a server that only refuses. The product works on one request at a time, and none waits long. */
export async function measureRefusals(
  urls: DatabaseUrls,
  { options: { connections }, atEnd }: Bench,
  contest: Pick<Contest, 'generator' | 'postmaster'>,
): Promise<Table> {
  const product = await startProduct(urls, { settings: { REQUESTS_AT_ONCE: '1', LONGEST_WAIT: '1' } });
  atEnd(product.stop);
  const sample = await takeSample(product);
  const floor = await startSubmissionFloor(urls, sample);
  atEnd(floor.stop);
  const refusing = productContender('product', product, sample);
  const requests = refusing.requestsFor(operationCalled('details')) ?? [];
  const contenders: [Contender, LoadRequest[]][] = [
    [refusing, requests],
    [{ ...floor.contender, name: 'floor: bare node:http' }, requests.map((request) => ({ ...request, path: '/full' }))],
  ];
  keepApart({ ...contest, contenders: contenders.map(([contender]) => contender) });

  const rows = contenders.map(([{ name }]) => [name]);
  for (const [contender, asked] of contenders) {
    await runRound(contender, asked, contest, { connections, seconds: SECONDS, most: WARM_UP_REQUESTS });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [contender, asked]] of contenders.entries()) {
      const {
        serverCpu,
        refusals,
        requests: all,
      } = await runRound(contender, asked, contest, {
        connections,
        seconds: SECONDS,
      });
      rows[index]?.push(`${shown(serverCpu, 0)} (${shown((100 * refusals) / all, 1)} %)`);
    }
  }
  const heading = ['', ...Array.from({ length: ROUNDS }, (_, round) => `round ${round + 1}`)];
  return { title: 'A refusal: server µs (share refused)', heading, rows };
}
