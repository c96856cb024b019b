import { useTranslation } from 'react-i18next';

/** The reasons that pages say in words. */
const FAILURES = [
  'full',
  'address',
  'blocked',
  'unreachable',
  'busy',
  'service',
  'sender',
  'credit',
  'heldBack',
  'content',
] as const;
type Failure = (typeof FAILURES)[number];

/** The first match counts. Texts are those of our server and of Postmark: https://postmarkapp.com/developer/api/overview#error-codes */
const PATTERNS: readonly (readonly [RegExp, Failure])[] = [
  [/mailbox (is )?full|over ?quota/i, 'full'],
  [/not a plain email address|\bcode 300\b/, 'address'],
  [/\bcode 406\b/, 'blocked'],
  [/\bcode 405\b/, 'credit'],
  [/\bcode (10|400|401|412|413)\b|\((401|403)\b/, 'sender'],
  [/\(429\b/, 'busy'],
  [/\((408|5\d\d)\b/, 'service'],
  [/unreachable/, 'unreachable'],
  [/could not be created|worker was stopped/, 'content'],
  [/MAIL_ALLOWLIST/, 'heldBack'],
];

/** Undefined if the text is unknown: then only the email's own page shows it. */
export const failureOf = (lastError: string | null | undefined): Failure | undefined =>
  PATTERNS.find(([pattern]) => pattern.test(lastError ?? ''))?.[1];

/** Says in the reader's words why an email was not delivered, if the reason is known. */
export function useFailureReason(): (lastError: string | null | undefined) => string | undefined {
  const { t } = useTranslation('admin');
  return (lastError) => {
    const failure = failureOf(lastError);
    return failure && t(`mail.failure.${failure}`);
  };
}

/** Says that an email was not delivered, and why. */
export function useFailureText(): (lastError: string | null | undefined) => string {
  const { t } = useTranslation('admin');
  const reasonOf = useFailureReason();
  return (lastError) => {
    const reason = reasonOf(lastError);
    return reason === undefined ? t('mail.failedAlone') : t('mail.failed', { reason });
  };
}
