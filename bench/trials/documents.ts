import { prepareDataset, SMALL } from '../data/dataset.ts';
import { cpuOf } from '../load/process.cpu.ts';
import { startProduct } from '../product/product.ts';
import { REFUSED_REQUESTS } from './refused.requests.ts';
import { shown } from '../report/report.ts';
import { targetTable } from './targets.ts';
import type { Bench } from './trial.ts';

const TIMES = 100;
const WORST = 10;
const MOST_MS = 5;

/** CPU time of the server's process for a refusal. Every document is a new one. */
export async function measureDocuments({ cluster, options, report, atEnd }: Bench): Promise<void> {
  const product = await startProduct(await prepareDataset(cluster.port, SMALL, options.fresh));
  atEnd(product.stop);
  const send = async ({ body, isSignedIn }: { body: string; isSignedIn: boolean }) => {
    const headers = {
      'content-type': 'application/json',
      ...(isSignedIn ? { authorization: `Bearer ${product.tokens.admin()}` } : {}),
    };
    const response = await fetch(`http://127.0.0.1:${product.port}/graphql`, { method: 'POST', headers, body });
    if (!(await response.text()).startsWith('{"errors":')) throw new Error(`Not refused: ${body.slice(0, 100)}`);
  };

  const costs: { name: string; milliseconds: number }[] = [];
  for (const [name, requestOf] of Object.entries(REFUSED_REQUESTS)) {
    // Variables are refused later, after the caller is known.
    const requests = Array.from({ length: TIMES }, (_, index) => {
      const request = requestOf(index);
      return { body: JSON.stringify(request), isSignedIn: request.variables !== undefined };
    });
    for (const each of requests.slice(0, 20)) await send(each);
    const before = cpuOf(product.pid) ?? Number.NaN;
    for (const each of requests) await send(each);
    costs.push({ name, milliseconds: ((cpuOf(product.pid) ?? Number.NaN) - before) / TIMES / 1_000 });
  }
  const worst = costs.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, WORST);
  report.add(
    targetTable(
      worst.map(({ name, milliseconds }) => [
        name,
        `${TIMES} times`,
        `at most ${MOST_MS} ms`,
        `${shown(milliseconds, 2)} ms`,
        milliseconds <= MOST_MS ? 'met' : 'missed',
      ]),
    ),
  );
}
