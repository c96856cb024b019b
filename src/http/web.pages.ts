import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, sep } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageHints } from './web.hints.ts';

/** Output of `npm run build:web`. Sources and the bundle lie at different depths below package.json. */
const FOLDER = join(findPackageJSON(import.meta.url) ?? '', '..', 'dist', 'web');
const PAGE = 'index.html';

/** Paths that are not web pages. */
const NOT_A_PAGE = /^\/(?:graphql|graphiql|dev|health|metrics|client-access|exports|assets|\.well-known)(?:[/?]|$)/;

/** Serves the built web pages, if any. Files in assets/ have a hash in their name and never change. */
export async function webPages(server: FastifyInstance): Promise<void> {
  if (!existsSync(join(FOLDER, PAGE))) return;
  const hintsFor = pageHints(FOLDER);
  await server.register(files, {
    root: FOLDER,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(FOLDER, 'assets') + sep);
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (!path.startsWith(join(FOLDER, PAGE))) return;
      const { url, headers } = reply.request;
      void reply.header('link', hintsFor(url, headers['accept-language']));
    },
  });
}

/** Answers page visits with index.html, whose script knows the routes, and everything else with 404. */
export function pageOrNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isVisit = ['GET', 'HEAD'].includes(request.method) && request.headers.accept?.includes('text/html');
  if (isVisit && !NOT_A_PAGE.test(request.url) && request.server.hasReplyDecorator('sendFile')) {
    return reply.sendFile(PAGE);
  }
  const extensions = { code: 'NOT_FOUND', requestId: request.id };
  return reply
    .status(404)
    .send({ errors: [{ message: 'Nothing exists at this address. The API is at /graphql.', extensions }] });
}
