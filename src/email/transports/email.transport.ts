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

  /**
   * Whether an earlier `deliver` was accepted, although its answer is unknown.
   *
   * @throws DeliveryError if the email service does not say
   */
  hasAccepted(id: string): Promise<boolean>;
}

/** Admins see the message, so it must not contain secrets. */
export class DeliveryError extends Error {
  constructor(
    message: string,
    /** Whether every further attempt would fail too. */
    readonly permanent: boolean,
    /** Whether the email may have been accepted all the same. */
    readonly uncertain = false,
  ) {
    super(message);
  }
}
