import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import cors from '@fastify/cors';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
} from 'fastify';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Caller, Outcome } from '../core/context/request.context.ts';
import { DocumentStore } from '../core/graphql/documents/document.store.ts';
import { plannedExecution } from '../core/graphql/documents/query.executor.ts';
import { LONGEST_UPLOAD } from '../core/limits/upload.path.ts';
import type { WorkQueue } from '../core/limits/work.queue.ts';
import { startRequestSpan, traceHeaderOf } from '../core/telemetry/spans.ts';
import { currentWork, type Work } from '../core/telemetry/work.ts';
import type { Served } from '../feature.ts';
import { Admission } from './admission.ts';
import { limitConnections } from './connection.limit.ts';
import { Deadlines } from './deadlines.ts';
import { errorAnswerAt, refusalOf, sendAnswer } from './graphql/answer.ts';
import { serveApollo } from './graphql/apollo.ts';
import { Contexts, type ContextParts } from './graphql/context.ts';
import { Front } from './graphql/front.ts';
import { runStored, type StoredCall } from './graphql/stored.operations.ts';
import { healthChecks, type Health } from './health.ts';
import { RequestLog } from './request.log.ts';
import { corsHeaders, securityHeaders } from './security.headers.ts';
import { refuseSlowBodies } from './slow.bodies.ts';
import { webPages } from './web.pages.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined if the request is no GraphQL operation. */
    outcome: Outcome | undefined;
    work: Work | undefined;
    /** The caller by the `Authorization` header. Throws as GraphQL does. */
    caller: () => Promise<Caller | undefined>;
    /** Runs a stored operation as `POST /graphql` does, without cookies. Throws if the caller cannot be looked up. */
    execute: (call: StoredCall) => Promise<FormattedExecutionResult>;
  }
}

export interface ServerParts extends ContextParts {
  schema: GraphQLSchema;
  queue: WorkQueue;
  /** The endpoints and other parts that features add. */
  served: readonly Served[];
  log: FastifyBaseLogger;
  /** Whether the process accepts more work (not once it stops), and sends. */
  health: Health;
  /** Once true, every response closes its connection. */
  isStopping: () => boolean;
}

/** Bytes. Fits four texts of 5,000 characters in any encoding. */
const BODY_LIMIT = 256 * 1024;

/** Characters. Longer than all paths, because Node.js limits the headers of a request to 16 kB. */
const LONGEST_PATH = 16_384;

/** Methods of the REST API, which scripts of allowed origins can use. */
const CORS_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH'];

/**
 * Milliseconds. Slower clients get 408; other bodies than uploads have less time (slow.bodies.ts). Keep-alive exceeds the
 * idle time of load balancers.
 */
const SLOWEST = {
  headersTimeout: 10_000,
  requestTimeout: LONGEST_UPLOAD,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 72_000,
};

/** Milliseconds that a stop waits for a moment without new connections, then for silent ones and for running requests. */
const STOP_PATIENCE = { connections: 1_000, silent: 500, busy: 5_000 };

