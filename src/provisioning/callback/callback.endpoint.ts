import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { shownOf } from '../sending/product.answer.ts';
import { noteCallback, type Noting } from './callback.service.ts';
import { isSigned } from './callback.signature.ts';

interface Options extends Noting {
  /** Any of them may sign. */
  secrets: readonly string[];
}

/** Bytes. */
const LONGEST_BODY = 16 * 1024;

const callback = z.object({
  type: z.enum(['account.applied', 'account.failed']),
  data: z.object({
    clientId: z.uuid(),
    version: z.int().min(1),
    externalId: z.string().min(1).max(200).nullish(),
    error: z.string().nullish(),
  }),
});

/**
 * `POST /provisioning/callback`: the product says that it has a version of a client, or cannot have it. Signed as in
 * Standard Webhooks. Any request that is not signed gets the same 401. Any signed one gets the same 200, whatever it is
 * about, so that nobody learns which clients exist.
 */
export const callbackEndpoint: FastifyPluginAsync<Options> = async (server, { secrets, ...noting }) => {
  // The signature is about the bytes.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  server.post('/provisioning/callback', { bodyLimit: LONGEST_BODY }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const { log, ip: address, body } = request;
    const text = typeof body === 'string' ? body : '';
    if (!isSignedRequest(request, text, secrets)) {
      log.warn({ event: 'provisioning_callback_refused', address }, 'callback of the product refused');
      return reply.status(401).send({ error: 'not_signed' });
    }
    const { data } = callback.safeParse(parsed(text));
    if (!data) log.warn('callback of the product not understood');
    else {
      const { type, data: account } = data;
      const error = type === 'account.failed' ? shownOf(account.error ?? '') : undefined;
      await noteCallback(noting, { ...account, error, log });
    }
    return reply.send({});
  });
};

function isSignedRequest({ headers }: FastifyRequest, body: string, secrets: readonly string[]): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`] ?? ''),
  );
  return isSigned({ id: id ?? '', timestamp: timestamp ?? '', body }, signatures ?? '', secrets);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
