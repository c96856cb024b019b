import { Action, EmailLayout, Paragraph } from '../../email/email.layout.tsx';
import { greeting, mailableName } from '../../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../../email/email.template.ts';
import type { User } from '../users/user.entity.ts';
import { UserTokenPurpose } from './user-token.entity.ts';

interface Invited {
  name: string;
  /** The partner, or ReachGenie for an admin. */
  companyName: string;
  tokenId: string;
}

const userInvited: EmailTemplate<Invited> = {
  name: 'user.invited',
  subject: ({ companyName }) => `You’re invited to join ${mailableName(companyName) ?? 'ReachGenie Partners'}`,
  body: ({ name, companyName, tokenId }, { publicUrl, linkSecret }) => (
    <EmailLayout
      preview="Set a password to activate your account."
      heading="Activate your account"
      footer="You’re receiving this email because you were invited to ReachGenie Partners. If you didn’t expect it, you can ignore it."
    >
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        You’ve been invited to join <strong>{mailableName(companyName) ?? 'a partner'}</strong> on ReachGenie Partners.
        Set a password to activate your account. The link works once and expires in 7 days.
      </Paragraph>
      <Action href={`${publicUrl}/invitation#${linkSecret(UserTokenPurpose.INVITATION, tokenId)}`}>
        Accept invitation
      </Action>
    </EmailLayout>
  ),
};

interface ResetRequested {
  name: string;
  tokenId: string;
}

const passwordResetRequested: EmailTemplate<ResetRequested> = {
  name: 'user.password_reset_requested',
  subject: () => 'Reset your password',
  body: ({ name, tokenId }, { publicUrl, linkSecret }) => (
    <EmailLayout
      preview="The link works once and expires in one hour."
      heading="Reset your password"
      footer="You’re receiving this email because someone requested a password reset for this address."
    >
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Use this link to set a new password. It works once, expires in one hour, and signs you out everywhere. If you
        didn’t ask for it, ignore this email: your password hasn’t changed.
      </Paragraph>
      <Action href={`${publicUrl}/password-reset#${linkSecret(UserTokenPurpose.PASSWORD_RESET, tokenId)}`}>
        Reset password
      </Action>
    </EmailLayout>
  ),
};

const signInLinked: EmailTemplate<ResetRequested> = {
  name: 'user.sign_in_linked',
  subject: () => 'Sign in with this link',
  body: ({ name, tokenId }, { publicUrl, linkSecret }) => (
    <EmailLayout
      preview="The link works once and expires in one hour."
      heading="Someone tried to guess your password"
      footer="You’re receiving this email because of many failed sign-ins to your account."
    >
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Someone tried to sign in to your account many times with wrong passwords. To protect it, we’ve turned off
        password sign-in for up to one hour. You can still sign in with this link. It works once and expires in one
        hour.
      </Paragraph>
      <Action href={`${publicUrl}/sign-in-link#${linkSecret(UserTokenPurpose.SIGN_IN, tokenId)}`}>Sign in</Action>
      <Paragraph>No one has guessed your password, so you don’t need to change it.</Paragraph>
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

/** To a user whose account accepts no passwords for now: an alternative. */
export const signInLink = ({ email, name }: User, tokenId: string): NewEmail => {
  const data: ResetRequested = { name, tokenId };
  return { recipient: email, template: signInLinked.name, data, applicationId: null };
};
