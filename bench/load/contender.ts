import type { LoadRequest } from './load.ts';
import { DUTIES, type Duty } from '../peers/duties.ts';
import type { Operation } from '../trials/operation.ts';
import type { Product } from '../product/product.ts';
import type { Sample } from '../product/sample.ts';

/** A server to measure. */
export interface Contender {
  /** Shown in tables. Its first word is the short name. */
  readonly name: string;
  readonly pid: number;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Its share of the product's duties. */
  readonly duties: readonly Duty[];
  /** Different requests for an operation, sent in turn; undefined if the server does not have the operation. */
  readonly requestsFor: (operation: Operation) => LoadRequest[] | undefined;
}

/** Different requests of an operation. */
const VARIATIONS = 400;

export const requestsOf = (request: (index: number) => LoadRequest): LoadRequest[] =>
  Array.from({ length: VARIATIONS }, (_, index) => request(index));

export const productContender = (name: string, product: Product, sample: Sample): Contender => ({
  name,
  duties: DUTIES,
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
