import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Site } from '../email/email.template.ts';
import { emailTemplates } from '../worker.ts';
import { mailboxPage } from './mailbox.page.tsx';

export interface DevelopmentPages {
  orm: MikroORM;
  site: Site;
}

/** What only developers see: GraphiQL, which works offline, and the mailbox. Production has none of it. */
export async function developmentPages(server: FastifyInstance, { orm, site }: DevelopmentPages): Promise<void> {
  server.get('/graphiql', async (_request, reply) => {
    // Nine megabytes of editor: loaded when somebody comes.
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    const page = renderGraphiQL({ title: 'ReachGenie Partners', endpoint: '/graphql', credentials: 'include' });
    return reply.type('text/html').header('content-security-policy', INLINE).send(page);
  });
  await server.register(mailboxPage, { em: orm.em, templates: emailTemplates, site });
}

const INLINE = "default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:";
