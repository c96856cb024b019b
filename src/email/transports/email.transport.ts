export interface OutgoingEmail {
  /** The ID of the EmailMessage. */
  id: string;
  template: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}

export interface EmailTransport {
  /** @throws DeliveryError if the email was not accepted */
  deliver(email: OutgoingEmail): Promise<void>;
}

/** Admins see the message, so it must not contain secrets. */
export class DeliveryError extends Error {
  constructor(
    message: string,
    /** Whether every further attempt would fail too. */
    readonly permanent: boolean,
  ) {
    super(message);
  }
}