/** Builds the front, Fastify and Apollo, and prepares everything before the first request. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, log, schema, queue, health, isStopping, served } = parts;
  const headers = securityHeaders(config);
  const corsFor = corsHeaders(config.allowedOrigins);
  const trusts = (_address: string, hop: number) => hop < config.trustedProxies;
  const documents = new DocumentStore();
  const executor = plannedExecution(schema);
  const contexts = new Contexts(parts, served);
  const deadlines = new Deadlines(config.requestDeadline);
  const admission = new Admission({ queue, deadlines, corsFor, log });
  const requestLog = new RequestLog(log);
  const front = new Front({
    documents,
    executor,
    contexts,
    queue,
    deadlines,
    requestLog,
    log,
    trusts,
    headersFor: (origin) => ({ ...headers.graphql, ...corsFor(origin) }),
    isStopping,
    bodyLimit: BODY_LIMIT,
  });
  const server = Fastify({
    serverFactory: (handle) => createServer(SLOWEST, deadlines.before(admission.before(front.before(handle)))),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }), // request.log.ts writes the log line
    genReqId: () => randomUUID(),
    trustProxy: trusts,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: LONGEST_PATH }, // a long ID is unknown, and not a fault of its own
    forceCloseConnections: 'idle',
    return503OnClosing: false, // late requests still get an answer
    // A path that cannot be decoded. Fastify would answer in its own format, with the path.
    frameworkErrors: ({ statusCode = 400 }, request, reply) => {
      const { raw, id: requestId, ip: address, url } = request;
      const line = { request: raw, response: reply.raw, work: { requestId }, route: '*', address, outcome: undefined };
      requestLog.add({ ...line, startedAt: performance.now(), isUnreadable: true });
      void reply.headers({ ...headers.pages, 'x-request-id': requestId });
      const answer = errorAnswerAt(url)(statusCode, 'This address is not valid.', { code: 'BAD_REQUEST', requestId });
      return void sendAnswer(reply, answer);
    },
  });
  closeConnectionsAtStop(server);
  limitConnections(server.server, log);
  refuseSlowBodies(server.server);
  admission.queueIn(server);
  deadlines.boundRoutesOf(server);
  // For log lines: a closed socket no longer knows its address unless it was read before.
  server.server.on('connection', (socket: Socket) => void socket.remoteAddress);
  server.decorateRequest('outcome', undefined);
  server.decorateRequest('work', undefined);
  server.decorateRequest('caller', function caller(this: FastifyRequest) {
    return contexts.callerOf(this);
  });
  server.decorateRequest('execute', function execute(this: FastifyRequest, call: StoredCall) {
    return runStored(this, call, { contexts, executor });
  });
  server.addHook('onRequest', async (request) => {
    request.work = { requestId: request.id, span: startRequestSpan(request.raw) };
  });
  // After the body, whose events would not know the work.
  server.addHook('preHandler', ({ work }, _reply, done) => (work ? currentWork.run(work, done) : done()));
  server.addHook('preParsing', async ({ raw }, _reply, body) => front.handedOn(raw)?.body ?? body);
  server.addHook('onSend', async (request, reply) => {
    const { raw, id, ip, outcome, work = { requestId: id }, routeOptions } = request;
    void reply.header('x-request-id', id).headers(traceHeaderOf(work.span));
    if (isStopping()) void reply.header('connection', 'close');
    const startedAt = front.handedOn(raw)?.startedAt ?? performance.now() - reply.elapsedTime;
    const route = routeOptions.url ?? '*';
    requestLog.add({ request: raw, response: reply.raw, work, route, address: ip, startedAt, outcome });
  });
  await server.register(cors, {
    origin: config.allowedOrigins,
    credentials: true,
    maxAge: 86_400,
    methods: CORS_METHODS,
  });
  server.addHook('onRequest', async ({ routeOptions }, reply) => {
    void reply.headers(routeOptions.url === '/graphql' ? headers.graphql : headers.pages);
  });
  server.setErrorHandler((error: FastifyError, request, reply) =>
    sendAnswer(reply, refusalOf(error, request.id, request.log, errorAnswerAt(request.url))),
  );
  await webPages(server, config);
  // Apollo answers other content types with 400, not 415.
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  healthChecks(server, health);
  for (const { endpoints } of served) if (endpoints) await server.register(endpoints);
  await serveApollo(server, { config, schema, executor, documents, contexts, log });
  return server;
}

/** Node's close waits for all connections, including idle ones and half-sent requests. */
function closeConnectionsAtStop(server: FastifyInstance): void {
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const closeSilent = () => sockets.forEach((socket) => void (socket.bytesRead === 0 && socket.destroy()));
  server.addHook('preClose', async () => {
    await turnWithoutConnection(server.server);
    setTimeout(closeSilent, STOP_PATIENCE.silent).unref();
    setTimeout(() => server.server.closeAllConnections(), STOP_PATIENCE.busy).unref();
  });
}

/**
 * Resolves after a short turn of the event loop in which no client connected, or after a second. Closing the port resets
 * connections that Node has not accepted yet, and it accepts one in each turn.
 */
async function turnWithoutConnection(server: Server): Promise<void> {
  let connected = false;
  const note = () => void (connected = true);
  server.on('connection', note);
  const startedAt = performance.now();
  let turnAt: number;
  do {
    connected = false;
    turnAt = performance.now();
    await setImmediate();
  } while ((connected || performance.now() - turnAt > 1) && turnAt - startedAt < STOP_PATIENCE.connections);
  server.off('connection', note);
}
