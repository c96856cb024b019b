import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';

/** Answers with a page of development under a policy of its own. React's renderer is loaded when somebody comes, not at each start. */
export async function sendPage(reply: FastifyReply, policy: string, page: ReactElement): Promise<FastifyReply> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return reply
    .header('content-security-policy', policy)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToStaticMarkup(page)}`);
}
