import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, sep } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { errorAnswerAt, sendAnswer } from './graphql/answer.ts';
import { pageHints } from './web.hints.ts';

/** Output of `npm run build:web`. Sources and the bundle lie at different depths below package.json. */
const FOLDER = join(findPackageJSON(import.meta.url) ?? '', '..', 'dist', 'web');
const PAGE = 'index.html';

/** Paths that are not web pages. */
const NOT_A_PAGE = /^\/(?:api|graphql|graphiql|dev|health|metrics|client-access|exports|assets|\.well-known)(?:[/?]|$)/;

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
  const built = readFileSync(join(FOLDER, PAGE), 'utf8');
  const hintsFor = pageHints(FOLDER);
  const policyFor = policyWith(built);
  const headersOfPage = (reply: FastifyReply) => ({
    'cache-control': 'no-cache',
    'content-security-policy': policyFor(String(reply.getHeader('content-security-policy'))),
    link: hintsFor(reply.request.url, reply.request.headers['accept-language']),
  });
  await server.register(files, {
    root: FOLDER,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(FOLDER, 'assets') + sep);
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (path.startsWith(join(FOLDER, PAGE))) void reply.headers(headersOfPage(reply));
    },
  });
  if (!staging) return (reply) => reply.sendFile(PAGE);

  const html = built.replace('<head>', '<head><meta name="deployment" content="staging" />');
  const sendPage: SendPage = (reply) => reply.type('text/html; charset=utf-8').headers(headersOfPage(reply)).send(html);
  for (const path of ['/', `/${PAGE}`]) server.get(path, (_request, reply) => sendPage(reply));
  return sendPage;
}

/** Allows the scripts that are in the page, by their hashes, and no others. */
function policyWith(html: string): (policy: string) => string {
  const scripts = Array.from(html.matchAll(/<script>(.*?)<\/script>/gs), ([, script = '']) => script);
  const sources = scripts.map((script) => `'sha256-${hash('sha256', script, 'base64')}'`);
  return (policy) => policy.replace("script-src 'self'", ["script-src 'self'", ...sources].join(' '));
}

const isVisit = ({ method, headers, url }: FastifyRequest): boolean =>
  ['GET', 'HEAD'].includes(method) && headers.accept?.includes('text/html') === true && !NOT_A_PAGE.test(url);

function sendNotFound({ id: requestId, url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = 'Nothing exists at this address. The API is at /graphql.';
  return sendAnswer(reply, errorAnswerAt(url)(404, message, { code: 'NOT_FOUND', requestId }));
}
