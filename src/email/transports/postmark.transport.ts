import { Errors, ServerClient } from 'postmark';
import { DeliveryError, type EmailTransport, type OutgoingEmail } from './email.transport.ts';

export interface PostmarkOptions {
  /** The server token. */
  token: string;
  /** Where Postmark answers; its own address where left out. A path at its end is kept. */
  apiUrl?: string | undefined;
  /** How long to wait for an answer: 10 where left out. Postmark's client by itself would wait for 180. */
  timeoutSeconds?: number;
}

const MESSAGE_STREAM = 'outbound';

/** What Postmark says, with status 422, about a mail that it will never take: https://postmarkapp.com/developer/api/overview#error-codes */
const INACTIVE_RECIPIENT = 406;
const INVALID_EMAIL_REQUEST = 300;

/** A display name, a second address or a line end has no place in a recipient. */
const PLAIN_ADDRESS = /^[^\s<>(),;:"\\]+@[^\s<>(),;:"\\@]+$/;

/** Hands mails to Postmark. It knows no idempotency keys: what was taken over must be remembered here. */
export class PostmarkTransport implements EmailTransport {
  readonly #client: ServerClient;
  readonly #token: string;
  readonly #from: string;

  constructor({ token, apiUrl, timeoutSeconds = 10 }: PostmarkOptions, from: string) {
    const { protocol, host, pathname } = new URL(apiUrl ?? 'https://api.postmarkapp.com');
    this.#client = new ServerClient(token, {
      timeout: timeoutSeconds,
      useHttps: protocol === 'https:',
      requestHost: `${host}${pathname.replace(/\/+$/, '')}`,
    });
    this.#token = token;
    this.#from = from;
  }

  async deliver({ id, template, to, subject, html, text }: OutgoingEmail): Promise<void> {
    if (!PLAIN_ADDRESS.test(to)) throw new DeliveryError('The recipient is not one plain address.', true);
    try {
      await this.#client.sendEmail({
        From: this.#from,
        To: to,
        Subject: subject,
        HtmlBody: html,
        TextBody: text,
        MessageStream: MESSAGE_STREAM,
        Tag: template,
        Metadata: { email: id },
        TrackOpens: false,
      });
    } catch (error) {
      throw this.#deliveryError(error);
    }
  }

  #deliveryError(error: unknown): DeliveryError {
    const message = (error instanceof Error ? error.message : String(error)).replaceAll(this.#token, '…');
    if (!(error instanceof Errors.PostmarkError) || error.statusCode === 0) {
      return new DeliveryError(`Postmark could not be reached: ${message}`, false);
    }
    const { code, statusCode } = error;
    // Other refusals are about our account (no credits, sender not confirmed): they pass once somebody has seen to it.
    const permanent = statusCode === 422 && (code === INACTIVE_RECIPIENT || code === INVALID_EMAIL_REQUEST);
    const answer = code === 0 ? String(statusCode) : `${statusCode}, code ${code}`;
    return new DeliveryError(
      `Postmark ${permanent ? 'refused the mail' : 'failed'} (${answer}): ${message}`,
      permanent,
    );
  }
}
