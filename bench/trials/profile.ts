import type { Profiler, Runtime } from 'node:inspector';
import { keepApart } from '../load/contest.ts';
import { MAIN, prepareDataset } from '../data/dataset.ts';
import { productContender } from '../load/contender.ts';
import { startLoadGenerator } from '../load/load.generator.ts';
import { runRound } from '../load/measurement.ts';
import { PROFILED } from './operations.ts';
import { freePort, startProduct } from '../product/product.ts';
import { profileOf } from './profiler.ts';
import { shown } from '../report/report.ts';
import { takeSample } from '../product/sample.ts';
import type { Bench } from './trial.ts';

const WARM_UP_REQUESTS = 3_000;

/** Parts of the server, by the package whose code runs or that called Node. */
const PARTS: readonly (readonly [part: string, packages: RegExp])[] = [
  ['Apollo Server', /^(@apollo|@as-integrations|negotiator|whatwg-mimetype)/],
  ['GraphQL: execution, type-graphql, shield', /^(graphql|type-graphql|@graphql)/],
  ['validation of arguments', /^(class-validator|validator|libphonenumber)/],
  ['Kysely and MikroORM', /^(kysely|@mikro-orm)/],
  ['PostgreSQL: pg and its sockets', /^pg/],
  ['our own code', /^src$/],
  ['garbage collection', /^garbage collector$/],
];
const HTTP = 'HTTP: Node, Fastify and its plugins';

/** Shares of the server's busy time by part and operation, in percent. */
export async function measureProfile({ cluster, options, report, atEnd }: Bench): Promise<void> {
  const urls = await prepareDataset(cluster.port, MAIN, options.fresh);
  const inspector = await freePort();
  // The sources, because a bundle does not tell its packages apart.
  const nodeOptions = [`--inspect=127.0.0.1:${inspector}`, '--import', '@oxc-node/core/register'];
  const product = await startProduct(urls, { nodeOptions, program: 'src/main.ts' });
  atEnd(product.stop);
  const contender = productContender('product', product, await takeSample(product));
  const generator = startLoadGenerator();
  atEnd(generator.stop);
  const contest = { contenders: [contender], generator, postmaster: cluster.postmaster };
  const { operations = PROFILED, seconds, connections } = options;
  report.note(`${connections} connections, ${seconds} s each; ${keepApart(contest)}.`);

  const columns: ReadonlyMap<string, number>[] = [];
  const costs: string[] = [];
  for (const operation of operations) {
    const requests = contender.requestsFor(operation) ?? [];
    await runRound(contender, requests, contest, { connections, seconds, most: WARM_UP_REQUESTS });
    const work = async () =>
      costs.push(shown((await runRound(contender, requests, contest, { connections, seconds })).serverCpu, 0));
    const profile = await profileOf(inspector, work);
    columns.push(sharesOf(profile));
  }
  const names = [HTTP, ...PARTS.map(([part]) => part)];
  report.add({
    title: 'Percent of the server’s time',
    heading: ['', ...operations.map(({ name }) => name)],
    rows: [
      ['server µs a request, while profiled', ...costs],
      ...names.map((name) => [name, ...columns.map((shares) => shown(shares.get(name) ?? 0, 1))]),
    ],
  });
}

/** Percent of the busy time by part. */
function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): ReadonlyMap<string, number> {
  const partOfNode = new Map<number, string | undefined>();
  const visit = (id: number, inherited: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const part = partOf(node.callFrame) ?? inherited;
    partOfNode.set(id, node.callFrame.functionName === '(idle)' ? undefined : part);
    for (const child of node.children ?? []) visit(child, part);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const [root] = nodes;
  if (root) visit(root.id, HTTP);

  const times = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const [part, time = 0] = [partOfNode.get(id), timeDeltas[index]];
    if (part === undefined) continue;
    times.set(part, (times.get(part) ?? 0) + time);
    busy += time;
  }
  return new Map(Array.from(times, ([part, time]) => [part, (100 * time) / busy]));
}

/** Undefined for Node's own code, which counts for its caller. */
function partOf(frame: Runtime.CallFrame): string | undefined {
  const name = packageOf(frame);
  return name === undefined ? undefined : (PARTS.find(([, packages]) => packages.test(name))?.[0] ?? HTTP);
}

function packageOf({ url, functionName }: Runtime.CallFrame): string | undefined {
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (url.includes('/src/core/graphql/')) return 'graphql';
  if (url.includes('/src/core/database/')) return 'pg';
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? (url.includes('/src/') ? 'src' : undefined);
}
