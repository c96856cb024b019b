import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';

/** Adds the health checks: whether the process responds, and whether it accepts work. */
export function healthChecks(server: FastifyInstance, isReady: () => Promise<boolean>): void {
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await isReady();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
  });
}

interface OperatorServerOptions {
  log: FastifyBaseLogger;
  isReady: () => Promise<boolean>;
  /** Text for Prometheus. */
  metrics?: (() => Promise<string>) | undefined;
}

/** A server for operators, which callers of the API must not reach: the health checks, and metrics if there are any. */
export function operatorServer({ log, isReady, metrics }: OperatorServerOptions): FastifyInstance {
  const logController = new LogController({ disableRequestLogging: true });
  const server = Fastify({ loggerInstance: log, logController, forceCloseConnections: true });
  healthChecks(server, isReady);
  if (metrics) {
    server.get('/metrics', async (_request, reply) =>
      reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
    );
  }
  return server;
}
