import type { ReactNode } from 'react';
import { Action, EmailLayout, Paragraph } from '../../email/email.layout.tsx';
import { greeting, mailableName } from '../../email/email.names.ts';
import { privateLink, type EmailTemplate, type InLanguages, type NewEmail } from '../../email/email.template.ts';
import type { User } from '../users/user.entity.ts';
import { UserTokenPurpose } from './user-token.entity.ts';

interface Invited {
  name: string;
  /** The partner, or ReachGenie for an admin. */
  companyName: string;
  tokenId: string;
}

interface InvitedTexts {
  subject: (company: string) => string;
  preview: string;
  heading: string;
  footer: string;
  what: (company: string) => ReactNode;
  aPartner: string;
  accept: string;
}

const INVITED: InLanguages<InvitedTexts> = {
  EN: {
    subject: (company) => `You’re invited to join ${company}`,
    preview: 'Set a password to activate your account.',
    heading: 'Activate your account',
    footer:
      'You’re receiving this email because you were invited to ReachGenie Partners. If you didn’t expect it, you can ignore it.',
    what: (company) => (
      <>
        You’ve been invited to join <strong>{company}</strong> on ReachGenie Partners. Set a password to activate your
        account. The link works once and expires in 7 days.
      </>
    ),
    aPartner: 'a partner',
    accept: 'Accept invitation',
  },
  DE: {
    subject: (company) => `Einladung zu ${company}`,
    preview: 'Legen Sie ein Passwort fest, um Ihren Zugang zu aktivieren.',
    heading: 'Aktivieren Sie Ihren Zugang',
    footer:
      'Sie erhalten diese E-Mail, weil Sie zu ReachGenie Partners eingeladen wurden. Falls Sie das nicht erwartet haben, können Sie sie ignorieren.',
    what: (company) => (
      <>
        Sie wurden zum Konto von <strong>{company}</strong> bei ReachGenie Partners eingeladen. Legen Sie ein Passwort
        fest, um Ihren Zugang zu aktivieren. Der Link funktioniert einmal und ist 7 Tage gültig.
      </>
    ),
    aPartner: 'einem Partner',
    accept: 'Einladung annehmen',
  },
};

const userInvited: EmailTemplate<Invited> = {
  name: 'user.invited',
  subject: ({ companyName }, { language }) =>
    INVITED[language].subject(mailableName(companyName) ?? 'ReachGenie Partners'),
  body: ({ name, companyName, tokenId }, mail) => {
    const { preview, heading, footer, what, aPartner, accept } = INVITED[mail.language];
    const secret = mail.linkSecret(UserTokenPurpose.INVITATION, tokenId);
    return (
      <EmailLayout preview={preview} heading={heading} footer={footer}>
        <Paragraph>{greeting(name, mail.language)}</Paragraph>
        <Paragraph>{what(mailableName(companyName) ?? aPartner)}</Paragraph>
        <Action href={privateLink(mail, '/invitation', secret)}>{accept}</Action>
      </EmailLayout>
    );
  },
};

interface ResetRequested {
  name: string;
  tokenId: string;
}

interface LinkTexts {
  subject: string;
  preview: string;
  heading: string;
  footer: string;
  what: string;
  action: string;
}

const RESET: InLanguages<LinkTexts> = {
  EN: {
    subject: 'Reset your password',
    preview: 'The link works once and expires in one hour.',
    heading: 'Reset your password',
    footer: 'You’re receiving this email because someone requested a password reset for this address.',
    what: 'Use this link to set a new password. It works once, expires in one hour, and signs you out everywhere. If you didn’t ask for it, ignore this email: your password hasn’t changed.',
    action: 'Reset password',
  },
  DE: {
    subject: 'Passwort zurücksetzen',
    preview: 'Der Link funktioniert einmal und ist eine Stunde gültig.',
    heading: 'Setzen Sie Ihr Passwort zurück',
    footer: 'Sie erhalten diese E-Mail, weil für diese Adresse ein neues Passwort angefordert wurde.',
    what: 'über diesen Link legen Sie ein neues Passwort fest. Er funktioniert einmal, ist eine Stunde gültig und meldet Sie überall ab. Falls Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail: Ihr Passwort ist unverändert.',
    action: 'Passwort zurücksetzen',
  },
};

const passwordResetRequested: EmailTemplate<ResetRequested> = {
  name: 'user.password_reset_requested',
  subject: (_data, { language }) => RESET[language].subject,
  body: ({ name, tokenId }, mail) => {
    const { preview, heading, footer, what, action } = RESET[mail.language];
    const secret = mail.linkSecret(UserTokenPurpose.PASSWORD_RESET, tokenId);
    return (
      <EmailLayout preview={preview} heading={heading} footer={footer}>
        <Paragraph>{greeting(name, mail.language)}</Paragraph>
        <Paragraph>{what}</Paragraph>
        <Action href={privateLink(mail, '/password-reset', secret)}>{action}</Action>
      </EmailLayout>
    );
  },
};

const SIGN_IN: InLanguages<LinkTexts & { end: string }> = {
  EN: {
    subject: 'Sign in with this link',
    preview: 'The link works once and expires in one hour.',
    heading: 'Someone tried to guess your password',
    footer: 'You’re receiving this email because of many failed sign-ins to your account.',
    what: 'Someone tried to sign in to your account many times with wrong passwords. To protect it, we’ve turned off password sign-in for up to one hour. You can still sign in with this link. It works once and expires in one hour.',
    action: 'Sign in',
    end: 'No one has guessed your password, so you don’t need to change it.',
  },
  DE: {
    subject: 'Mit diesem Link anmelden',
    preview: 'Der Link funktioniert einmal und ist eine Stunde gültig.',
    heading: 'Versuche, Ihr Passwort zu erraten',
    footer: 'Sie erhalten diese E-Mail wegen vieler fehlgeschlagener Anmeldungen bei Ihrem Konto.',
    what: 'bei Ihrem Konto gab es viele Anmeldeversuche mit falschen Passwörtern. Zum Schutz haben wir die Anmeldung mit Passwort für bis zu eine Stunde ausgesetzt. Mit diesem Link können Sie sich weiterhin anmelden. Er funktioniert einmal und ist eine Stunde gültig.',
    action: 'Anmelden',
    end: 'Ihr Passwort wurde nicht erraten, Sie müssen es also nicht ändern.',
  },
};

const signInLinked: EmailTemplate<ResetRequested> = {
  name: 'user.sign_in_linked',
  subject: (_data, { language }) => SIGN_IN[language].subject,
  body: ({ name, tokenId }, mail) => {
    const { preview, heading, footer, what, action, end } = SIGN_IN[mail.language];
    const secret = mail.linkSecret(UserTokenPurpose.SIGN_IN, tokenId);
    return (
      <EmailLayout preview={preview} heading={heading} footer={footer}>
        <Paragraph>{greeting(name, mail.language)}</Paragraph>
        <Paragraph>{what}</Paragraph>
        <Action href={privateLink(mail, '/sign-in-link', secret)}>{action}</Action>
        <Paragraph>{end}</Paragraph>
      </EmailLayout>
    );
  },
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
