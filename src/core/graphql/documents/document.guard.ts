import { hash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import { rateLimited } from '../../context/domain.error.ts';
import { refusalOf } from './query.limits.ts';
import { MemoryRateCounter } from '../../limits/rate.counter.ts';
import { countedAs, networkOf } from '../../limits/rate.identity.ts';
import type { RatePolicy } from '../../limits/rate.policy.ts';
import type { Caller, RequestContext } from '../../context/request.context.ts';

/** Far more than the documents of our pages. About 200 bytes each. */
const MAX_KNOWN = 5_000;

interface Options {
  introspection: boolean;
  newDocuments: RatePolicy;
}

interface Sender {
  caller: Caller | undefined;
  /** Of the client. */
  address: string;
}

/** Limits documents before parsing. Known valid ones pass; new ones count per caller, in this process's memory. */
export class DocumentGuard {
  readonly #valid = new LRUCache<string, true>({ max: MAX_KNOWN });
  readonly #counter = new MemoryRateCounter();

  constructor(private readonly options: Options) {}

  /** Returns the reason to refuse a document, or undefined. @throws DomainError RATE_LIMITED after too many new ones */
  check(source: unknown, { caller, address }: Sender): string | undefined {
    if (typeof source !== 'string' || this.#valid.get(keyOf(source))) return undefined;
    const { max, windowMs } = this.options.newDocuments;
    const countsFor = caller ? countedAs(caller) : networkOf(address);
    const { count, resetsInMs } = this.#counter.hit('documents', countsFor, windowMs);
    if (count > max) throw rateLimited(resetsInMs);
    return refusalOf(source, this.options);
  }

  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source }) => {
        this.#valid.set(keyOf(source), true);
      },
    }),
  };
}

const keyOf = (source: string): string => hash('sha256', source, 'base64');
