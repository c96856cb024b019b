import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Logger } from 'pino';
import { currentTime } from '../core/database/database.clock.ts';
import { outboundIsPaused } from '../core/jobs/outbound.pause.ts';
import { emailAttempts } from '../core/telemetry/metrics.ts';
import { inSpan } from '../core/telemetry/spans.ts';
import { tidyAddress } from '../core/text/mailbox.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { inTransaction } from '../core/database/transaction.ts';
import { EmailMessage, EmailStatus } from './email-message.entity.ts';
import { renderEmail } from './email.renderer.ts';
import type { EmailsFailed, EmailTemplates, FailedEmail, Site } from './email.template.ts';
import { DeliveryError, type EmailTransport } from './transports/email.transport.ts';

export interface EmailDeliveryOptions {
  em: EntityManager;
  templates: EmailTemplates;
  site: Site;
  transport: EmailTransport;
  /** Emails to others are held back. */
  mayReceive: (recipient: string) => boolean;
  /** Seconds after which the transport knows of every attempt, even of one without an answer. */
  settlingSeconds: number;
  failed: EmailsFailed;
  log: Logger;
}

/** An attempt has a number, so that only its own worker changes it. */
type Attempt = Pick<EmailMessage, 'id' | 'recipient' | 'template' | 'data' | 'tries' | 'language' | 'timeZone'>;
/** Of an Attempt. */
const COLUMNS = sql`id, recipient, template, data, tries, language, time_zone as "timeZone"`;

type OpenAttempt = Attempt & { settled: boolean; paused: boolean };

/** Milliseconds between attempts to store that an email was sent. The last one repeats. */
const PAUSES = [200, 500, 1000, 2000, 5000];

/** Milliseconds. A worker that was suspended for longer does not send: another one may have taken over. */
const LATEST_START = 5000;

/** The column's length. */
const MAX_ERROR = 1000;

const HELD_BACK = 'The recipient is not in MAIL_ALLOWLIST, so this staging environment sends no email there.';

const WORKER_KILLED = 'The worker was stopped during every attempt.';

/**
 * Sends each email once, even if its job runs twice, in any process. After an attempt without a known outcome, it asks
 * the transport before the next one. Decision 54 says which emails can still be sent twice.
 */
export class EmailDelivery {
  readonly #options: EmailDeliveryOptions;
  /** Sent, but not yet stored as such. */
  readonly #sent = new Set<string>();

  constructor(options: EmailDeliveryOptions) {
    this.#options = options;
  }

  /** Sends the emails that are still queued. Returns the IDs to retry. */
  async deliver(ids: string[]): Promise<Set<string>> {
    const started = performance.now();
    const begun = await this.#begin(sql`id = any(${ids}) and sending_since is null`);
    const others = ids.filter((id) => begun.every((email) => email.id !== id));
    const open = others.length > 0 ? await this.#openAttempts(others) : [];
    const results = await Promise.all([
      ...begun.map((email) => this.#send(email, started)),
      ...open.map((email) => this.#resume(email)),
    ]);
    return new Set([...begun, ...open].flatMap(({ id }, index) => (results[index] ? [] : [id])));
  }

  /** Marks emails as FAILED after their last attempt. */
  async giveUp(ids: string[]): Promise<Set<string>> {
    const { em, log } = this.#options;
    await inTransaction(asPlatform(em), (transaction) =>
      this.#fail(
        transaction,
        sql`last_error = coalesce(last_error, ${WORKER_KILLED})`,
        sql`id = any(${ids}) and status = ${EmailStatus.QUEUED}`,
      ),
    );
    log.error({ emails: ids }, 'emails failed after their last attempt');
    return new Set();
  }

  /** Marks the emails that match as FAILED, and tells of them. */
  async #fail(em: EntityManager, change: RawBuilder<unknown>, condition: RawBuilder<unknown>): Promise<void> {
    const { rows } = await sql<FailedEmail>`update email_message set status = ${EmailStatus.FAILED}, ${change}
      where ${condition} returning application_id as "applicationId", recipient, template`.execute(em.getKysely());
    if (rows.length > 0) await this.#options.failed(em, rows);
  }

