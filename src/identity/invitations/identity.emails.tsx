import { Action, EmailLayout, Paragraph } from '../../email/email.layout.tsx';
import { greeting, mailableName } from '../../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../../email/email.template.ts';
import type { User } from '../users/user.entity.ts';
import { UserTokenPurpose } from './user-token.entity.ts';

interface Invited {
  name: string;
  /** The partner, or who we are for an admin. */
  companyName: string;
  tokenId: string;
}

const userInvited: EmailTemplate<Invited> = {
  name: 'user.invited',
  subject: ({ companyName }) => `Your access to the ReachGenie partner program${forCompany(companyName)}`,
  body: ({ name, companyName, tokenId }, { publicUrl, linkSecret }) => (
    <EmailLayout
      preview="Set your password to get started."
      heading="Welcome to the partner program"
      footer="You receive this mail because you were invited to the ReachGenie partner program. If you did not expect it, ignore it."
    >
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        You have been invited to the account of <strong>{mailableName(companyName) ?? 'a partner'}</strong>. Choose a
        password to get started. The link works once, for 7 days.
      </Paragraph>
      <Action href={`${publicUrl}/invitation#${linkSecret(UserTokenPurpose.INVITATION, tokenId)}`}>
        Accept the invitation
      </Action>
    </EmailLayout>
  ),
};

const forCompany = (companyName: string): string => {
  const shown = mailableName(companyName);
  return shown === undefined ? '' : ` for ${shown}`;
};

interface ResetRequested {
  name: string;
  tokenId: string;
}

const passwordResetRequested: EmailTemplate<ResetRequested> = {
  name: 'user.password_reset_requested',
  subject: () => 'Set a new password',
  body: ({ name, tokenId }, { publicUrl, linkSecret }) => (
    <EmailLayout
      preview="The link is good for one hour."
      heading="Set a new password"
      footer="You receive this mail because somebody asked for a new password for this address. If it was not you, ignore it: nothing has changed."
    >
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Choose a new password with this link. It is good once, for one hour, and ends all sessions that are open.
      </Paragraph>
      <Action href={`${publicUrl}/password-reset#${linkSecret(UserTokenPurpose.PASSWORD_RESET, tokenId)}`}>
        Set a new password
      </Action>
    </EmailLayout>
  ),
};

const signInLinked: EmailTemplate<ResetRequested> = {
  name: 'user.sign_in_linked',
  subject: () => 'Sign in with this link',
  body: ({ name, tokenId }, { publicUrl, linkSecret }) => (
    <EmailLayout
      preview="The link works once, for one hour."
      heading="Someone tried to guess your password"
      footer="You’re receiving this email because of many failed sign-ins to your account."
    >
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        There were many failed attempts to sign in to your account, so we don’t accept passwords for it for the rest of
        the hour. You can still sign in with this link. It works once, for one hour.
      </Paragraph>
      <Action href={`${publicUrl}/sign-in-link#${linkSecret(UserTokenPurpose.SIGN_IN, tokenId)}`}>Sign in</Action>
      <Paragraph>Your password has not been guessed. You don’t need to change it.</Paragraph>
    </EmailLayout>
  ),
};

export const identityEmails = [userInvited, passwordResetRequested, signInLinked] as EmailTemplate<object>[];

export const invitation = ({ email, name }: User, tokenId: string, companyName: string): NewEmail => {
  const data: Invited = { name, companyName, tokenId };
  return { recipient: email, template: userInvited.name, data, applicationId: null };
};

export const passwordReset = ({ email, name }: User, tokenId: string): NewEmail => {
  const data: ResetRequested = { name, tokenId };
  return { recipient: email, template: passwordResetRequested.name, data, applicationId: null };
};

/** To a user whose account is closed to passwords: another way in. */
export const signInLink = ({ email, name }: User, tokenId: string): NewEmail => {
  const data: ResetRequested = { name, tokenId };
  return { recipient: email, template: signInLinked.name, data, applicationId: null };
};
