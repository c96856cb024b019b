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

/** Number of emails in the list. */
const SHOWN = 100;

/**
 * Shows an email in a frame without scripts, forms and origin. Links open a tab, and nothing loads from other hosts.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'";

/** Replaces the email service in development: shows written emails and their delivery state. */
export const mailboxPage: FastifyPluginAsync<MailboxOptions> = async (server, { em, templates, site }) => {
  server.get('/dev/mail', async (_request, reply) => show(reply, <MailboxList emails={await readEmails(em)} />));

  server.get<{ Params: { id: string } }>('/dev/mail/:id', async ({ params }, reply) => {
    const email = await readById(asPlatform(em), EmailMessage, params.id);
    if (!email) return show(reply.code(404), <Page title="There is no such email" />);
    const page = await renderEmail(templates, email, site).then(
      (rendered) => <MailboxEmail email={email} rendered={rendered} />,
      (problem: unknown) => <MailboxEmail email={email} problem={String(problem)} />,
    );
    return show(reply, page);
  });
};

const show = (reply: FastifyReply, page: ReactElement) => sendPage(reply, POLICY, page);

/** Runs as the platform, because developers have no session. */
const readEmails = (em: EntityManager): Promise<Row<EmailMessage>[]> =>
  readRows(
    asPlatform(em),
    sql<Row<EmailMessage>>`select ${columnsOf(em.getMetadata(EmailMessage))} from email_message
      order by created_at desc, id desc limit ${SHOWN}`,
  );
