import { hash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Bytes for documents and their plans: about 1,400 average documents. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Measured at 250 to 400 bytes for the syntax tree and the plan. */
const BYTES_PER_TOKEN = 400;

/** Keeps recent valid documents for Apollo, which fills it. A plan lives as long as its document, so this limits both. */
export class DocumentStore {
  readonly #documents = new LRUCache<string, DocumentNode>({ maxSize: MAX_BYTES, sizeCalculation: bytesOf });

  /** The document of a text, if Apollo has found it valid. */
  find(source: string): DocumentNode | undefined {
    return this.#documents.get(hash('sha256', source, 'hex'));
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#documents.get(hashIn(key));
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(hashIn(key), document);
  }

  async delete(key: string): Promise<boolean> {
    return this.#documents.delete(hashIn(key));
  }
}

/** Apollo's key is a hash of the schema and the SHA-256 of the text. */
const hashIn = (key: string): string => key.slice(-64);

function bytesOf({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken.next; token; token = token.next) tokens++;
  return tokens * BYTES_PER_TOKEN + (loc?.source.body.length ?? 0) * 2;
}
