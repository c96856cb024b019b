import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import type { MikroORM } from '@mikro-orm/postgresql';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { Admission } from './admission.ts';
import type { Config } from '../config.ts';
import type { RequestParts, Served } from '../feature.ts';
import { databaseProblem } from '../core/database/database.problem.ts';
import { DocumentGuard } from '../core/graphql/document.guard.ts';
import { DomainError, type ErrorCode } from '../core/context/domain.error.ts';
import { errorReporting, formatError } from '../core/graphql/error.response.ts';
import type { JobQueue } from '../core/jobs/job.queue.ts';
import { documentStore } from '../core/graphql/document.store.ts';
import { plannedExecution } from '../core/graphql/query.executor.ts';
import { MAX_ERRORS, MAX_TOKENS } from '../core/graphql/query.limits.ts';
import { addressOf } from '../core/limits/rate.identity.ts';
import type { Caller, RequestContext } from '../core/context/request.context.ts';
import { logRequests, noteOutcome } from './request.log.ts';
import type { Secrets } from '../core/secrets/secrets.ts';
import { forkFor } from '../core/database/tenancy.ts';
import { setSecurityHeaders } from './security.headers.ts';
import { pageOrNotFound, webPages } from './web.pages.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined for anonymous requests. */
    caller: Caller | undefined;
  }
}

export interface ServerParts {
  config: Config;
  schema: GraphQLSchema;
  orm: MikroORM;
  jobs: JobQueue;
  limits: RequestContext['limits'];
  secrets: Secrets;
  /** The endpoints and other parts that features add. */
  served: readonly Served[];
  log: FastifyBaseLogger;
  /** Whether the process accepts more work. False once it stops. */
  isReady: () => Promise<boolean>;
  /** Once true, every response closes its connection. */
  isStopping: () => boolean;
}

/** Bytes. Fits four texts of 5,000 characters in any encoding. */
const BODY_LIMIT = 256 * 1024;

/** Milliseconds. Slower clients get 408. Keep-alive exceeds the idle time of load balancers. */
const SLOWEST = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 72_000,
};

/** Milliseconds that a stop waits for silent connections and for running requests. */
const STOP_PATIENCE = { silent: 500, busy: 5_000 };

/** Builds Fastify and Apollo, and prepares everything before the first request. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, log, isReady, isStopping, served } = parts;
  const made = requestPartsOf(served);
  const admission = new Admission({ most: config.requestsAtOnce, allowedOrigins: config.allowedOrigins, log });
  const server = Fastify({
    serverFactory: (handle) => createServer(SLOWEST, admission.before(handle)),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }), // request.log.ts writes the log line
    genReqId: () => randomUUID(),
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // late requests still get an answer
  });
  closeConnectionsAtStop(server);
  admission.countIn(server);
  server.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-request-id', request.id);
    if (isStopping()) void reply.header('connection', 'close');
    done();
  });
  logRequests(server);
  await server.register(cors, { origin: config.allowedOrigins, credentials: true, maxAge: 86_400 });
  setSecurityHeaders(server, config.production);
  await server.register(cookie);
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(pageOrNotFound);
  await webPages(server);
  // Apollo answers other content types with 400, not 415.
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await isReady();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
  });
  for (const { endpoints } of served) if (endpoints) await server.register(endpoints);

  const documents = new DocumentGuard({
    introspection: !config.production,
    newDocuments: config.rateLimits.documents,
  });
  const apollo = new ApolloServer<RequestContext>({
    gateway: plannedExecution(parts.schema),
    documentStore: documentStore(),
    formatError,
    introspection: !config.production,
    hideSchemaDetailsFromClientErrors: config.production,
    includeStacktraceInErrorResponses: false,
    stringifyResult: (answer) => JSON.stringify(answer), // Apollo's default indents, which adds a third
    persistedQueries: false, // anyone could fill that cache
    stopOnTerminationSignals: false, // main.ts stops everything, in order
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_ERRORS },
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(), // wraps every field, and no gateway caches our responses
      config.production
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ embed: true }),
      documents.plugin,
      errorReporting(),
      noteOutcome(),
      ...served.flatMap(({ plugins = [] }) => plugins),
      fastifyApolloDrainPlugin(server),
    ],
  });
  await apollo.start();
  server.decorateRequest('caller', undefined);
  server.addHook('preHandler', async (request, reply) => {
    if (!isGraphQL(request)) return undefined;
    request.caller = await made.authenticate(request.headers.authorization, addressOf(request.ip));
    return documents.check(request, reply);
  });
  await server.register(fastifyApollo(apollo), {
    path: '/graphql',
    context: async (request, reply) => contextOf(parts, made, request, reply),
  });
  return server;
}

/** @throws Error unless exactly one feature provides each part */
function requestPartsOf(served: readonly Served[]): RequestParts {
  const makerOf = <Name extends keyof RequestParts>(name: Name): RequestParts[Name] => {
    const [maker, another] = served.flatMap((each) => each[name] ?? []);
    if (!maker || another) throw new Error(`Exactly one feature must provide ${name}.`);
    return maker as RequestParts[Name];
  };
  return {
    authenticate: makerOf('authenticate'),
    refreshCookie: makerOf('refreshCookie'),
    signAccessToken: makerOf('signAccessToken'),
    signClientAccess: makerOf('signClientAccess'),
    verifyIdentity: makerOf('verifyIdentity'),
  };
}

