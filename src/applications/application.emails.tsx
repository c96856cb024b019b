import type { NewRow } from '../core/database/row.insert.ts';
import { Action, EmailLayout, Facts, Paragraph, Quote, Steps, Subheading } from '../email/email.layout.tsx';
import { greeting, mailableName } from '../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../email/email.template.ts';
import type { AccountAccess } from '../partners/partner-account.service.ts';
import { ApplicantEmail } from './applicant/applicant.layout.tsx';
import type { PartnerApplication } from './application.entity.ts';
import type { ApplicationStatus, CompanySize, PartnershipType } from './application.enums.ts';
import { COMPANY_SIZES, NEXT_WITH, PARTNERSHIPS, REOPENED, STATUSES } from './application.wording.ts';

const ANSWER_TIME = 'five business days';

interface Received {
  id: string;
  contactName: string;
  companyName: string;
  partnershipType: PartnershipType;
}

const applicationReceived: EmailTemplate<Received> = {
  name: 'application.received',
  subject: () => 'We’ve received your application',
  body: ({ id, contactName, companyName, partnershipType }, site) => (
    <ApplicantEmail
      id={id}
      site={site}
      preview={`We’ll reply within ${ANSWER_TIME}.`}
      heading="Thank you for your application"
    >
      <Paragraph>{greeting(contactName)}</Paragraph>
      <Paragraph>
        Thank you for applying to become a ReachGenie {PARTNERSHIPS[partnershipType]}. We’ll review the application from{' '}
        <strong>{mailableName(companyName) ?? 'your company'}</strong> and reply within <strong>{ANSWER_TIME}</strong>.
      </Paragraph>
      <Subheading>What happens next</Subheading>
      <Steps
        steps={[
          'Our partner team reviews your application.',
          'If we have questions, we’ll email you.',
          'We’ll send you our decision and the next steps.',
        ]}
      />
      <Paragraph>You don’t need to do anything until then.</Paragraph>
    </ApplicantEmail>
  ),
};

interface AlreadyReceived {
  id: string;
  partnershipType: PartnershipType;
}

/** Repeats nothing from the new submission, because a different person may have sent it. */
const applicationAlreadyReceived: EmailTemplate<AlreadyReceived> = {
  name: 'application.already_received',
  subject: () => 'We already have your application',
  body: ({ id, partnershipType }, site) => (
    <ApplicantEmail
      id={id}
      site={site}
      preview="Your earlier application is still open. You don’t need to do anything."
      heading="We already have your application"
    >
      <Paragraph>Hello,</Paragraph>
      <Paragraph>
        Someone just applied again with this email address to become a ReachGenie {PARTNERSHIPS[partnershipType]}. Your
        earlier application is still open, so we kept it unchanged and didn’t save the new one.
      </Paragraph>
      <Subheading>What happens next</Subheading>
      <Paragraph>
        You don’t need to do anything. We’ll reply within {ANSWER_TIME} of your earlier application. If anything has
        changed, tell us when we get in touch.
      </Paragraph>
      <Paragraph>If this wasn’t you, you can ignore this email.</Paragraph>
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
  subject: ({ companyName, partnershipType }) => `New application: ${companyName} (${PARTNERSHIPS[partnershipType]})`,
  body: (application, { publicUrl }) => (
    <EmailLayout
      preview={`${application.contactName}, ${application.industry}, ${COMPANY_SIZES[application.companySize]}`}
      heading={`New application from ${application.companyName}`}
      footer="You’re receiving this email because your address is set to get notifications about applications."
    >
      <Action href={`${publicUrl}/admin/applications/${application.id}`}>Review application</Action>
      <Facts
        facts={{
          Company: application.companyName,
          Partnership: PARTNERSHIPS[application.partnershipType],
          Contact: application.contactName,
          Email: application.contactEmail,
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
  /** Emails of earlier versions lack it. */
  wasWithdrawn?: boolean;
  /** Only for approvals. Emails of earlier versions lack it and mean INVITED. */
  access?: AccountAccess;
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
          We have an update on the application from <strong>{mailableName(companyName) ?? 'your company'}</strong> to
          become a ReachGenie {PARTNERSHIPS[partnershipType]}. {meaning}
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

/** To the applicant: confirms the submission. */
export const received = (application: NewRow<PartnerApplication>): NewEmail => {
  const { id, contactName, companyName, partnershipType } = application;
  const data: Received = { id, contactName, companyName, partnershipType };
  return { template: applicationReceived.name, data, recipient: application.contactEmail, applicationId: id };
};

/** To the contact, whose new application was not stored because another one is open. */
export const alreadyReceived = ({
  id,
  contactEmail,
  partnershipType,
}: Pick<PartnerApplication, 'id' | 'contactEmail' | 'partnershipType'>): NewEmail => {
  const data: AlreadyReceived = { id, partnershipType };
  return { template: applicationAlreadyReceived.name, data, recipient: contactEmail, applicationId: id };
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

/** To the applicant: reports the current status. */
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
