import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Bytes for documents and their plans: about 1,400 average documents. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Measured at 250 to 400 bytes for the syntax tree and the plan. */
const BYTES_PER_TOKEN = 400;

/** Caches recent valid documents. A plan lives as long as its document, so this limits both. */
export function documentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: MAX_BYTES, sizeCalculation: bytesOf });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}

function bytesOf({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken.next; token; token = token.next) tokens++;
  return tokens * BYTES_PER_TOKEN + (loc?.source.body.length ?? 0) * 2;
}
