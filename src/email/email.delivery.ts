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

/** Milliseconds between the attempts to write down what became of a mail: as long as a restart of PostgreSQL takes. */
const PAUSES = [200, 500, 1000, 2000, 4000];

/** Longer reasons are cut: the column's length. */
const MAX_ERROR = 1000;

const WORKER_KILLED = 'Whoever was sending it was stopped, at every try.';

/**
 * Renders mails and hands them to the transport. A mail that is sent is never sent again, also when its job comes twice. Only
 * a worker that is killed between Postmark's answer and the note of it leaves a mail that goes out twice.
 */
export class EmailDelivery {
  readonly #options: EmailDeliveryOptions;

  constructor(options: EmailDeliveryOptions) {
    this.#options = options;
  }

  /** Sends those mails that still wait for it; answers which have to be tried again. */
  async deliver(ids: string[]): Promise<Set<string>> {
    const emails = await this.#beginTry(ids);
    const again = await Promise.all(emails.map(async (email) => ((await this.#send(email)) ? [] : [email.id])));
    return new Set(again.flat());
  }

  /** Marks mails whose last try is over. */
  async giveUp(ids: string[]): Promise<Set<string>> {
    const { em, log } = this.#options;
    await inTransaction(asPlatform(em), async (transaction) =>
      sql`update email_message set status = ${EmailStatus.FAILED},
        last_error = coalesce(last_error, ${WORKER_KILLED})
        where id = any(${ids}) and status = ${EmailStatus.QUEUED}`.execute(transaction.getKysely()),
    );
    log.error({ emails: ids }, 'mails were given up after their last try');
    return new Set();
  }

  /**
   * As the platform, because the worker acts for nobody. The try is counted before it is made: it counts too where the worker
   * is killed at it.
   */
  #beginTry(ids: string[]): Promise<Waiting[]> {
    return inTransaction(asPlatform(this.#options.em), async (em) => {
      const { rows } = await sql<Waiting>`update email_message set tries = tries + 1
        where id = any(${ids}) and status = ${EmailStatus.QUEUED}
        returning id, recipient, template, data`.execute(em.getKysely());
      // Rows of versions before may hold a domain in Unicode, which Postmark does not take.
      return rows.map((row) => ({ ...row, recipient: tidyAddress(row.recipient) }));
    });
  }

  /** Whether nothing more is to be done for the mail. */
  async #send(email: Waiting): Promise<boolean> {
    const { templates, site, transport, log } = this.#options;
    const { id, template, recipient } = email;
    try {
      await transport.deliver({ id, template, to: recipient, ...(await renderEmail(templates, email, site)) });
    } catch (error) {
      return this.#failed(email, error);
    }
    await this.#note(id, { status: EmailStatus.SENT, sentAt: new Date(), lastError: null });
    log.info({ email: id, template }, 'a mail was sent');
    return true;
  }

  async #failed({ id, template, recipient }: Waiting, error: unknown): Promise<boolean> {
    const expected = error instanceof DeliveryError;
    // Of our own mistakes only the log tells: an admin cannot mend them, and may not see our inside.
    const lastError = expected ? error.message.slice(0, MAX_ERROR) : 'The mail could not be made.';
    const permanent = expected && error.permanent;
    const cause = expected ? { reason: lastError.replaceAll(recipient, '…') } : { err: error };
    this.#options.log.warn({ email: id, template, permanent, ...cause }, 'a mail was not sent');
    await this.#note(id, { ...(permanent ? { status: EmailStatus.FAILED } : {}), lastError });
    return permanent;
  }

  /** Persistently: a mail that was sent and is not known to be would be sent twice. */
  async #note(id: string, change: Partial<EmailMessage>): Promise<void> {
    const em = asPlatform(this.#options.em);
    const note = () => em.nativeUpdate(EmailMessage, { id, status: EmailStatus.QUEUED }, change);
    for (const pause of PAUSES) {
      try {
        await note();
        return;
      } catch (error) {
        this.#options.log.warn({ err: error, email: id }, 'the outcome of a mail could not be written yet');
        await setTimeout(pause);
      }
    }
    await note();
  }
}
