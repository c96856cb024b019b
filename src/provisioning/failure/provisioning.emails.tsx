import { Action, EmailLayout, Facts, Paragraph } from '../../email/email.layout.tsx';
import { mailableName } from '../../email/email.names.ts';
import type { EmailTemplate, InLanguages, Mail, NewEmail } from '../../email/email.template.ts';
import type { ProvisioningProblem } from '../provisioning.enums.ts';
import { FAILURES } from './provisioning.wording.ts';

interface Failure {
  clientId: string;
  companyName: string;
  problem: ProvisioningProblem | null;
}

interface AdminFailure extends Failure {
  resellerId: string;
  partnerName: string;
}

interface Texts {
  subject: string;
  preview: string;
  heading: (company: string) => string;
  what: string;
  others: string;
  open: string;
  partner: string;
  ownerFooter: string;
  adminFooter: string;
}

const TEXTS: InLanguages<Texts> = {
  EN: {
    subject: 'Client not set up',
    preview: 'Please send it again.',
    heading: (company) => `${company} is not set up`,
    what: 'The product does not have the latest details of this client.',
    others: 'Other clients may be affected too. For an hour, we only send this one email.',
    open: 'Open client',
    partner: 'Partner',
    ownerFooter: 'You’re receiving this email because you are an owner of your partner account.',
    adminFooter: 'You’re receiving this email because your address is set to get notifications for admins.',
  },
  DE: {
    subject: 'Kunde nicht bereitgestellt',
    preview: 'Bitte senden Sie ihn erneut.',
    heading: (company) => `${company} ist nicht bereitgestellt`,
    what: 'Das Produkt hat die neuesten Angaben zu diesem Kunden nicht.',
    others: 'Weitere Kunden können betroffen sein. Eine Stunde lang senden wir nur diese eine E-Mail.',
    open: 'Kunden öffnen',
    partner: 'Partnerkonto',
    ownerFooter: 'Sie erhalten diese E-Mail, weil Sie Inhaber Ihres Partnerkontos sind.',
    adminFooter: 'Sie erhalten diese E-Mail, weil Ihre Adresse für Benachrichtigungen an Admins eingetragen ist.',
  },
};

/** A name that could be an advertisement stays out of the subject. */
function subjectOf({ companyName }: Failure, { language }: Mail): string {
  const company = mailableName(companyName);
  const { subject } = TEXTS[language];
  return company === undefined ? subject : `${subject}: ${company}`;
}

const forOwner: EmailTemplate<Failure> = {
  name: 'provisioning.failed',
  subject: subjectOf,
  body: ({ clientId, companyName, problem }, { publicUrl, language }) => {
    const { preview, heading, what, others, open, ownerFooter } = TEXTS[language];
    return (
      <EmailLayout preview={preview} heading={heading(companyName)} footer={ownerFooter}>
        <Paragraph>{what}</Paragraph>
        {problem && <Paragraph>{FAILURES[language][problem]}</Paragraph>}
        <Action href={`${publicUrl}/partner/clients/${clientId}`}>{open}</Action>
        <Paragraph>{others}</Paragraph>
      </EmailLayout>
    );
  },
};

const forAdmins: EmailTemplate<AdminFailure> = {
  name: 'provisioning.failed_for_admins',
  subject: subjectOf,
  body: ({ clientId, companyName, problem, resellerId, partnerName }, { publicUrl, language }) => {
    const { preview, heading, what, others, open, partner, adminFooter } = TEXTS[language];
    return (
      <EmailLayout preview={preview} heading={heading(companyName)} footer={adminFooter}>
        <Paragraph>{what}</Paragraph>
        {problem && <Paragraph>{FAILURES[language][problem]}</Paragraph>}
        <Facts facts={{ [partner]: partnerName }} />
        <Action href={`${publicUrl}/admin/partners/${resellerId}/clients/${clientId}`}>{open}</Action>
        <Paragraph>{others}</Paragraph>
      </EmailLayout>
    );
  },
};

export const provisioningEmails = [forOwner, forAdmins] as EmailTemplate<object>[];

/** To an owner of the reseller. */
export const failedForOwner = (recipient: string, data: Failure): NewEmail => ({
  template: forOwner.name,
  data,
  recipient,
  applicationId: null,
});

/** To our team. The page has the answer of the product, which may repeat personal data. */
export const failedForAdmins = (recipient: string, data: AdminFailure): NewEmail => ({
  template: forAdmins.name,
  data,
  recipient,
  applicationId: null,
});
