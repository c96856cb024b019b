import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';

/** Adds the health checks: whether the process responds, and whether it accepts work. */
export function healthChecks(server: FastifyInstance, isReady: () => Promise<boolean>): void {
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await isReady();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
  });
}

/** A server with nothing but the health checks. */
export function probeServer(log: FastifyBaseLogger, isReady: () => Promise<boolean>): FastifyInstance {
  const logController = new LogController({ disableRequestLogging: true });
  const server = Fastify({ loggerInstance: log, logController, forceCloseConnections: true });
  healthChecks(server, isReady);
  return server;
}
