import { currentTime } from '../../core/database/database.clock.ts';
import { Action, EmailLayout, Paragraph } from '../../email/email.layout.tsx';
import type { EmailTemplate, NewEmail } from '../../email/email.template.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { deviceOf } from '../sessions/device.ts';

/** Stored with emails, so the names never change. */
export type CredentialChange =
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'FACTOR_ADDED'
  | 'FACTOR_REMOVED'
  | 'FACTOR_RESET'
  | 'RECOVERY_CODES_RENEWED'
  | 'RECOVERY_CODE_USED'
  | 'CODES_REFUSED'
  | 'API_KEY_CREATED'
  | 'API_KEY_ROTATED'
  | 'API_KEY_REVOKED';

interface Changed {
  change: CredentialChange;
  /** RFC 3339. */
  at: string;
  address: string;
  userAgent: string | null;
  /** Remaining recovery codes. */
  codesLeft: number | null;
  /** First characters of the API key. */
  keyPrefix: string | null;
  /** The start of the key that replaces it, and the time until which the earlier key works (RFC 3339). */
  replacement?: { prefix: string; until: string } | null;
  /** Whether it is a key of an admin. Emails from before admins had keys lack it. */
  isOfAdmin?: boolean;
}

interface Wording {
  subject: string;
  text: (data: Changed) => string;
}

const WORDING: Record<CredentialChange, Wording> = {
  PASSWORD_CHANGED: {
    subject: 'Your password was changed',
    text: () => 'The password for your account was changed. All other sessions have ended.',
  },
  PASSWORD_RESET: {
    subject: 'Your password was reset',
    text: () => 'The password for your account was reset with an emailed link. All sessions have ended.',
  },
  FACTOR_ADDED: {
    subject: 'Two-factor authentication is on',
    text: () => 'You now need a code from your authenticator app to sign in. Keep your recovery codes in a safe place.',
  },
  FACTOR_REMOVED: {
    subject: 'Two-factor authentication is off',
    text: () => 'You no longer need a code from an authenticator app to sign in.',
  },
  FACTOR_RESET: {
    subject: 'Your two-factor authentication was reset',
    text: () =>
      'An admin or an owner of your account turned off your two-factor authentication. All your sessions have ended. Turn it on again after you sign in.',
  },
  RECOVERY_CODES_RENEWED: {
    subject: 'You have new recovery codes',
    text: () => 'New recovery codes were created for your account. The previous codes no longer work.',
  },
  RECOVERY_CODE_USED: {
    subject: 'A recovery code was used',
    text: ({ codesLeft }) =>
      `A recovery code was used instead of a code from your authenticator app. ${codesLeft} of 10 are left. You can create new ones at any time.`,
  },
  CODES_REFUSED: {
    subject: 'Someone entered wrong codes for your account',
    text: () =>
      'Someone who may know your password entered 10 wrong authentication codes. Your account accepts no codes for one hour. If this wasn’t you, change your password.',
  },
  API_KEY_CREATED: {
    subject: 'An API key was created',
    text: (data) => `The API key starting with ${data.keyPrefix} was created in ${accountOf(data)}.`,
  },
  API_KEY_ROTATED: {
    subject: 'An API key was replaced',
    text: (data) => `The API key starting with ${data.keyPrefix} was replaced in ${accountOf(data)}. ${newKeyOf(data)}`,
  },
  API_KEY_REVOKED: {
    subject: 'An API key was revoked',
    text: (data) => `The API key starting with ${data.keyPrefix} was revoked in ${accountOf(data)}.`,
  },
};

const accountOf = ({ isOfAdmin }: Changed): string =>
  isOfAdmin ? 'the administration of the program' : 'your partner account';

const newKeyOf = ({ replacement }: Changed): string =>
  replacement
    ? `The new key begins with ${replacement.prefix}. The earlier one works until ${timeOf(replacement.until)}.`
    : '';

const credentialsChanged: EmailTemplate<Changed> = {
  name: 'user.credentials_changed',
  subject: ({ change }) => WORDING[change].subject,
  body: (data, { publicUrl }) => {
    const { subject, text } = WORDING[data.change];
    return (
      <EmailLayout
        preview="If you expected this, you don’t need to do anything."
        heading={subject}
        footer="You’re receiving this email because it concerns the security of your account. You can’t unsubscribe from these emails."
      >
        <Paragraph>Hello,</Paragraph>
        <Paragraph>{text(data)}</Paragraph>
        <Paragraph>
          {timeOf(data.at)}, from {originOf(data)}.
        </Paragraph>
        <Paragraph>
          If you expected this, you don’t need to do anything. If you didn’t, reset your password now and reply to this
          email.
        </Paragraph>
        <Action href={`${publicUrl}/password-reset`}>Reset password</Action>
      </EmailLayout>
    );
  },
};

const TIME = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

const timeOf = (at: string): string => `${TIME.format(new Date(at))} UTC`;

function originOf({ userAgent, address }: Changed): string {
  const { browser, operatingSystem } = deviceOf(userAgent);
  const device = browser && operatingSystem ? `${browser} on ${operatingSystem}` : (browser ?? operatingSystem);
  return device ? `${device} (${address})` : address;
}

export const credentialEmails = [credentialsChanged] as EmailTemplate<object>[];

/** Notifies a user of a change to their credentials, and of its origin. */
export function credentialsChangedMail(
  { address, userAgent }: Pick<RequestContext, 'address' | 'userAgent'>,
  recipient: string,
  change: CredentialChange,
  {
    codesLeft = null,
    keyPrefix = null,
    ...ofKey
  }: Partial<Omit<Changed, 'change' | 'at' | 'address' | 'userAgent'>> = {},
): NewEmail {
  const agent = userAgent?.slice(0, 400) ?? null;
  const data: Changed = {
    change,
    at: currentTime().toISOString(),
    address,
    userAgent: agent,
    codesLeft,
    keyPrefix,
    ...ofKey,
  };
  return { recipient, template: credentialsChanged.name, data, applicationId: null };
}
