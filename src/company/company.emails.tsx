import { Action, EmailLayout, Facts, Paragraph, Quote, Subheading } from '../email/email.layout.tsx';
import { greeting, mailableName } from '../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../email/email.template.ts';
import type { CompanyChange } from './company-change.entity.ts';
import { differences, type ReviewedField } from './company.details.ts';
import { COMPANY_WORDING, type ChangeNews } from './company.wording.ts';

interface ChangeTold {
  news: ChangeNews;
  changeId: string;
  companyName: string;
  /** Without their values, which the page shows. */
  fields: ReviewedField[];
  message: string | null;
  isForTeam: boolean;
}

const changeTold: EmailTemplate<ChangeTold> = {
  name: 'company.change_told',
  subject: ({ news, companyName, isForTeam }, { language }) => {
    const { subject, teamSubject } = COMPANY_WORDING[language];
    if (!isForTeam) return subject[news];
    const company = mailableName(companyName);
    return company === undefined ? teamSubject[news] : `${teamSubject[news]}: ${company}`;
  },
  body: ({ news, changeId, companyName, fields, message, isForTeam }, { publicUrl, language }) => {
    const words = COMPANY_WORDING[language];
    const page = isForTeam ? `/admin/company-changes/${changeId}` : '/partner/company';
    const company = mailableName(companyName) ?? words.company;
    return (
      <EmailLayout
        preview={isForTeam ? words.teamWhat[news](company) : words.what[news]}
        heading={isForTeam ? words.teamSubject[news] : words.subject[news]}
        footer={isForTeam ? words.teamFooter : words.footer}
      >
        {!isForTeam && <Paragraph>{greeting('', language)}</Paragraph>}
        <Paragraph>{isForTeam ? words.teamWhat[news](company) : words.what[news]}</Paragraph>
        <Facts facts={{ [words.fields]: fields.map((field) => words.field[field]).join(', ') }} />
        {message !== null && (
          <>
            <Subheading>{words.message}</Subheading>
            <Quote text={message} />
          </>
        )}
        <Action href={publicUrl + page}>{isForTeam ? words.teamAction[news] : words.action}</Action>
      </EmailLayout>
    );
  },
};

export const companyEmails = [changeTold] as EmailTemplate<object>[];

/** Of a change that is requested or decided. */
export function changeMail(
  recipient: string,
  { id, before, after, status, message }: CompanyChange,
  { isForTeam }: Pick<ChangeTold, 'isForTeam'>,
): NewEmail {
  const news: ChangeNews = status === 'APPROVED' || status === 'REJECTED' ? status : 'REQUESTED';
  const told = {
    news,
    changeId: id,
    companyName: before.companyName,
    fields: differences(before, after),
    message: message ?? null,
  };
  return {
    recipient,
    template: changeTold.name,
    data: { ...told, isForTeam } satisfies ChangeTold,
    applicationId: null,
  };
}
