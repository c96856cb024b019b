import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';

export interface Health {
  isReady: () => Promise<boolean>;
  /** Whether outbound work was paused at the last check. */
  isPaused: () => boolean;
}

/** Adds the health checks: whether the process responds, and whether it accepts work. A pause is no fault. */
export function healthChecks(server: FastifyInstance, { isReady, isPaused }: Health): void {
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await isReady();
    const outbound = isPaused() ? { outbound: 'paused' } : {};
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', ...outbound });
  });
}

interface OperatorServerOptions {
  log: FastifyBaseLogger;
  health: Health;
  /** Text for Prometheus. */
  metrics?: (() => Promise<string>) | undefined;
}

/** A server for operators, which callers of the API must not reach: the health checks, and metrics if there are any. */
export function operatorServer({ log, health, metrics }: OperatorServerOptions): FastifyInstance {
  const logController = new LogController({ disableRequestLogging: true });
  const server = Fastify({ loggerInstance: log, logController, forceCloseConnections: true });
  healthChecks(server, health);
  if (metrics) {
    server.get('/metrics', async (_request, reply) =>
      reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
    );
  }
  return server;
}
