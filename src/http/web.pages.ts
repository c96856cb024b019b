import { existsSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, sep } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { pageHints } from './web.hints.ts';

/** Output of `npm run build:web`. Sources and the bundle lie at different depths below package.json. */
const FOLDER = join(findPackageJSON(import.meta.url) ?? '', '..', 'dist', 'web');
const PAGE = 'index.html';

/** Paths that are not web pages. */
const NOT_A_PAGE = /^\/(?:graphql|graphiql|dev|health|metrics|client-access|exports|assets|\.well-known)(?:[/?]|$)/;

const NO_ROBOTS = 'User-agent: *\nDisallow: /\n';

type SendPage = (reply: FastifyReply) => FastifyReply;

/**
 * Answers page visits with the built page, if any, whose script knows the routes, and everything else with 404. In
 * staging, the page shows that, and robots are kept out.
 */
export async function webPages(server: FastifyInstance, { staging }: Pick<Config, 'staging'>): Promise<void> {
  const sendPage = existsSync(join(FOLDER, PAGE)) ? await serveFiles(server, staging) : undefined;
  if (staging) server.get('/robots.txt', (_request, reply) => reply.type('text/plain').send(NO_ROBOTS));
  server.setNotFoundHandler((request, reply) =>
    sendPage && isVisit(request) ? sendPage(reply) : sendNotFound(request, reply),
  );
}

/** Files in assets/ have a hash in their name and never change. */
async function serveFiles(server: FastifyInstance, staging: boolean): Promise<SendPage> {
  const hintsFor = pageHints(FOLDER);
  const headersOfPage = ({ url, headers }: FastifyRequest) => ({
    'cache-control': 'no-cache',
    link: hintsFor(url, headers['accept-language']),
  });
  await server.register(files, {
    root: FOLDER,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(FOLDER, 'assets') + sep);
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (path.startsWith(join(FOLDER, PAGE))) void reply.headers(headersOfPage(reply.request));
    },
  });
  if (!staging) return (reply) => reply.sendFile(PAGE);

  const html = readFileSync(join(FOLDER, PAGE), 'utf8').replace(
    '<head>',
    '<head><meta name="deployment" content="staging" />',
  );
  const sendPage: SendPage = (reply) =>
    reply.type('text/html; charset=utf-8').headers(headersOfPage(reply.request)).send(html);
  for (const path of ['/', `/${PAGE}`]) server.get(path, (_request, reply) => sendPage(reply));
  return sendPage;
}

const isVisit = ({ method, headers, url }: FastifyRequest): boolean =>
  ['GET', 'HEAD'].includes(method) && headers.accept?.includes('text/html') === true && !NOT_A_PAGE.test(url);

function sendNotFound({ id: requestId }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = 'Nothing exists at this address. The API is at /graphql.';
  return reply.status(404).send({ errors: [{ message, extensions: { code: 'NOT_FOUND', requestId } }] });
}
