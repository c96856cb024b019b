import type { ReactNode } from 'react';
import type { Language } from '../core/text/language.ts';
import { Paragraph, Quote, Subheading } from '../email/email.layout.tsx';
import { greeting, mailableName } from '../email/email.names.ts';
import type { EmailTemplate, InLanguages, NewEmail } from '../email/email.template.ts';
import type { AccountAccess } from '../partners/partner-account.service.ts';
import { ApplicantEmail } from './applicant/applicant.layout.tsx';
import type { PartnerApplication } from './application.entity.ts';
import type { ApplicationStatus, PartnershipType } from './application.enums.ts';
import { PARTNERSHIPS, YOUR_COMPANY } from './application.wording.ts';
import { STATUS_WORDING } from './status.wording.ts';

interface StatusChanged {
  id: string;
  contactName: string;
  companyName: string;
  partnershipType: PartnershipType;
  status: ApplicationStatus;
  /** Emails of earlier versions lack it. */
  wasWithdrawn?: boolean;
  /** Only for approvals. Emails of earlier versions lack it and mean INVITED. */
  access?: AccountAccess;
  message: string | null;
}

interface NewsProps {
  company: string;
  partnership: string;
}

const NEWS: InLanguages<(props: NewsProps) => ReactNode> = {
  EN: ({ company, partnership }) => (
    <>
      We have an update on the application from <strong>{company}</strong> to become a ReachGenie {partnership}.
    </>
  ),
  DE: ({ company, partnership }) => (
    <>
      es gibt Neuigkeiten zur Bewerbung von <strong>{company}</strong> als {partnership} bei ReachGenie.
    </>
  ),
};

const applicationStatusChanged: EmailTemplate<StatusChanged> = {
  name: 'application.status_changed',
  subject: (change, { language }) => wordingOf(change, language).subject,
  body: ({ id, contactName, companyName, partnershipType, message, ...change }, mail) => {
    const { language } = mail;
    const { heading, meaning, next } = wordingOf(change, language);
    const titles = STATUS_WORDING[language];
    const company = mailableName(companyName) ?? YOUR_COMPANY[language];
    return (
      <ApplicantEmail id={id} mail={mail} preview={meaning} heading={heading}>
        <Paragraph>{greeting(contactName, language)}</Paragraph>
        <Paragraph>
          {NEWS[language]({ company, partnership: PARTNERSHIPS[language][partnershipType] })} {meaning}
        </Paragraph>
        {message && (
          <>
            <Subheading>{titles.message}</Subheading>
            <Quote text={message} />
          </>
        )}
        <Subheading>{titles.next}</Subheading>
        <Paragraph>{next}</Paragraph>
      </ApplicantEmail>
    );
  },
};

function wordingOf(
  { status, wasWithdrawn, access }: Pick<StatusChanged, 'status' | 'wasWithdrawn' | 'access'>,
  language: Language,
) {
  const { statuses, reopened, nextWith } = STATUS_WORDING[language];
  return { ...(wasWithdrawn ? reopened : statuses[status]), ...(access && nextWith[access]) };
}

export const statusEmails = [applicationStatusChanged] as EmailTemplate<object>[];

/** To the applicant: reports the current status. */
export const statusChanged = (
  application: Pick<
    PartnerApplication,
    'id' | 'contactName' | 'contactEmail' | 'companyName' | 'partnershipType' | 'status' | 'language'
  >,
  {
    message,
    wasWithdrawn,
    access,
  }: Pick<StatusChanged, 'message'> & {
    wasWithdrawn: boolean;
    access?: AccountAccess | undefined;
  },
): NewEmail => {
  const { id, contactName, contactEmail: recipient, companyName, partnershipType, status, language } = application;
  const about = { id, contactName, companyName, partnershipType, status };
  const data: StatusChanged = { ...about, wasWithdrawn, message, ...(access ? { access } : {}) };
  return { template: applicationStatusChanged.name, data, recipient, applicationId: id, language };
};
