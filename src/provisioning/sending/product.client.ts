import { answerToGet, answerToPut, shownOf, type HttpAnswer, type ProductAnswer } from './product.answer.ts';

export interface ProductOptions {
  /** Without a slash at its end. */
  url: string;
  token: string;
  /** Default: 10. */
  timeoutSeconds?: number;
}

/** Bytes of an answer that are read. The rest is cut off. */
const MOST_READ = 16 * 1024;

/**
 * Calls the product's API. The operator configures its address, so it may be in a private network. Never throws: a failed
 * call is an answer too.
 */
export class ProductClient {
  readonly #options: Required<ProductOptions>;

  constructor(options: ProductOptions) {
    this.#options = { timeoutSeconds: 10, ...options };
  }

  /** Safe to repeat, because the product knows versions. */
  put(clientId: string, version: number, account: object): Promise<ProductAnswer> {
    return this.#call('PUT', clientId, (answer) => answerToPut(answer, version), JSON.stringify(account));
  }

  /** Asks whether the product has a version that it took. */
  ask(clientId: string, version: number): Promise<ProductAnswer> {
    return this.#call('GET', clientId, (answer) => answerToGet(answer, version));
  }

  async #call(
    method: 'PUT' | 'GET',
    clientId: string,
    meaningOf: (answer: HttpAnswer) => ProductAnswer,
    body?: string,
  ): Promise<ProductAnswer> {
    const answer = await this.#fetch(method, clientId, body).then(meaningOf, (error: unknown) => ({
      kind: 'failed' as const,
      detail: `${method} failed: ${reasonOf(error)}`,
      pause: 0,
    }));
    // A product may repeat what it was sent.
    return 'detail' in answer ? { ...answer, detail: answer.detail.replaceAll(this.#options.token, '…') } : answer;
  }

  async #fetch(method: 'PUT' | 'GET', clientId: string, body: string | undefined): Promise<HttpAnswer> {
    const { url, token, timeoutSeconds } = this.#options;
    const response = await fetch(`${url}/accounts/${clientId}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(1_000 * timeoutSeconds),
    });
    const { status, headers } = response;
    return { status, retryAfter: headers.get('retry-after'), body: await beginningOf(response) };
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MOST_READ) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_READ).toString();
}

/** `fetch failed` says nothing. Its cause does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return shownOf(String(error));
  if (error.name === 'TimeoutError') return 'no answer in time.';
  const { cause } = error;
  const reason = cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : error.message;
  return shownOf(reason);
}
