import { Language } from '../../core/text/language.ts';
import { EmailStatus } from '../../email/email-message.entity.ts';
import type { NewEmail } from '../../email/email.template.ts';
import { Chance } from './chance.ts';
import { DAY_MS } from './samples/sample.reviews.ts';

/** An email and the time of its cause. */
export interface WrittenEmail extends NewEmail {
  writtenAt: Date;
}

interface DemoEmail extends NewEmail {
  createdAt: Date;
  status: EmailStatus;
  tries: number;
  lastError: string | null;
  sentAt: Date | null;
}

/** Milliseconds. Newer emails may still be retried. */
const SETTLED_AFTER = 2 * DAY_MS;

const REFUSED =
  'Postmark rejected the email (422, code 406): You tried to send to recipient(s) that have been marked as inactive.';
const UNREACHABLE = 'Postmark is unreachable: timeout of 10000ms exceeded';
/** Attempts before an email is marked as failed. */
const ALL_TRIES = 14;

/**
 * Adds delivery states. Most emails were sent within seconds. One applicant's mailbox is gone, and one email failed.
 */
export function demoEmails(emails: readonly WrittenEmail[], now: Date): DemoEmail[] {
  const chance = new Chance(1);
  const settled = (template: string) =>
    emails.findLast(
      (email) => email.template === template && now.getTime() - email.writtenAt.getTime() > SETTLED_AFTER,
    );
  const gone = settled('application.received')?.recipient;
  const unsent = settled('application.status_changed');

  const outcomeOf = (email: WrittenEmail): Omit<DemoEmail, keyof NewEmail | 'createdAt'> => {
    if (email.recipient === gone) return { status: EmailStatus.FAILED, tries: 1, lastError: REFUSED, sentAt: null };
    if (email === unsent) return { status: EmailStatus.FAILED, tries: ALL_TRIES, lastError: UNREACHABLE, sentAt: null };
    const tries = chance.is(0.02) ? 2 : 1;
    const takenMs = chance.between(300, 2_500) + (tries - 1) * chance.between(10_000, 20_000);
    const sentAt = new Date(Math.min(now.getTime(), email.writtenAt.getTime() + takenMs));
    return { status: EmailStatus.SENT, tries, lastError: null, sentAt };
  };
  return emails
    .map((email) => {
      const { writtenAt, ...written } = email;
      return { language: Language.EN, ...written, createdAt: writtenAt, ...outcomeOf(email) };
    })
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}
