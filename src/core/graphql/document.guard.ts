import { hash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { rateLimited } from '../context/domain.error.ts';
import { refusalOf } from './query.limits.ts';
import { MemoryRateCounter } from '../limits/rate.counter.ts';
import { countedAs, networkOf } from '../limits/rate.identity.ts';
import type { RatePolicy } from '../limits/rate.policy.ts';
import type { RequestContext } from '../context/request.context.ts';

const MAX_KNOWN = 5_000;

interface Options {
  introspection: boolean;
  /** How many new documents a caller may send, or a network if the caller is unknown. */
  newDocuments: RatePolicy;
}

/**
 * Keeps the cost of documents low before Apollo parses them. A document that was valid once passes. Any other one counts for
 * its caller, and is refused if its size is out of proportion. Counted in this process, because its CPU is what is protected.
 */
export class DocumentGuard {
  /** Hashes of valid documents. */
  readonly #valid = new LRUCache<string, true>({ max: MAX_KNOWN });
  readonly #counter = new MemoryRateCounter();

  constructor(private readonly options: Options) {}

  /** The reply with 400 if the document is refused. Throws RATE_LIMITED after too many new documents. */
  check(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
    const { id, caller, ip } = request;
    const source = sourceOf(request);
    if (typeof source !== 'string' || this.#valid.get(keyOf(source))) return undefined;
    const { max, windowMs } = this.options.newDocuments;
    const { count, resetsInMs } = this.#counter.hit('documents', caller ? countedAs(caller) : networkOf(ip), windowMs);
    if (count > max) throw rateLimited(Math.max(1, Math.ceil(resetsInMs / 1_000)));
    const message = refusalOf(source, this.options);
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', requestId: id };
    return message ? reply.status(400).send({ errors: [{ message, extensions }] }) : undefined;
  }

  /** Remembers documents that Apollo found valid. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source }) => {
        this.#valid.set(keyOf(source), true);
      },
    }),
  };
}

/** Read as Apollo reads it: fastify's own reader of addresses leaves one that is no UTF-8 as it is. */
const sourceOf = ({ method, url, body }: FastifyRequest): unknown =>
  method === 'POST' ? Reflect.get(Object(body), 'query') : new URL(url, 'http://localhost').searchParams.get('query');

const keyOf = (source: string): string => hash('sha256', source, 'base64');
