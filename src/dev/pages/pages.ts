import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Secrets } from '../../core/secrets/secrets.ts';
import type { Config } from '../../config.ts';
import type { Site } from '../../email/email.template.ts';
import { emailTemplates } from '../../worker.ts';
import { clientAccessPage } from './client-access.page.tsx';
import { mailboxPage } from './mailbox.page.tsx';
import { webhooksPage } from './webhooks.page.tsx';
import { productPage } from './product.page.tsx';

export interface DevelopmentPages {
  orm: MikroORM;
  site: Site;
  secrets: Secrets;
  clientAppSecret: string;
  product: Config['product'];
}

/**
 * Pages for developers only: GraphiQL, which works offline, the mailbox, receivers of webhooks, a client application, and
 * a product unless one is configured. Not served in production.
 */
export async function developmentPages(
  server: FastifyInstance,
  { orm, site, secrets, clientAppSecret: secret, product }: DevelopmentPages,
): Promise<void> {
  server.get('/graphiql', async (_request, reply) => {
    // Nine megabytes of editor, so load it at the first visit.
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    const page = renderGraphiQL({ title: 'ReachGenie Partners', endpoint: '/graphql', credentials: 'include' });
    return reply.type('text/html').header('content-security-policy', INLINE).send(page);
  });
  await server.register(mailboxPage, { em: orm.em, templates: emailTemplates, site });
  await server.register(webhooksPage, { em: orm.em, secrets });
  await server.register(clientAccessPage, { secret });
  if (product?.isStandIn) await server.register(productPage, { product });
}

const INLINE = "default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:";
