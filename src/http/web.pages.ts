import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageHints } from './web.hints.ts';

/** What `npm run build:web` makes; the same folder from src and from dist. */
const FOLDER = join(import.meta.dirname, '..', '..', 'dist', 'web');
const PAGE = 'index.html';

/** Whatever begins so is no web page. */
const NOT_A_PAGE = /^\/(?:graphql|graphiql|dev|health|metrics|client-access|exports|assets|\.well-known)(?:[/?]|$)/;

/** The files of the web pages, where they were built. Everything in assets/ has a hash in its name, and never changes. */
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

/** A browser that goes to an address gets the page, whose script knows which addresses there are; all others get 404. */
export function pageOrNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isVisit = ['GET', 'HEAD'].includes(request.method) && request.headers.accept?.includes('text/html');
  if (isVisit && !NOT_A_PAGE.test(request.url) && request.server.hasReplyDecorator('sendFile')) {
    return reply.sendFile(PAGE);
  }
  const extensions = { code: 'NOT_FOUND', requestId: request.id };
  return reply
    .status(404)
    .send({ errors: [{ message: 'There is nothing here. The API is at /graphql.', extensions }] });
}