function contextOf(
  parts: ServerParts,
  made: RequestParts,
  request: FastifyRequest,
  reply: FastifyReply,
): RequestContext {
  const { config, orm, jobs, limits, secrets } = parts;
  const { signAccessToken, signClientAccess, verifyIdentity } = made;
  const { caller } = request;
  return {
    requestId: request.id,
    address: addressOf(request.ip),
    userAgent: request.headers['user-agent'],
    caller,
    refreshCookie: made.refreshCookie(request, reply),
    signAccessToken,
    signClientAccess,
    verifyIdentity,
    secrets,
    em: forkFor(orm, caller),
    limits,
    jobs,
    config,
    noteOutcome: (outcome) => void (request.outcome = outcome),
    log: request.log,
  };
}

const isGraphQL = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/graphql';

/** Node's close waits for all connections, including idle ones and half-sent requests. */
function closeConnectionsAtStop(server: FastifyInstance): void {
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const closeSilent = () => sockets.forEach((socket) => void (socket.bytesRead === 0 && socket.destroy()));
  server.addHook('preClose', async () => {
    setTimeout(closeSilent, STOP_PATIENCE.silent).unref();
    setTimeout(() => server.server.closeAllConnections(), STOP_PATIENCE.busy).unref();
  });
}

/** HTTP status of requests that are refused before their document is read. */
const REFUSALS: Partial<Record<ErrorCode, number>> = { UNAVAILABLE: 503, RATE_LIMITED: 429, FORBIDDEN: 403 };

/**
 * Answers errors before Apollo in GraphQL's error format without internals: an invalid body, an unavailable database, or
 * an API key from an address that is not allowed.
 */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = error instanceof DomainError ? error : databaseProblem(error);
  const refusal = known && REFUSALS[known.code];
  if (refusal) {
    const { message, code, details } = known;
    if (code === 'RATE_LIMITED') request.log.warn({ event: 'denied', code }, message); // the caller is still unknown
    if (code !== 'FORBIDDEN') void reply.header('retry-after', `${details.retryAfterSeconds ?? 1}`);
    const errors = [{ message, extensions: { code, ...details, requestId: request.id } }];
    return reply.status(refusal).send({ errors });
  }
  const status = error.statusCode ?? 500;
  const refused = status >= 400 && status < 500;
  if (!refused) request.log.error({ err: error }, 'unhandled error');
  const code = refused ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
  const message = refused ? error.message : 'Something went wrong.';
  return reply.status(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}
