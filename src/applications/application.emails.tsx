import type { ReactNode } from 'react';
import type { NewRow } from '../core/database/row.insert.ts';
import { Action, EmailLayout, Facts, Paragraph, Steps, Subheading } from '../email/email.layout.tsx';
import { greeting, mailableName } from '../email/email.names.ts';
import type { EmailTemplate, InLanguages, NewEmail } from '../email/email.template.ts';
import { ApplicantEmail } from './applicant/applicant.layout.tsx';
import type { PartnerApplication } from './application.entity.ts';
import type { CompanySize, PartnershipType } from './application.enums.ts';
import { ADMIN_FOOTERS, ANSWER_TIMES, PARTNERSHIPS, subjectAbout, YOUR_COMPANY } from './application.wording.ts';
import { EXPORT_WORDING } from './export/export.wording.ts';
import { statusEmails } from './status.emails.tsx';
import { STATUS_WORDING } from './status.wording.ts';

interface Received {
  id: string;
  contactName: string;
  companyName: string;
  partnershipType: PartnershipType;
}

interface ReceivedTexts {
  subject: string;
  preview: string;
  heading: string;
  thanks: (partnership: string, company: string) => ReactNode;
  steps: string[];
  end: string;
}

const RECEIVED: InLanguages<ReceivedTexts> = {
  EN: {
    subject: 'We’ve received your application',
    preview: `We’ll reply within ${ANSWER_TIMES.EN}.`,
    heading: 'Thank you for your application',
    thanks: (partnership, company) => (
      <>
        Thank you for applying to become a ReachGenie {partnership}. We’ll review the application from{' '}
        <strong>{company}</strong> and reply within <strong>{ANSWER_TIMES.EN}</strong>.
      </>
    ),
    steps: [
      'Our partner team reviews your application.',
      'If we have questions, we’ll email you.',
      'We’ll send you our decision and the next steps.',
    ],
    end: 'You don’t need to do anything until then.',
  },
  DE: {
    subject: 'Ihre Bewerbung ist eingegangen',
    preview: `Wir melden uns innerhalb von ${ANSWER_TIMES.DE}.`,
    heading: 'Vielen Dank für Ihre Bewerbung',
    thanks: (partnership, company) => (
      <>
        vielen Dank für Ihre Bewerbung als {partnership} beim ReachGenie-Partnerprogramm. Wir prüfen die Bewerbung von{' '}
        <strong>{company}</strong> und melden uns innerhalb von <strong>{ANSWER_TIMES.DE}</strong>.
      </>
    ),
    steps: [
      'Unser Partnerteam prüft Ihre Bewerbung.',
      'Bei Rückfragen schreiben wir Ihnen.',
      'Sie erhalten unsere Entscheidung und die nächsten Schritte.',
    ],
    end: 'Bis dahin müssen Sie nichts tun.',
  },
};

const applicationReceived: EmailTemplate<Received> = {
  name: 'application.received',
  subject: (_data, { language }) => RECEIVED[language].subject,
  body: ({ id, contactName, companyName, partnershipType }, mail) => {
    const { language } = mail;
    const { preview, heading, thanks, steps, end } = RECEIVED[language];
    const company = mailableName(companyName) ?? YOUR_COMPANY[language];
    return (
      <ApplicantEmail id={id} mail={mail} preview={preview} heading={heading}>
        <Paragraph>{greeting(contactName, language)}</Paragraph>
        <Paragraph>{thanks(PARTNERSHIPS[language][partnershipType], company)}</Paragraph>
        <Subheading>{STATUS_WORDING[language].next}</Subheading>
        <Steps steps={steps} />
        <Paragraph>{end}</Paragraph>
      </ApplicantEmail>
    );
  },
};

interface AlreadyReceived {
  id: string;
  partnershipType: PartnershipType;
}

interface AlreadyReceivedTexts {
  title: string;
  preview: string;
  what: (partnership: string) => string;
  next: string;
  notYou: string;
}

const ALREADY_RECEIVED: InLanguages<AlreadyReceivedTexts> = {
  EN: {
    title: 'We already have your application',
    preview: 'Your earlier application is still open. You don’t need to do anything.',
    what: (partnership) =>
      `Someone just applied again with this email address to become a ReachGenie ${partnership}. Your earlier application is still open, so we kept it unchanged and didn’t save the new one.`,
    next: `You don’t need to do anything. We’ll reply within ${ANSWER_TIMES.EN} of your earlier application. If anything has changed, tell us when we get in touch.`,
    notYou: 'If this wasn’t you, you can ignore this email.',
  },
  DE: {
    title: 'Ihre Bewerbung liegt uns bereits vor',
    preview: 'Ihre frühere Bewerbung ist noch offen. Sie müssen nichts tun.',
    what: (partnership) =>
      `mit dieser E-Mail-Adresse wurde gerade eine weitere Bewerbung als ${partnership} bei ReachGenie abgesendet. Ihre frühere Bewerbung ist noch offen. Wir haben sie unverändert gelassen und die neue nicht gespeichert.`,
    next: `Sie müssen nichts tun. Wir melden uns innerhalb von ${ANSWER_TIMES.DE} nach Ihrer früheren Bewerbung. Falls sich etwas geändert hat, sagen Sie es uns dann.`,
    notYou: 'Falls Sie das nicht waren, können Sie diese E-Mail ignorieren.',
  },
};

