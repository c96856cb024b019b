import type { EmailTransport } from './email.transport.ts';

/** Where no mail service is set up nothing leaves: the mailbox at /dev/mail shows what would have been sent. */
export class DevelopmentTransport implements EmailTransport {
  async deliver(): Promise<void> {}
}
