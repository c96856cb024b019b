import { Action, EmailLayout, Facts, Paragraph, Quote, Steps, Subheading } from '../email/email.layout.tsx';
import { greeting, mailableName } from '../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../email/email.template.ts';
import type { AccountAccess } from '../partners/partner-account.service.ts';
import { ApplicantEmail } from './applicant/applicant.layout.tsx';
import type { PartnerApplication } from './application.entity.ts';
import type { ApplicationStatus, CompanySize, PartnershipType } from './application.enums.ts';
import { COMPANY_SIZES, NEXT_WITH, PARTNERSHIPS, REOPENED, STATUSES } from './application.wording.ts';

const ANSWER_TIME = '5 business days';

interface Received {
  id: string;
  contactName: string;
  companyName: string;
  partnershipType: PartnershipType;
}

const applicationReceived: EmailTemplate<Received> = {
  name: 'application.received',
  subject: () => 'We have received your partner application',
  body: ({ id, contactName, companyName, partnershipType }, site) => (
    <ApplicantEmail
      id={id}
      site={site}
      preview={`We answer within ${ANSWER_TIME}.`}
      heading="Thank you for your application"
    >
      <Paragraph>{greeting(contactName)}</Paragraph>
      <Paragraph>
        Thank you for applying to become a {PARTNERSHIPS[partnershipType]} of ReachGenie. The application from{' '}
        <strong>{mailableName(companyName) ?? 'your company'}</strong> has arrived safely, and you will have our answer
        within <strong>{ANSWER_TIME}</strong>.
      </Paragraph>
      <Subheading>What happens next</Subheading>
      <Steps
        steps={[
          'Someone on our partner team reads your application.',
          'If we have questions, we write to you at this address.',
          'We let you know what we decided, and how to go on from there.',
        ]}
      />
      <Paragraph>There is nothing you need to do until then. We look forward to getting to know you.</Paragraph>
    </ApplicantEmail>
  ),
};

interface AlreadyReceived {
  id: string;
  partnershipType: PartnershipType;
}

/** Says nothing of what was just typed: whoever submitted it need not be the one who reads this. */
const applicationAlreadyReceived: EmailTemplate<AlreadyReceived> = {
  name: 'application.already_received',
  subject: () => 'We already have your partner application',
  body: ({ id, partnershipType }, site) => (
    <ApplicantEmail
      id={id}
      site={site}
      preview="Your first application is in good hands; there is nothing to do."
      heading="Your application is already with us"
    >
      <Paragraph>Hello,</Paragraph>
      <Paragraph>
        Someone has just applied with this address to become a {PARTNERSHIPS[partnershipType]} of ReachGenie. We already
        have an application from you that is still open, so we left it just as it is and did not store the new one.
      </Paragraph>
      <Subheading>What happens next</Subheading>
      <Paragraph>
        There is nothing you need to do. You will have our answer within {ANSWER_TIME} of your first application. If
        anything in it has changed, just tell us when we get in touch.
      </Paragraph>
      <Paragraph>If it was not you who applied again, you can safely ignore this mail.</Paragraph>
    </ApplicantEmail>
  ),
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

const applicationSubmitted: EmailTemplate<Submitted> = {
  name: 'application.submitted',
  subject: ({ companyName, partnershipType }) =>
    `New partner application: ${companyName} (${PARTNERSHIPS[partnershipType]})`,
  body: (application, { publicUrl }) => (
    <EmailLayout
      preview={`${application.contactName}, ${application.industry}, ${COMPANY_SIZES[application.companySize]}`}
      heading={`${application.companyName} wants to become a partner`}
      footer="You receive this mail because your address is set to be told of new applications."
    >
      <Action href={`${publicUrl}/admin/applications/${application.id}`}>Review the application</Action>
      <Facts
        facts={{
          Company: application.companyName,
          Partnership: PARTNERSHIPS[application.partnershipType],
          Contact: application.contactName,
          'E-mail': application.contactEmail,
          Phone: application.contactPhone,
          Website: application.website,
          'Company size': COMPANY_SIZES[application.companySize],
          Industry: application.industry,
          Motivation: application.motivation,
          'Current solutions': application.currentSolutions,
          'Target market': application.targetMarket,
          'Additional information': application.additionalInformation,
        }}
      />
    </EmailLayout>
  ),
};

interface StatusChanged {
  id: string;
  contactName: string;
  companyName: string;
  partnershipType: PartnershipType;
  status: ApplicationStatus;
  /** Whether the applicant had withdrawn it. Emails of earlier versions lack it. */
  wasWithdrawn?: boolean;
  /** How the contact of an approved one gets to the account. Emails of earlier versions lack it: INVITED. */
  access?: AccountAccess;
  /** What the admin told the applicant, in lines. */
  message: string | null;
}

const applicationStatusChanged: EmailTemplate<StatusChanged> = {
  name: 'application.status_changed',
  subject: (change) => wordingOf(change).subject,
  body: ({ id, contactName, companyName, partnershipType, message, ...change }, site) => {
    const { heading, meaning, next } = wordingOf(change);
    return (
      <ApplicantEmail id={id} site={site} preview={meaning} heading={heading}>
        <Paragraph>{greeting(contactName)}</Paragraph>
        <Paragraph>
          There is news about the application from <strong>{mailableName(companyName) ?? 'your company'}</strong> to
          become a {PARTNERSHIPS[partnershipType]} of ReachGenie. {meaning}
        </Paragraph>
        {message && (
          <>
            <Subheading>A message from our team</Subheading>
            <Quote text={message} />
          </>
        )}
        <Subheading>What happens next</Subheading>
        <Paragraph>{next}</Paragraph>
      </ApplicantEmail>
    );
  },
};

const wordingOf = ({ status, wasWithdrawn, access }: Pick<StatusChanged, 'status' | 'wasWithdrawn' | 'access'>) => ({
  ...(wasWithdrawn ? REOPENED : STATUSES[status]),
  ...(access && NEXT_WITH[access]),
});

export const applicationEmails: EmailTemplate<object>[] = [
  applicationReceived,
  applicationAlreadyReceived,
  applicationSubmitted,
  applicationStatusChanged,
];

/** To the applicant: a receipt. */
export const received = (application: PartnerApplication): NewEmail => {
  const { id, contactName, companyName, partnershipType } = application;
  const data: Received = { id, contactName, companyName, partnershipType };
  return { template: applicationReceived.name, data, recipient: application.contactEmail, applicationId: id };
};

/** To the contact of an application that was not stored, because another one is open. */
export const alreadyReceived = ({
  id,
  contactEmail,
  partnershipType,
}: Pick<PartnerApplication, 'id' | 'contactEmail' | 'partnershipType'>): NewEmail => {
  const data: AlreadyReceived = { id, partnershipType };
  return { template: applicationAlreadyReceived.name, data, recipient: contactEmail, applicationId: id };
};

/** To an admin: a new application. */
export const submitted = (application: PartnerApplication, recipient: string): NewEmail => {
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

/** To the applicant: the status has become what it is now. */
export const statusChanged = (
  application: Pick<
    PartnerApplication,
    'id' | 'contactName' | 'contactEmail' | 'companyName' | 'partnershipType' | 'status'
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
  const { id, contactName, companyName, partnershipType, status } = application;
  const about = { id, contactName, companyName, partnershipType, status };
  const data: StatusChanged = { ...about, wasWithdrawn, message, ...(access ? { access } : {}) };
  return { template: applicationStatusChanged.name, data, recipient: application.contactEmail, applicationId: id };
};
