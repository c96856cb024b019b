import { Action, EmailLayout, Paragraph, Quote } from '../email/email.layout.tsx';
import type { EmailTemplate, NewEmail } from '../email/email.template.ts';
import { NotificationKind } from './notification.kinds.ts';
import { pathOf, sentenceOf, subjectOf, SUMMARY, type Told } from './notification.wording.ts';

interface Summary {
  /** At least one, oldest first. */
  told: Told[];
}

const notificationSummary: EmailTemplate<Summary> = {
  name: 'notification.summary',
  subject: ({ told }, { language }) => subjectOf(told, language),
  body: ({ told }, { publicUrl, language }) => {
    const { preview, heading, open, footer } = SUMMARY[language];
    return (
      <EmailLayout preview={preview} heading={heading} footer={footer}>
        {told.map((each, index) => (
          <div key={index}>
            <Paragraph>
              <a href={publicUrl + pathOf(each)}>{sentenceOf(each, language)}</a>
            </Paragraph>
            {each.kind === NotificationKind.MENTIONED && each.detail && <Quote text={each.detail} />}
          </div>
        ))}
        <Action href={publicUrl}>{open}</Action>
      </EmailLayout>
    );
  },
};

export const notificationEmails = [notificationSummary] as EmailTemplate<object>[];

/** The summary email of one user, oldest notification first. */
export const summary = (recipient: string, due: readonly Told[]): NewEmail => ({
  template: notificationSummary.name,
  data: {
    told: due.map(
      ({
        kind,
        resellerId = null,
        actorId = null,
        actorName = null,
        subjectId = null,
        subjectName = null,
        detail = null,
      }) => ({
        kind,
        resellerId,
        actorId,
        actorName,
        subjectId,
        subjectName,
        detail,
      }),
    ),
  } satisfies Summary,
  recipient,
  applicationId: null,
});
