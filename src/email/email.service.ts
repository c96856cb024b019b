import { LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { notFound } from '../core/domain.error.ts';
import type { RequestContext } from '../core/request.context.ts';
import { inTransaction } from '../core/transaction.ts';
import { EmailMessage } from './email-message.entity.ts';
import { EMAIL_QUEUE } from './email.queue.ts';

/**
 * Sends a mail that was given up once more, with as many tries as a new one. NOT_FOUND where there is none; CONFLICT with the
 * reason EMAIL_STATUS where it was not given up.
 */
export function resendEmail(ctx: RequestContext, id: string): Promise<EmailMessage> {
  return inTransaction(ctx.em, async (em) => {
    const email = isUuid(id) ? await em.findOne(EmailMessage, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (!email) throw notFound('EmailMessage');
    email.queueAgain();
    await ctx.jobs.send(em, EMAIL_QUEUE, [id]);
    return email;
  });
}