/** Repeats nothing from the new submission, because a different person may have sent it. */
const applicationAlreadyReceived: EmailTemplate<AlreadyReceived> = {
  name: 'application.already_received',
  subject: (_data, { language }) => ALREADY_RECEIVED[language].title,
  body: ({ id, partnershipType }, mail) => {
    const { language } = mail;
    const { title, preview, what, next, notYou } = ALREADY_RECEIVED[language];
    return (
      <ApplicantEmail id={id} mail={mail} preview={preview} heading={title}>
        <Paragraph>{greeting('', language)}</Paragraph>
        <Paragraph>{what(PARTNERSHIPS[language][partnershipType])}</Paragraph>
        <Subheading>{STATUS_WORDING[language].next}</Subheading>
        <Paragraph>{next}</Paragraph>
        <Paragraph>{notYou}</Paragraph>
      </ApplicantEmail>
    );
  },
};

interface Submitted {
  id: string;
  companyName: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string | null;
  website: string | null;
  partnershipType: PartnershipType;
  companySize: CompanySize;
  industry: string;
  currentSolutions: string | null;
  targetMarket: string | null;
  motivation: string;
  additionalInformation: string | null;
}

const SUBMITTED: InLanguages<{ subject: string; heading: (company: string) => string; review: string }> = {
  EN: {
    subject: 'New application',
    heading: (company) => `New application from ${company}`,
    review: 'Review application',
  },
  DE: {
    subject: 'Neue Bewerbung',
    heading: (company) => `Neue Bewerbung von ${company}`,
    review: 'Bewerbung prüfen',
  },
};

const applicationSubmitted: EmailTemplate<Submitted> = {
  name: 'application.submitted',
  subject: ({ companyName, partnershipType }, { language }) =>
    subjectAbout(SUBMITTED[language].subject, companyName, PARTNERSHIPS[language][partnershipType]),
  body: (application, { publicUrl, language }) => {
    const { heading, review } = SUBMITTED[language];
    const { titles, sizes } = EXPORT_WORDING[language];
    const size = sizes[application.companySize];
    return (
      <EmailLayout
        preview={`${application.contactName}, ${application.industry}, ${size}`}
        heading={heading(application.companyName)}
        footer={ADMIN_FOOTERS[language]}
      >
        <Action href={`${publicUrl}/admin/applications/${application.id}`}>{review}</Action>
        <Facts
          facts={{
            [titles.company]: application.companyName,
            [titles.partnership]: PARTNERSHIPS[language][application.partnershipType],
            [titles.contact]: application.contactName,
            [titles.email]: application.contactEmail,
            [titles.phone]: application.contactPhone,
            [titles.website]: application.website,
            [titles.size]: size,
            [titles.industry]: application.industry,
            [titles.motivation]: application.motivation,
            [titles.currentSolutions]: application.currentSolutions,
            [titles.targetMarket]: application.targetMarket,
            [titles.additionalInformation]: application.additionalInformation,
          }}
        />
      </EmailLayout>
    );
  },
};

export const applicationEmails: EmailTemplate<object>[] = [
  applicationReceived,
  applicationAlreadyReceived,
  applicationSubmitted,
  ...statusEmails,
];

export { statusChanged } from './status.emails.tsx';

/** To the applicant: confirms the submission. */
export const received = (application: NewRow<PartnerApplication>): NewEmail => {
  const { id, contactName, contactEmail: recipient, companyName, partnershipType, language } = application;
  const data: Received = { id, contactName, companyName, partnershipType };
  return { template: applicationReceived.name, data, recipient, applicationId: id, language };
};

/** To the contact, whose new application was not stored because another one is open. */
export const alreadyReceived = ({
  id,
  contactEmail,
  partnershipType,
  language,
}: Pick<PartnerApplication, 'id' | 'contactEmail' | 'partnershipType' | 'language'>): NewEmail => {
  const data: AlreadyReceived = { id, partnershipType };
  return { template: applicationAlreadyReceived.name, data, recipient: contactEmail, applicationId: id, language };
};

/** To an admin: a new application. */
export const submitted = (application: NewRow<PartnerApplication>, recipient: string): NewEmail => {
  const data: Submitted = {
    id: application.id,
    companyName: application.companyName,
    contactName: application.contactName,
    contactEmail: application.contactEmail,
    contactPhone: application.contactPhone ?? null,
    website: application.website ?? null,
    partnershipType: application.partnershipType,
    companySize: application.companySize,
    industry: application.industry,
    currentSolutions: application.currentSolutions ?? null,
    targetMarket: application.targetMarket ?? null,
    motivation: application.motivation,
    additionalInformation: application.additionalInformation ?? null,
  };
  return { template: applicationSubmitted.name, data, recipient, applicationId: application.id };
};
