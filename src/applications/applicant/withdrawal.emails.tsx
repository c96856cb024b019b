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
  subject: () => 'You have withdrawn your partner application',
  body: ({ id, contactName, companyName, partnershipType }, site) => (
    <ApplicantEmail
      id={id}
      site={site}
      preview="We will not look at it any further."
      heading="Your application is withdrawn"
    >
      <Paragraph>{greeting(contactName)}</Paragraph>
      <Paragraph>
        As you asked us to, we have taken the application from{' '}
        <strong>{mailableName(companyName) ?? 'your company'}</strong> to become a {PARTNERSHIPS[partnershipType]} of
        ReachGenie out of our review. There is nothing more you need to do.
      </Paragraph>
      <Paragraph>
        You are welcome to apply again whenever you like. If it was not you who withdrew it, please apply again, or
        write to us: somebody else has the link to your application.
      </Paragraph>
    </ApplicantEmail>
  ),
};

interface WithdrawalNoticed extends Withdrawn {
  contactEmail: string;
}

const withdrawalNotice: EmailTemplate<WithdrawalNoticed> = {
  name: 'application.withdrawal_noticed',
  subject: ({ companyName, partnershipType }) =>
    `Partner application withdrawn: ${companyName} (${PARTNERSHIPS[partnershipType]})`,
  body: ({ id, companyName, partnershipType, contactName, contactEmail }, { publicUrl }) => (
    <EmailLayout
      preview={`${contactName} has withdrawn it.`}
      heading={`${companyName} has withdrawn its application`}
      footer="You receive this mail because your address is set to be told of new applications."
    >
      <Paragraph>
        There is nothing left to decide. If the applicant wants to go on, you can reopen the application.
      </Paragraph>
      <Action href={`${publicUrl}/admin/applications/${id}`}>Look at the application</Action>
      <Facts
        facts={{
          Company: companyName,
          Partnership: PARTNERSHIPS[partnershipType],
          Contact: contactName,
          'E-mail': contactEmail,
        }}
      />
    </EmailLayout>
  ),
};

export const withdrawalEmails = [applicationWithdrawn, withdrawalNotice] as EmailTemplate<object>[];

/** To the applicant: the application is withdrawn. */
export const withdrawalConfirmed = (application: PartnerApplication): NewEmail => {
  const { id, contactName, contactEmail, companyName, partnershipType } = application;
  const data: Withdrawn = { id, contactName, companyName, partnershipType };
  return { template: applicationWithdrawn.name, data, recipient: contactEmail, applicationId: id };
};

/** To an admin: the same. */
export const withdrawalNoticed = (application: PartnerApplication, recipient: string): NewEmail => {
  const { id, contactName, contactEmail, companyName, partnershipType } = application;
  const data: WithdrawalNoticed = { id, contactName, contactEmail, companyName, partnershipType };
  return { template: withdrawalNotice.name, data, recipient, applicationId: id };
};
