import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../../config.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { DocumentGuard } from '../../core/graphql/documents/document.guard.ts';
import type { DocumentStore } from '../../core/graphql/documents/document.store.ts';
import { formatError } from '../../core/graphql/error.response.ts';
import { gatewayOf, type Executor } from '../../core/graphql/documents/query.executor.ts';
import { MAX_ERRORS, MAX_TOKENS } from '../../core/graphql/documents/query.limits.ts';
import { answerInApollo, errorAnswer, sendAnswer } from './answer.ts';
import type { Contexts } from './context.ts';

interface ApolloParts {
  config: Config;
  schema: GraphQLSchema;
  executor: Executor;
  documents: DocumentStore;
  contexts: Contexts;
  log: FastifyBaseLogger;
}

/** Serves /graphql by Apollo, which parses and validates new documents. */
export async function serveApollo(server: FastifyInstance, parts: ApolloParts): Promise<void> {
  const { config, contexts } = parts;
  const guard = new DocumentGuard({
    introspection: !config.production,
    newDocuments: config.rateLimits.documents,
  });
  const apollo = apolloServer(parts, guard);
  await apollo.start();

  server.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler: async (request, reply) => {
      const { id, headers, ip, log, method } = request;
      const { search, searchParams } = new URL(request.url, 'http://localhost'); // as Apollo: Fastify keeps invalid UTF-8
      const source: unknown =
        method === 'POST' ? Reflect.get(Object(request.body), 'query') : searchParams.get('query');
      const caller = await contexts.callerOf({ headers, ip });
      const reason = guard.check(source, { caller, address: ip });
      if (reason) {
        return sendAnswer(reply, errorAnswer(400, reason, { code: 'GRAPHQL_VALIDATION_FAILED', requestId: id }));
      }
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, headers: headerMap(headers), search, body: request.body },
        context: async () =>
          contexts.contextOf(
            {
              id,
              work: request.work ?? { requestId: id },
              headers,
              ip,
              signal: request.deadline,
              log: () => log,
              noteOutcome: (outcome) => void (request.outcome = outcome),
              sendCookie: (cookie) => void reply.removeHeader('set-cookie').header('set-cookie', cookie),
            },
            caller,
          ),
      });
      const { status = 200, body } = answer;
      for (const [name, value] of answer.headers) void reply.header(name, value);
      return reply.status(status).send(body.kind === 'complete' ? body.string : Readable.from(body.asyncIterator));
    },
  });
}

function apolloServer({ config, schema, executor, documents, log }: ApolloParts, guard: DocumentGuard) {
  return new ApolloServer<RequestContext>({
    gateway: gatewayOf(schema, executor),
    documentStore: documents,
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
      ApolloServerPluginInlineTraceDisabled(), // loads protobuf, for gateways
      ApolloServerPluginCacheControlDisabled(), // wraps every field, and no gateway caches our responses
      config.production
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ embed: true }),
      guard.plugin,
      answerInApollo,
    ],
  });
}

function headerMap(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value) map.set(name, String(value));
  return map;
}
