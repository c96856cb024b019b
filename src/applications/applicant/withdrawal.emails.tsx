import { Action, EmailLayout, Facts, Paragraph } from '../../email/email.layout.tsx';
import { greeting, mailableName } from '../../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../../email/email.template.ts';
import { ApplicantEmail } from './applicant.layout.tsx';
import type { PartnerApplication } from '../application.entity.ts';
import type { PartnershipType } from '../application.enums.ts';
import { PARTNERSHIPS } from '../application.wording.ts';

interface Withdrawn {
  id: string;
  contactName: string;
  companyName: string;
  partnershipType: PartnershipType;
}

const applicationWithdrawn: EmailTemplate<Withdrawn> = {
  name: 'application.withdrawn',
  subject: () => 'You’ve withdrawn your application',
  body: ({ id, contactName, companyName, partnershipType }, site) => (
    <ApplicantEmail
      id={id}
      site={site}
      preview="We’ve stopped the review. You can apply again at any time."
      heading="You’ve withdrawn your application"
    >
      <Paragraph>{greeting(contactName)}</Paragraph>
      <Paragraph>
        You’ve withdrawn the application from <strong>{mailableName(companyName) ?? 'your company'}</strong> to become a
        ReachGenie {PARTNERSHIPS[partnershipType]}, and we’ve stopped the review. You can apply again at any time.
      </Paragraph>
      <Paragraph>If this wasn’t you, contact us: someone else may have your link.</Paragraph>
    </ApplicantEmail>
  ),
};

interface WithdrawalNoticed extends Withdrawn {
  contactEmail: string;
}

const withdrawalNotice: EmailTemplate<WithdrawalNoticed> = {
  name: 'application.withdrawal_noticed',
  subject: ({ companyName, partnershipType }) =>
    `Application withdrawn: ${companyName} (${PARTNERSHIPS[partnershipType]})`,
  body: ({ id, companyName, partnershipType, contactName, contactEmail }, { publicUrl }) => (
    <EmailLayout
      preview={`${contactName} withdrew the application.`}
      heading={`${companyName} has withdrawn its application`}
      footer="You’re receiving this email because your address is set to get notifications about applications."
    >
      <Paragraph>
        You don’t need to do anything. If the applicant wants to continue, you can reopen the application.
      </Paragraph>
      <Action href={`${publicUrl}/admin/applications/${id}`}>View application</Action>
      <Facts
        facts={{
          Company: companyName,
          Partnership: PARTNERSHIPS[partnershipType],
          Contact: contactName,
          Email: contactEmail,
        }}
      />
    </EmailLayout>
  ),
};

export const withdrawalEmails = [applicationWithdrawn, withdrawalNotice] as EmailTemplate<object>[];

/** To the applicant: confirms the withdrawal. */
export const withdrawalConfirmed = (application: PartnerApplication): NewEmail => {
  const { id, contactName, contactEmail, companyName, partnershipType } = application;
  const data: Withdrawn = { id, contactName, companyName, partnershipType };
  return { template: applicationWithdrawn.name, data, recipient: contactEmail, applicationId: id };
};

/** To an admin: reports the withdrawal. */
export const withdrawalNoticed = (application: PartnerApplication, recipient: string): NewEmail => {
  const { id, contactName, contactEmail, companyName, partnershipType } = application;
  const data: WithdrawalNoticed = { id, contactName, contactEmail, companyName, partnershipType };
  return { template: withdrawalNotice.name, data, recipient, applicationId: id };
};
