import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { Outbound, type OutboundOptions } from '../../../src/core/outbound/outbound.ts';
import { addressesByDns } from '../../../src/core/outbound/outbound.lookup.ts';
import { FakeDns } from './fake-dns.ts';

export const HOST = 'hooks.shop.example';

/** Stands for a public address. Linux has all of 127.0.0.0/8. */
export const PUBLIC = '127.0.0.2';
export const INNER = '127.0.0.1';

export interface StandInInternet {
  dns: FakeDns;
  /** Requests that any server got. */
  received: { at: string | undefined; from: number | undefined; request: IncomingMessage }[];
  /** Answers all requests. Before each test: with 204. */
  answer: RequestListener;
  /** Calls as production does, except that `127.0.0.2` is public. */
  outbound(patience?: { connectWithin?: number; answerWithin?: number }): Outbound;
  /** Calls by all rules of production. */
  strict(options?: Partial<OutboundOptions>): Outbound;
}

/** A DNS server, and https servers for one host at a public and at an inner address. */
export function useStandInInternet(): StandInInternet {
  const internet = { received: [] as StandInInternet['received'] } as StandInInternet;
  const closings: (() => Promise<unknown>)[] = [];
  let certificate: Certificate;
  let port: number;

  const listen = async (address: string, wanted: number): Promise<number> => {
    const server = createServer(certificate, (request, response) => {
      const { localAddress: at, remotePort: from } = request.socket;
      internet.received.push({ at, from, request });
      internet.answer(request, response);
    });
    server.listen(wanted, address);
    await once(server, 'listening');
    closings.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    return (server.address() as AddressInfo).port;
  };

  beforeAll(async () => {
    internet.dns = await FakeDns.start();
    closings.push(() => internet.dns.stop());
    certificate = await certificateOf(HOST);
    port = await listen(PUBLIC, 0);
    await listen(INNER, port);
  });

  beforeEach(() => {
    internet.received.length = 0;
    internet.dns.asked.length = 0;
    internet.answer = (_request, response) => response.writeHead(204).end();
  });

  internet.outbound = (patience = {}) =>
    new Outbound(
      { allowsLoopback: false },
      {
        ...patience,
        addressesOf: addressesByDns([internet.dns.address]),
        isPublic: (address) => address === PUBLIC,
        port,
        authority: certificate.cert,
      },
    );
  internet.strict = (options = {}) =>
    new Outbound({ allowsLoopback: false, dnsServers: [internet.dns.address], ...options }, { port });

  afterAll(async () => {
    for (const close of closings.reverse()) await close();
  });
  return internet;
}

interface Certificate {
  key: string;
  cert: string;
}

async function certificateOf(host: string): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')] as const;
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
  const forHost = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  await promisify(execFile)('openssl', ['req', '-x509', ...curve, '-keyout', key, '-out', cert, ...forHost]);
  const made = { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  await rm(folder, { recursive: true });
  return made;
}
