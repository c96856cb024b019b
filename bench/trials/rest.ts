import { restOperations } from '../../src/rest/rest.table.ts';
import { MAIL_DOMAIN, MAIN, prepareDataset } from '../data/dataset.ts';
import { productContender, requestsOf, type Contender } from '../load/contender.ts';
import type { LoadRequest } from '../load/load.ts';
import { startProduct, type Product } from '../product/product.ts';
import { takeSample, type Sample } from '../product/sample.ts';
import { CPU } from '../report/report.ts';
import type { Operation } from './operation.ts';
import type { Target } from './targets.ts';
import type { Bench, Trial } from './trial.ts';

const documentOf = (name: string): string =>
  restOperations.find(({ operationName }) => operationName === name)?.document ?? '';

const CLIENT = {
  companyName: 'Bench Client {{number}}',
  contactName: 'Bench Person',
  contactEmail: `client{{number}}@${MAIL_DOMAIN}`,
  contactPhone: '+49 30 123',
  subscriptionTier: 'GROWTH',
};

/** The stored documents of the REST API, sent as GraphQL. */
const OPERATIONS: readonly Operation[] = [
  {
    name: 'rest-list',
    title: 'list, with total',
    document: documentOf('RestPartnerApplications'),
    variables: (_, index) => ({ page: 1 + (index % 5) }),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'rest-details',
    title: 'details, with notes and history',
    document: documentOf('RestPartnerApplication'),
    variables: ({ applications }, index) => ({ id: applications[index % applications.length]?.id }),
    as: 'admin',
    answersAtLeast: 500,
  },
  {
    name: 'rest-create-client',
    title: 'create client, with audit',
    document: documentOf('RestCreateClientAccount'),
    variables: () => ({ input: CLIENT }),
    as: 'reseller',
    answersAtLeast: 300,
  },
];

type Path = (variables: { id?: string; page?: number }) => Omit<LoadRequest, 'token'>;

const PATHS: Readonly<Record<string, Path>> = {
  'rest-list': ({ page }) => ({ method: 'GET', path: `/api/admin/partner-applications?page=${page}` }),
  'rest-details': ({ id }) => ({ method: 'GET', path: `/api/admin/partner-applications/${id}` }),
  'rest-create-client': () => ({ method: 'POST', path: '/api/partner/clients', body: JSON.stringify(CLIENT) }),
};

const restContender = (product: Product, sample: Sample): Contender => ({
  ...productContender('REST', product, sample),
  requestsFor: ({ name, as, variables }) => {
    const path = PATHS[name];
    return (
      path && requestsOf((index) => ({ ...path(variables(sample, index)), token: as && product.tokens[as](index) }))
    );
  },
});

/** REST needs at most 1.15 times the CPU of GraphQL. */
const TARGETS: readonly Target[] = [
  { operations: OPERATIONS.map(({ name }) => name), beside: 'REST', by: [CPU], most: 1.15 },
];

/** The same stored operations by GraphQL and by REST, in two processes on the same data. */
export async function besideRest({ cluster: { port }, options, atEnd }: Bench): Promise<Trial> {
  const urls = await prepareDataset(port, MAIN, options.fresh);
  const start = async () => {
    const product = await startProduct(urls);
    atEnd(product.stop);
    return { product, sample: await takeSample(product) };
  };
  const [graphql, rest] = [await start(), await start()];
  const contenders = [
    productContender('GraphQL', graphql.product, graphql.sample),
    restContender(rest.product, rest.sample),
  ];
  return { contenders, operations: OPERATIONS, comparisons: [CPU], targets: TARGETS };
}
