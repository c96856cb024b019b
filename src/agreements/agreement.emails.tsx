import { Action, EmailLayout, Paragraph } from '../email/email.layout.tsx';
import { greeting, mailableName } from '../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../email/email.template.ts';
import { ACCEPTED, DUE, type NoticeStage } from './agreement.wording.ts';

interface Due {
  agreementId: string;
  title: string;
  /** The owner's. */
  name: string;
  stage: NoticeStage;
  isRequired: boolean;
  /** RFC 3339. */
  bindingFrom: string;
}

const due: EmailTemplate<Due> = {
  name: 'agreement.due',
  subject: ({ stage }, { language }) => DUE[language].subject[stage],
  body: ({ agreementId, title, name, stage, isRequired, bindingFrom }, { publicUrl, language, dateTime }) => {
    const { preview, subject, what, required, optional, anyOwner, action, footer } = DUE[language];
    return (
      <EmailLayout preview={preview} heading={subject[stage]} footer={footer}>
        <Paragraph>{greeting(name, language)}</Paragraph>
        <Paragraph>{what[stage](title, dateTime(bindingFrom))}</Paragraph>
        <Paragraph>
          {isRequired ? required[stage === 'BINDING' ? 'now' : 'soon'] : optional} {anyOwner}
        </Paragraph>
        <Action href={`${publicUrl}/partner/agreements/${agreementId}`}>{action}</Action>
      </EmailLayout>
    );
  },
};

export const agreementDue = (
  recipient: string,
  { agreementId, title, name, stage, isRequired, bindingFrom }: Due,
): NewEmail => ({
  template: due.name,
  data: { agreementId, title, name, stage, isRequired, bindingFrom } satisfies Due,
  recipient,
  applicationId: null,
});

interface Accepted {
  agreementId: string;
  versionId: string;
  agreementTitle: string;
  number: number;
  /** As typed. */
  name: string;
  title: string;
  companyName: string;
  resellerId: string;
}

const acceptedTemplate: EmailTemplate<Accepted & { isForTeam: boolean }> = {
  name: 'agreement.accepted',
  subject: ({ isForTeam, companyName }, { language }) => {
    const { subject, teamSubject } = ACCEPTED[language];
    return isForTeam ? teamSubject(mailableName(companyName)) : subject;
  },
  body: (accepted, { publicUrl, language }) => {
    const { agreementId, name, isForTeam } = accepted;
    const { preview, subject, heading, own, byPartner, what, action, footer, teamFooter } = ACCEPTED[language];
    const area = isForTeam ? 'admin' : 'partner';
    return (
      <EmailLayout preview={preview} heading={isForTeam ? heading : subject} footer={isForTeam ? teamFooter : footer}>
        <Paragraph>{greeting(isForTeam ? '' : name, language)}</Paragraph>
        <Paragraph>{isForTeam ? byPartner : own}</Paragraph>
        <Paragraph>{what(accepted)}</Paragraph>
        <Action href={`${publicUrl}/${area}/agreements/${agreementId}`}>{action}</Action>
      </EmailLayout>
    );
  },
};

export const agreementEmails = [due, acceptedTemplate] as EmailTemplate<object>[];

export const acceptedByOwner = (recipient: string, accepted: Accepted): NewEmail => mailOf(recipient, accepted, false);

export const acceptedForTeam = (recipient: string, accepted: Accepted): NewEmail => mailOf(recipient, accepted, true);

const mailOf = (recipient: string, accepted: Accepted, isForTeam: boolean): NewEmail => ({
  template: acceptedTemplate.name,
  data: { ...accepted, isForTeam },
  recipient,
  applicationId: null,
});
