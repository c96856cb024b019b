import type { EmailTransport } from './email.transport.ts';

/** Sends nothing. The mailbox at /dev/mail shows the emails. */
export class DevelopmentTransport implements EmailTransport {
  async deliver(): Promise<void> {}

  async hasAccepted(): Promise<boolean> {
    return false;
  }
}
