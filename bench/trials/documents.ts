import { prepareDataset, SMALL } from '../data/dataset.ts';
import { cpuOf } from '../load/process.cpu.ts';
import { startProduct } from '../product/product.ts';
import { shown } from '../report/report.ts';
import { targetTable } from './targets.ts';
import type { Bench } from './trial.ts';

const TIMES = 100;
const WORST = 10;
const MOST_MS = 5;

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Refused documents, each as large as the limits or the body allow. */
const REFUSED: Record<string, (index: number) => string> = {
  '495 times fields{name} below __schema': () => `{__schema{types{${repeat(495, () => 'fields{name}')}}}}`,
  '100 unknown fields among 125,000 line ends': () => `{${repeat(100, (i) => `x${i}${'\n'.repeat(1_250)}`)}}`,
  '100 unknown fields among 1,900 line ends': () => `{${repeat(100, (i) => `x${i}${'\n'.repeat(19)}`)}}`,
  '390 unknown fields': () => `{${repeat(390, (i) => `x${i}`)}}`,
  '390 unused variables': () => `query(${repeat(390, (i) => `$v${i}:Int`)}){__typename}`,
  '390 variables of unknown types': () => `query(${repeat(390, (i) => `$v${i}:T${i}`)}){__typename}`,
  '600 unknown arguments': () => `{viewer(${repeat(600, (i) => `a${i}:1`)}){id}}`,
  '600 times one argument': () => `{partnerApplications(${repeat(600, () => 'limit:1')}){items{id}}}`,
  '1,900 wrong values': () => `{partnerApplications(filter:{status:[${repeat(1_900, () => 'X')}]}){items{id}}}`,
  '450 levels of input': () => `{partnerApplications(filter:${'{a:'.repeat(450)}1${'}'.repeat(450)}){items{id}}}`,
  '4,000 fragments': () => repeat(4_000, (i) => `fragment f${i} on Query{x}`),
  '300 unknown fragments': () => `{${repeat(300, (i) => `...f${i}`)}}`,
  'circular fragments': () => `{...f0} ${repeat(100, (i) => `fragment f${i} on Query{...f${(i + 1) % 100}}`)}`,
  '50 unknown directives': () => `{viewer{id ${repeat(50, (i) => `@x${i}`)}}}`,
  '99 fields that overlap': () => `{x partnerApplications{items{${repeat(99, () => 'notes{id}')}}}}`,
  'a string of 28,000 characters': () => `{x(a:"${'x'.repeat(28_000)}")}`,
  'a string of 250,000 characters': () => `{x(a:"${'x'.repeat(250_000)}")}`,
  'a comment of 28,000 characters': () => `#${'x'.repeat(28_000)}\n{x}`,
  '28,000 commas': () => `{${','.repeat(28_000)}x}`,
  'no GraphQL': () => '"'.repeat(28_000),
};

/** Server CPU for a refused document. Each document is sent as a new one, so that no cache helps. */
export async function measureDocuments({ cluster, options, report, atEnd }: Bench): Promise<void> {
  const product = await startProduct(await prepareDataset(cluster.port, SMALL, options.fresh));
  atEnd(product.stop);
  const send = async (query: string) => {
    const response = await fetch(`http://127.0.0.1:${product.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    await response.arrayBuffer();
    if (response.status !== 400) throw new Error(`Answered ${response.status} instead of 400: ${query.slice(0, 100)}`);
  };

  const costs: { name: string; milliseconds: number }[] = [];
  for (const [name, documentOf] of Object.entries(REFUSED)) {
    const documents = Array.from({ length: TIMES }, (_, index) => `${documentOf(index)}#${index}`);
    for (const each of documents.slice(0, 20)) await send(each);
    const before = cpuOf(product.pid) ?? Number.NaN;
    for (const each of documents) await send(each);
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
