import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { forbidden, unauthenticated } from '../core/context/domain.error.ts';
import type { Caller } from '../core/context/request.context.ts';
import type { ChangeListener } from './live.listener.ts';
import type { LiveStreams } from './live.streams.ts';

interface Options {
  streams: LiveStreams;
  listener: ChangeListener;
}

/**
 * `GET /live` is a stream of hints (server-sent events): `data: applications` says that applications have changed, and
 * never how. The caller sends an access token, as to GraphQL. API keys have no pages, so they get 403.
 */
export const liveEndpoints: FastifyPluginAsync<Options> = async (server, { streams, listener }) => {
  server.addHook('preClose', async () => streams.close());
  server.get('/live', async (request, reply) => {
    const stream = await streams.open(await userOf(request));
    listener.start();
    request.raw.once('close', () => stream.destroy());
    // It may have hung up before there was a stream to close.
    if (request.raw.socket.destroyed) stream.destroy();
    return reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream);
  });
};

async function userOf(request: FastifyRequest): Promise<Caller> {
  const caller = await request.caller();
  if (!caller) throw unauthenticated();
  if (caller.credential.startsWith('key:') || caller.mustAddSecondFactor) throw forbidden();
  return caller;
}
