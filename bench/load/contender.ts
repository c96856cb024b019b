import type { LoadRequest } from './load.ts';
import type { Operation } from '../trials/operations.ts';
import type { Product } from '../product/product.ts';
import type { Sample } from '../product/sample.ts';

/** Something to put a load on. */
export interface Contender {
  /** As the tables show it. */
  readonly name: string;
  readonly pid: number;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Many different requests for an operation, to be sent in turn; undefined where it has no such. */
  readonly requestsFor: (operation: Operation) => LoadRequest[] | undefined;
}

/** So many different requests are made of an operation. */
const VARIATIONS = 400;

export const requestsOf = (request: (index: number) => LoadRequest): LoadRequest[] =>
  Array.from({ length: VARIATIONS }, (_, index) => request(index));

export const productContender = (name: string, product: Product, sample: Sample): Contender => ({
  name,
  pid: product.pid,
  port: product.port,
  requestsFor: ({ document: query, variables, as }) =>
    requestsOf((index) => ({
      method: 'POST',
      path: '/graphql',
      token: as && product.tokens[as](index),
      body: JSON.stringify({ query, variables: variables(sample, index) }),
    })),
});
