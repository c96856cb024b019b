import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { tidyAddress } from '../core/text/mailbox.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { inTransaction } from '../core/database/transaction.ts';
import { EmailMessage, EmailStatus } from './email-message.entity.ts';
import { renderEmail } from './email.renderer.ts';
import type { EmailTemplates, Site } from './email.template.ts';
import { DeliveryError, type EmailTransport } from './transports/email.transport.ts';

export interface EmailDeliveryOptions {
  em: EntityManager;
  templates: EmailTemplates;
  site: Site;
  transport: EmailTransport;
  log: Logger;
}

type Waiting = Pick<EmailMessage, 'id' | 'recipient' | 'template' | 'data'>;

/** Milliseconds between attempts to store an outcome: as long as PostgreSQL takes to restart. */
const PAUSES = [200, 500, 1000, 2000, 4000];

/** The column's length. */
const MAX_ERROR = 1000;

const WORKER_KILLED = 'The worker was stopped during every attempt.';

/**
 * Sends each email once, even if its job runs twice. Only a worker killed between Postmark's response and the database
 * write causes a second email.
 */
export class EmailDelivery {
  readonly #options: EmailDeliveryOptions;

  constructor(options: EmailDeliveryOptions) {
    this.#options = options;
  }

  /** Sends the emails that are still queued. Returns the IDs to retry. */
  async deliver(ids: string[]): Promise<Set<string>> {
    const emails = await this.#beginTry(ids);
    const again = await Promise.all(emails.map(async (email) => ((await this.#send(email)) ? [] : [email.id])));
    return new Set(again.flat());
  }

  /** Marks emails as FAILED after their last attempt. */
  async giveUp(ids: string[]): Promise<Set<string>> {
    const { em, log } = this.#options;
    await inTransaction(asPlatform(em), async (transaction) =>
      sql`update email_message set status = ${EmailStatus.FAILED},
        last_error = coalesce(last_error, ${WORKER_KILLED})
        where id = any(${ids}) and status = ${EmailStatus.QUEUED}`.execute(transaction.getKysely()),
    );
    log.error({ emails: ids }, 'emails failed after their last attempt');
    return new Set();
  }

  /**
   * As the platform, because the worker has no caller. Counts the attempt first, so that a killed worker's attempt
   * counts.
   */
  #beginTry(ids: string[]): Promise<Waiting[]> {
    return inTransaction(asPlatform(this.#options.em), async (em) => {
      const { rows } = await sql<Waiting>`update email_message set tries = tries + 1
        where id = any(${ids}) and status = ${EmailStatus.QUEUED}
        returning id, recipient, template, data`.execute(em.getKysely());
      // Older rows may hold a Unicode domain, which Postmark rejects.
      return rows.map((row) => ({ ...row, recipient: tidyAddress(row.recipient) }));
    });
  }

  /** Returns whether the email needs no further attempt. */
  async #send(email: Waiting): Promise<boolean> {
    const { templates, site, transport, log } = this.#options;
    const { id, template, recipient } = email;
    try {
      await transport.deliver({ id, template, to: recipient, ...(await renderEmail(templates, email, site)) });
    } catch (error) {
      return this.#failed(email, error);
    }
    await this.#note(id, { status: EmailStatus.SENT, sentAt: new Date(), lastError: null });
    log.info({ email: id, template }, 'email sent');
    return true;
  }

  async #failed({ id, template, recipient }: Waiting, error: unknown): Promise<boolean> {
    const expected = error instanceof DeliveryError;
    // Internal errors go to the log only: admins cannot fix them and must not see internals.
    const lastError = expected ? error.message.slice(0, MAX_ERROR) : 'The email could not be created.';
    const permanent = expected && error.permanent;
    const cause = expected ? { reason: lastError.replaceAll(recipient, '…') } : { err: error };
    this.#options.log.warn({ email: id, template, permanent, ...cause }, 'email failed');
    await this.#note(id, { ...(permanent ? { status: EmailStatus.FAILED } : {}), lastError });
    return permanent;
  }

  /** Retries, because a sent email without its SENT status would be sent again. */
  async #note(id: string, change: Partial<EmailMessage>): Promise<void> {
    const em = asPlatform(this.#options.em);
    const note = () => em.nativeUpdate(EmailMessage, { id, status: EmailStatus.QUEUED }, change);
    for (const pause of PAUSES) {
      try {
        await note();
        return;
      } catch (error) {
        this.#options.log.warn({ err: error, email: id }, 'email outcome not stored, retrying');
        await setTimeout(pause);
      }
    }
    await note();
  }
}
