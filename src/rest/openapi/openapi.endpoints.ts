import { createHash } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { RestOperation } from '../rest.operation.ts';
import { openApiDocument } from './openapi.document.ts';

/** Made by `npm run build:web`. */
const PAGE = 'api-docs.html';

interface Printed {
  body: string;
  etag: string;
}

/** Serves the OpenAPI document and a page that shows it. */
export function openApiEndpoints(operations: readonly RestOperation[], schema: GraphQLSchema): FastifyPluginAsync {
  let printed: Printed | undefined;
  return async (server) => {
    server.get('/api/openapi.json', async ({ headers }, reply) => {
      const { body, etag } = (printed ??= print(operations, schema)); // most processes are never asked for it
      void reply.headers({ etag, 'cache-control': 'no-cache' });
      if (headers['if-none-match'] === etag) return reply.status(304).send();
      return reply.type('application/json; charset=utf-8').send(body);
    });
    server.get('/api/docs', async (_request, reply) =>
      server.hasReplyDecorator('sendFile') ? reply.sendFile(PAGE) : reply.callNotFound(),
    );
  };
}

function print(operations: readonly RestOperation[], schema: GraphQLSchema): Printed {
  const body = JSON.stringify(openApiDocument(operations, schema));
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
