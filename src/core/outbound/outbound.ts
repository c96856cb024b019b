import type { Client } from 'undici';
import { ANSWER_WITHIN, CONNECT_WITHIN, OutboundError, outboundError } from './outbound.error.ts';
import { addressesByDns, lookupBy, publicAddressesOf, type Addresses } from './outbound.lookup.ts';
import { isLoopbackUrl, outboundUrl } from './outbound.url.ts';
import { publicAddresses } from './public.addresses.ts';

/** Bytes of an answer. The rest is not read. */
const MOST_READ = 4_096;

export interface OutboundOptions {
  /** Whether `http://localhost` of any port is allowed, for development. */
  allowsLoopback: boolean;
  /** Networks of the operator, such as `192.0.2.0/24`, that no one may reach through us. */
  blockedNetworks?: readonly string[];
  /** As in `dns.setServers`. If undefined, those of the system. */
  dnsServers?: readonly string[] | undefined;
}

/** The parts of the internet, and of its time, that tests replace. */
interface Internet {
  addressesOf: Addresses;
  isPublic: (address: string) => boolean;
  /** Port of https. */
  port: number;
  /** Certificate of an authority, as PEM. If undefined, those of Node. */
  authority: string | undefined;
  /** Milliseconds from the look-up of the name to the connection. */
  connectWithin: number;
  /** Milliseconds from the look-up of the name to the end of the answer. */
  answerWithin: number;
}

export interface OutboundCall {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface OutboundAnswer {
  status: number;
  /** The `Retry-After` header. */
  retryAfter: string | undefined;
  /** The first 4 kB. */
  body: string;
}

/**
 * The only way to call an address that somebody typed. It reaches no host of our own network: decision 83.
 */
export class Outbound {
  readonly #options: OutboundOptions;
  readonly #internet: Internet;

  constructor(options: OutboundOptions, internet: Partial<Internet> = {}) {
    this.#options = options;
    this.#internet = {
      addressesOf: addressesByDns(options.dnsServers),
      isPublic: publicAddresses(options.blockedNetworks ?? []),
      port: 443,
      authority: undefined,
      connectWithin: CONNECT_WITHIN * 1_000,
      answerWithin: ANSWER_WITHIN * 1_000,
      ...internet,
    };
  }

  /**
   * Returns the normal form of an address. An unknown name is allowed: it may get its address later.
   * @throws OutboundError URL, NOT_PUBLIC
   */
  async check(text: string): Promise<string> {
    const url = this.#urlOf(text);
    if (!isLoopbackUrl(url)) {
      await this.#find(url.hostname).catch((error: unknown) => {
        if (error instanceof OutboundError && error.failure === 'NOT_PUBLIC') throw error;
      });
    }
    return url.href;
  }

  /**
   * Sends a POST request on a new connection, and follows no redirect.
   * @throws OutboundError if there is no complete answer, or its first 4 kB, within 10 seconds
   */
  async post({ url: text, headers, body }: OutboundCall): Promise<OutboundAnswer> {
    const url = this.#urlOf(text);
    const client = await this.#connectTo(url);
    try {
      const signal = AbortSignal.timeout(this.#internet.answerWithin);
      const path = url.pathname + url.search;
      const answer = await client.request({ method: 'POST', path, headers, body, signal });
      const retryAfter = answer.headers['retry-after'];
      return {
        status: answer.statusCode,
        retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
        body: await firstBytes(answer.body),
      };
    } catch (error) {
      throw outboundError(error);
    } finally {
      await client.destroy();
    }
  }

  #urlOf(text: string): URL {
    const url = outboundUrl(text, this.#options);
    if (!url) throw new OutboundError('URL');
    return url;
  }

  #find(name: string): Promise<string[]> {
    return publicAddressesOf(name, this.#internet.addressesOf, this.#internet.isPublic);
  }

  /** A shared connection could be one to an address that was checked long ago. Loads undici for the first call. */
  async #connectTo(url: URL): Promise<Client> {
    const undici = await import('undici');
    const { port, authority, connectWithin: timeout } = this.#internet;
    const isLoopback = isLoopbackUrl(url);
    const origin = isLoopback || port === 443 ? url.origin : `${url.origin}:${port}`;
    const find = isLoopback ? async () => ['127.0.0.1', '::1'] : (name: string) => this.#find(name);
    return new undici.Client(origin, {
      connect: { lookup: lookupBy(find), timeout, ...(authority && { ca: authority }) },
      allowH2: false,
      pipelining: 0,
    });
  }
}

async function firstBytes(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    read += chunk.length;
    if (read >= MOST_READ) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_READ).toString('utf8');
}
