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
  newDocuments: RatePolicy;
}

/** Limits documents before parsing. Known valid ones pass; new ones count per caller, in this process's memory. */
export class DocumentGuard {
  readonly #valid = new LRUCache<string, true>({ max: MAX_KNOWN });
  readonly #counter = new MemoryRateCounter();

  constructor(private readonly options: Options) {}

  /** Replies 400 if the document is too large. Throws RATE_LIMITED after too many new documents. */
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

  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source }) => {
        this.#valid.set(keyOf(source), true);
      },
    }),
  };
}

/** Parses the URL as Apollo does: Fastify's parser keeps invalid UTF-8. */
const sourceOf = ({ method, url, body }: FastifyRequest): unknown =>
  method === 'POST' ? Reflect.get(Object(body), 'query') : new URL(url, 'http://localhost').searchParams.get('query');

const keyOf = (source: string): string => hash('sha256', source, 'base64');
