import { Errors, ServerClient } from 'postmark';
import { DeliveryError, type EmailTransport, type OutgoingEmail } from './email.transport.ts';

export interface PostmarkOptions {
  token: string;
  /** Postmark's URL by default. A path at the end is kept. */
  apiUrl?: string | undefined;
  /** Default: 10. Postmark's client alone would wait 180 seconds. */
  timeoutSeconds?: number;
}

const MESSAGE_STREAM = 'outbound';

/**
 * Codes, with status 422, of emails that Postmark will never accept:
 * https://postmarkapp.com/developer/api/overview#error-codes
 */
const INACTIVE_RECIPIENT = 406;
const INVALID_EMAIL_REQUEST = 300;

/** The only answer below 500 after which Postmark may have the email. */
const REQUEST_TIMEOUT = 408;

/** Rejects display names, second addresses and line breaks. */
const PLAIN_ADDRESS = /^[^\s<>(),;:"\\]+@[^\s<>(),;:"\\@]+$/;

/** Postmark has no idempotency keys, so the caller must remember sent emails, and ask after lost answers. */
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
    if (!PLAIN_ADDRESS.test(to)) throw new DeliveryError('The recipient is not a plain email address.', true);
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

  /** Compares the metadata too, in case a proxy ignores the filter: https://postmarkapp.com/developer/api/messages-api */
  async hasAccepted(id: string): Promise<boolean> {
    try {
      const filter = { count: 1, offset: 0, messageStream: MESSAGE_STREAM, metadata_email: id };
      const { Messages } = await this.#client.getOutboundMessages(filter);
      return Messages.some(({ Metadata }) => Metadata['email'] === id);
    } catch (error) {
      throw this.#deliveryError(error);
    }
  }

  #deliveryError(error: unknown): DeliveryError {
    const message = (error instanceof Error ? error.message : String(error)).replaceAll(this.#token, '…');
    if (!(error instanceof Errors.PostmarkError) || error.statusCode === 0) {
      return new DeliveryError(`Postmark is unreachable: ${message}`, false, true);
    }
    const { code, statusCode } = error;
    // Other errors concern our account, such as missing credits, and pass once fixed.
    const permanent = statusCode === 422 && (code === INACTIVE_RECIPIENT || code === INVALID_EMAIL_REQUEST);
    const answer = code === 0 ? String(statusCode) : `${statusCode}, code ${code}`;
    return new DeliveryError(
      `Postmark ${permanent ? 'rejected the email' : 'failed'} (${answer}): ${message}`,
      permanent,
      statusCode >= 500 || statusCode === REQUEST_TIMEOUT,
    );
  }
}
