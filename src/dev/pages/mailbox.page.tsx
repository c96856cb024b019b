import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { sql } from 'kysely';
import type { ReactElement } from 'react';
import { columnsOf, readById, type Row } from '../../core/database/row.query.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { EmailMessage } from '../../email/email-message.entity.ts';
import { renderEmail } from '../../email/email.renderer.ts';
import type { EmailTemplates, Site } from '../../email/email.template.ts';
import { MailboxEmail, MailboxList, Page } from './mailbox.view.tsx';
import { sendPage } from './page.answer.ts';

interface MailboxOptions {
  em: EntityManager;
  templates: EmailTemplates;
  site: Site;
}

/** How many mails the list shows. */
const SHOWN = 100;

/** A mail is shown in a frame without scripts, forms and an origin, whose links open a tab; nothing is loaded from elsewhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'";

/** In development, in place of a mail service: what was written, and what became of it. */
export const mailboxPage: FastifyPluginAsync<MailboxOptions> = async (server, { em, templates, site }) => {
  server.get('/dev/mail', async (_request, reply) => show(reply, <MailboxList emails={await readEmails(em)} />));

  server.get<{ Params: { id: string } }>('/dev/mail/:id', async ({ params }, reply) => {
    const email = await readById(asPlatform(em), EmailMessage, params.id);
    if (!email) return show(reply.code(404), <Page title="There is no such mail" />);
    const page = await renderEmail(templates, email, site).then(
      (rendered) => <MailboxEmail email={email} rendered={rendered} />,
      (problem: unknown) => <MailboxEmail email={email} problem={String(problem)} />,
    );
    return show(reply, page);
  });
};

const show = (reply: FastifyReply, page: ReactElement) => sendPage(reply, POLICY, page);

/** As the platform: whoever develops is nobody to the API. */
const readEmails = (em: EntityManager): Promise<Row<EmailMessage>[]> =>
  readRows(
    asPlatform(em),
    sql<Row<EmailMessage>>`select ${columnsOf(em.getMetadata(EmailMessage))} from email_message
      order by created_at desc, id desc limit ${SHOWN}`,
  );
