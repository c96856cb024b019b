import type { ReactNode } from 'react';
import { Action, EmailLayout, Facts, Paragraph } from '../../email/email.layout.tsx';
import { greeting, mailableName } from '../../email/email.names.ts';
import type { EmailTemplate, InLanguages, NewEmail } from '../../email/email.template.ts';
import { ApplicantEmail } from './applicant.layout.tsx';
import type { PartnerApplication } from '../application.entity.ts';
import type { PartnershipType } from '../application.enums.ts';
import { ADMIN_FOOTERS, PARTNERSHIPS, subjectAbout, YOUR_COMPANY } from '../application.wording.ts';
import { EXPORT_WORDING } from '../export/export.wording.ts';

interface Withdrawn {
  id: string;
  contactName: string;
  companyName: string;
  partnershipType: PartnershipType;
}

interface WithdrawnTexts {
  title: string;
  preview: string;
  what: (partnership: string, company: string) => ReactNode;
  notYou: string;
}

const WITHDRAWN: InLanguages<WithdrawnTexts> = {
  EN: {
    title: 'You’ve withdrawn your application',
    preview: 'We’ve stopped the review. You can apply again at any time.',
    what: (partnership, company) => (
      <>
        You’ve withdrawn the application from <strong>{company}</strong> to become a ReachGenie {partnership}, and we’ve
        stopped the review. You can apply again at any time.
      </>
    ),
    notYou: 'If this wasn’t you, contact us: someone else may have your link.',
  },
  DE: {
    title: 'Sie haben Ihre Bewerbung zurückgezogen',
    preview: 'Wir haben die Prüfung beendet. Sie können sich jederzeit erneut bewerben.',
    what: (partnership, company) => (
      <>
        Sie haben die Bewerbung von <strong>{company}</strong> als {partnership} bei ReachGenie zurückgezogen, und wir
        haben die Prüfung beendet. Sie können sich jederzeit erneut bewerben.
      </>
    ),
    notYou:
      'Falls Sie das nicht waren, melden Sie sich bitte bei uns: Möglicherweise kennt eine andere Person Ihren Link.',
  },
};

const applicationWithdrawn: EmailTemplate<Withdrawn> = {
  name: 'application.withdrawn',
  subject: (_data, { language }) => WITHDRAWN[language].title,
  body: ({ id, contactName, companyName, partnershipType }, mail) => {
    const { language } = mail;
    const { title, preview, what, notYou } = WITHDRAWN[language];
    const company = mailableName(companyName) ?? YOUR_COMPANY[language];
    return (
      <ApplicantEmail id={id} mail={mail} preview={preview} heading={title}>
        <Paragraph>{greeting(contactName, language)}</Paragraph>
        <Paragraph>{what(PARTNERSHIPS[language][partnershipType], company)}</Paragraph>
        <Paragraph>{notYou}</Paragraph>
      </ApplicantEmail>
    );
  },
};

interface WithdrawalNoticed extends Withdrawn {
  contactEmail: string;
}

interface NoticeTexts {
  subject: string;
  preview: (contact: string) => string;
  heading: (company: string) => string;
  next: string;
  view: string;
}

const NOTICE: InLanguages<NoticeTexts> = {
  EN: {
    subject: 'Application withdrawn',
    preview: (contact) => `${contact} withdrew the application.`,
    heading: (company) => `${company} has withdrawn its application`,
    next: 'You don’t need to do anything. If the applicant wants to continue, you can reopen the application.',
    view: 'View application',
  },
  DE: {
    subject: 'Bewerbung zurückgezogen',
    preview: (contact) => `${contact} hat die Bewerbung zurückgezogen.`,
    heading: (company) => `${company} hat die Bewerbung zurückgezogen`,
    next: 'Sie müssen nichts tun. Wenn das Unternehmen doch fortfahren möchte, können Sie die Prüfung wieder öffnen.',
    view: 'Bewerbung ansehen',
  },
};

const withdrawalNotice: EmailTemplate<WithdrawalNoticed> = {
  name: 'application.withdrawal_noticed',
  subject: ({ companyName, partnershipType }, { language }) =>
    subjectAbout(NOTICE[language].subject, companyName, PARTNERSHIPS[language][partnershipType]),
  body: ({ id, companyName, partnershipType, contactName, contactEmail }, { publicUrl, language }) => {
    const { preview, heading, next, view } = NOTICE[language];
    const { titles } = EXPORT_WORDING[language];
    return (
      <EmailLayout preview={preview(contactName)} heading={heading(companyName)} footer={ADMIN_FOOTERS[language]}>
        <Paragraph>{next}</Paragraph>
        <Action href={`${publicUrl}/admin/applications/${id}`}>{view}</Action>
        <Facts
          facts={{
            [titles.company]: companyName,
            [titles.partnership]: PARTNERSHIPS[language][partnershipType],
            [titles.contact]: contactName,
            [titles.email]: contactEmail,
          }}
        />
      </EmailLayout>
    );
  },
};

export const withdrawalEmails = [applicationWithdrawn, withdrawalNotice] as EmailTemplate<object>[];

/** To the applicant: confirms the withdrawal. */
export const withdrawalConfirmed = (application: PartnerApplication): NewEmail => {
  const { id, contactName, contactEmail, companyName, partnershipType, language } = application;
  const data: Withdrawn = { id, contactName, companyName, partnershipType };
  return { template: applicationWithdrawn.name, data, recipient: contactEmail, applicationId: id, language };
};

/** To an admin: reports the withdrawal. */
export const withdrawalNoticed = (application: PartnerApplication, recipient: string): NewEmail => {
  const { id, contactName, contactEmail, companyName, partnershipType } = application;
  const data: WithdrawalNoticed = { id, contactName, contactEmail, companyName, partnershipType };
  return { template: withdrawalNotice.name, data, recipient, applicationId: id };
};
