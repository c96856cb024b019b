import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';

/** Sends a development page with its own policy. Loads React's renderer at the first page, not at startup. */
export async function sendPage(reply: FastifyReply, policy: string, page: ReactElement): Promise<FastifyReply> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return reply
    .header('content-security-policy', policy)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToStaticMarkup(page)}`);
}
