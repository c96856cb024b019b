import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Bytes of all documents that are kept, with their plans: about 1,400 documents of the usual length. */
const MAX_BYTES = 32 * 1024 * 1024;

/** What a token takes in the syntax tree and the plan: 250 to 400 bytes were measured. */
const BYTES_PER_TOKEN = 400;

/** The valid documents that came last. A plan lives as long as its document, so this bounds both. */
export function documentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: MAX_BYTES, sizeCalculation: bytesOf });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}

/** Its text counts too: a token may be a long one. */
function bytesOf({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken.next; token; token = token.next) tokens++;
  return tokens * BYTES_PER_TOKEN + (loc?.source.body.length ?? 0) * 2;
}