  /**
   * As the platform, because the worker has no caller. Notes the attempt before it is made, so that no other worker
   * makes one too, and a killed worker's attempt is known. Begins none during a pause.
   */
  #begin(condition: RawBuilder<unknown>): Promise<Attempt[]> {
    return this.#emails(sql`update email_message set tries = tries + 1, sending_since = now()
      where ${condition} and status = ${EmailStatus.QUEUED} and not ${outboundIsPaused}
      returning ${COLUMNS}`);
  }

  /** Attempts of other workers, of killed ones, or of an earlier job. All emails, during a pause. */
  #openAttempts(ids: string[]): Promise<OpenAttempt[]> {
    return this.#emails(sql`select ${COLUMNS},
        sending_since <= now() - ${this.#options.settlingSeconds} * interval '1 second' as settled,
        ${outboundIsPaused} as paused
      from email_message where id = any(${ids}) and status = ${EmailStatus.QUEUED}`);
  }

  #emails<Row extends Attempt>(statement: RawBuilder<unknown>): Promise<Row[]> {
    return inTransaction(asPlatform(this.#options.em), async (em) => {
      const { rows } = await sql<Row>`${statement}`.execute(em.getKysely());
      // Older rows may hold a Unicode domain, which Postmark rejects.
      return rows.map((row) => ({ ...row, recipient: tidyAddress(row.recipient) }));
    });
  }

  /** Returns whether the email needs no further attempt. */
  async #resume(email: OpenAttempt): Promise<boolean> {
    const { id, tries, settled, paused } = email;
    const { transport, log } = this.#options;
    if (this.#sent.has(id)) return this.#noteSent(email);
    if (paused) log.warn({ email: id }, 'email waits: outbound work is paused');
    if (paused || !settled) return paused;
    try {
      if (await transport.hasAccepted(id)) return await this.#noteSent(email);
    } catch (error) {
      return this.#failed(email, error, true);
    }
    const started = performance.now();
    const [attempt] = await this.#begin(sql`id = ${id} and tries = ${tries}`);
    return attempt ? this.#send(attempt, started) : false;
  }

  /** Returns whether the email needs no further attempt. */
  async #send(email: Attempt, started: number): Promise<boolean> {
    const { templates, site, transport, mayReceive } = this.#options;
    const { id, template, recipient } = email;
    if (!mayReceive(recipient)) return this.#holdBack(email);
    try {
      await inSpan('send email', { 'email.id': id, 'email.template': template }, async () => {
        const content = await renderEmail(templates, email, site);
        if (performance.now() - started > LATEST_START) throw new DeliveryError('The worker took too long.', false);
        await transport.deliver({ id, template, to: recipient, ...content });
      });
    } catch (error) {
      return this.#failed(email, error, error instanceof DeliveryError && error.uncertain);
    }
    return this.#noteSent(email);
  }

  async #holdBack({ id, tries, template }: Attempt): Promise<true> {
    const { em, log } = this.#options;
    const change = { status: EmailStatus.HELD_BACK, lastError: HELD_BACK, sendingSince: null };
    await asPlatform(em).nativeUpdate(EmailMessage, { id, tries, status: EmailStatus.QUEUED }, change);
    log.info({ email: id, template }, 'email held back');
    return true;
  }

  /** Stores the reason. If that fails, the attempt stays open, and the next one asks. */
  async #failed({ id, tries, template, recipient }: Attempt, error: unknown, uncertain: boolean): Promise<boolean> {
    const { em, log } = this.#options;
    const expected = error instanceof DeliveryError;
    // Internal errors go to the log only: admins cannot fix them and must not see internals.
    const lastError = expected ? error.message.slice(0, MAX_ERROR) : 'The email could not be created.';
    const permanent = expected && error.permanent && !uncertain;
    const cause = expected ? { reason: lastError.replaceAll(recipient, '…') } : { err: error };
    log.warn({ email: id, template, permanent, uncertain, ...cause }, 'email failed');
    emailAttempts.inc({ outcome: permanent ? 'rejected' : uncertain ? 'uncertain' : 'failed' });
    try {
      const change = { lastError, ...(uncertain ? {} : { sendingSince: null }) };
      if (permanent) {
        const isOpen = sql`id = ${id} and tries = ${tries} and status = ${EmailStatus.QUEUED}`;
        const failure = sql`last_error = ${lastError}, sending_since = null`;
        await inTransaction(asPlatform(em), (transaction) => this.#fail(transaction, failure, isOpen));
      } else {
        await asPlatform(em).nativeUpdate(EmailMessage, { id, tries, status: EmailStatus.QUEUED }, change);
      }
      return permanent;
    } catch (problem) {
      log.warn({ err: problem, email: id }, 'email outcome not stored');
      return false;
    }
  }

  /** Remembers it until the database has stored it, however long that takes: nobody may send the email again. */
  async #noteSent({ id, template }: Attempt): Promise<true> {
    const { em, log } = this.#options;
    this.#sent.add(id);
    const change = { status: EmailStatus.SENT, sentAt: currentTime(), lastError: null, sendingSince: null };
    for (let round = 0; ; round++) {
      try {
        await asPlatform(em).nativeUpdate(EmailMessage, { id, status: { $ne: EmailStatus.SENT } }, change);
        break;
      } catch (error) {
        log.warn({ err: error, email: id }, 'email sent, but not stored as sent: retrying');
        await setTimeout(PAUSES[round] ?? PAUSES.at(-1), undefined, { ref: false });
      }
    }
    this.#sent.delete(id);
    emailAttempts.inc({ outcome: 'sent' });
    log.info({ email: id, template }, 'email sent');
    return true;
  }
}
