/** A mail as it goes out. */
export interface OutgoingEmail {
  /** Of the EmailMessage. */
  id: string;
  template: string;
  /** One plain address. */
  to: string;
  /** One line. */
  subject: string;
  html: string;
  text: string;
}

/** What takes a mail over. */
export interface EmailTransport {
  /** @throws DeliveryError where the mail was not taken over. */
  deliver(email: OutgoingEmail): Promise<void>;
}

/** Why a mail was not sent. Its message is shown to admins: it tells no secrets. */
export class DeliveryError extends Error {
  constructor(
    message: string,
    /** Whether it would be the same at every further try. */
    readonly permanent: boolean,
  ) {
    super(message);
  }
}
