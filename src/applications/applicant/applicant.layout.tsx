import type { ReactNode } from 'react';
import { Action, EmailLayout, Paragraph } from '../../email/email.layout.tsx';
import { privateLink, type InLanguages, type Mail } from '../../email/email.template.ts';
import { APPLICATION_LINK, STATUS_PATH } from './application.link.ts';

interface ApplicantEmailProps {
  /** ID of the application. */
  id: string;
  mail: Mail;
  /** Shown beside the subject in the inbox. */
  preview: string;
  heading: string;
  children: ReactNode;
}

interface Texts {
  footer: (id: string) => string;
  view: string;
  share: string;
  team: string;
}

const TEXTS: InLanguages<Texts> = {
  EN: {
    footer: (id) =>
      `You’re receiving this email because this address was given in an application to the ReachGenie partner program. Your reference: ${id}`,
    view: 'View application status',
    share: 'Anyone with this link can see your application’s status and withdraw it. Please don’t share it.',
    team: 'Your ReachGenie partner team',
  },
  DE: {
    footer: (id) =>
      `Sie erhalten diese E-Mail, weil diese Adresse in einer Bewerbung beim ReachGenie-Partnerprogramm angegeben wurde. Ihr Aktenzeichen: ${id}`,
    view: 'Status der Bewerbung ansehen',
    share:
      'Mit diesem Link lässt sich der Status Ihrer Bewerbung einsehen und die Bewerbung zurückziehen. Bitte geben Sie ihn nicht weiter.',
    team: 'Ihr ReachGenie-Partnerteam',
  },
};

/** Links to the applicant's private status page. */
export const ApplicantEmail = ({ id, mail, preview, heading, children }: ApplicantEmailProps) => {
  const texts = TEXTS[mail.language];
  return (
    <EmailLayout preview={preview} heading={heading} footer={texts.footer(id)}>
      {children}
      <Action href={privateLink(mail, STATUS_PATH, mail.linkSecret(APPLICATION_LINK, id))}>{texts.view}</Action>
      <Paragraph>{texts.share}</Paragraph>
      <Paragraph>{texts.team}</Paragraph>
    </EmailLayout>
  );
};
