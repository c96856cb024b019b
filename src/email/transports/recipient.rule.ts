import { mailboxOf } from '../../core/text/mailbox.ts';

/**
 * Tells which addresses may get email.
 * @param allowlist addresses and `@domains`; undefined for everyone
 */
export function recipientRule(allowlist: readonly string[] | undefined): (recipient: string) => boolean {
  if (!allowlist) return () => true;
  const domains = new Set(allowlist.filter((entry) => entry.startsWith('@')));
  const mailboxes = new Set(allowlist.filter((entry) => !entry.startsWith('@')).map(mailboxOf));
  return (recipient) => {
    const mailbox = mailboxOf(recipient);
    return mailboxes.has(mailbox) || domains.has(recipient.slice(recipient.lastIndexOf('@')).toLowerCase());
  };
}
