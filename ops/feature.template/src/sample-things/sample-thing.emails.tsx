import { Action, EmailLayout, Paragraph } from '../email/email.layout.tsx';
import { greeting, mailableName } from '../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../email/email.template.ts';
import type { User } from '../identity/users/user.entity.ts';
import type { SampleThing } from './sample-thing.entity.ts';

interface Approved {
  /** The name of the user who created it. */
  userName: string;
  sampleThingName: string;
}

const sampleThingApproved: EmailTemplate<Approved> = {
  name: 'sample_thing.approved',
  subject: () => 'Your sample thing has been approved',
  body: ({ userName, sampleThingName }, { publicUrl }) => (
    <EmailLayout
      preview="We approved it."
      heading="Your sample thing has been approved"
      footer="You’re receiving this email because you created this sample thing."
    >
      <Paragraph>{greeting(userName)}</Paragraph>
      <Paragraph>
        We approved <strong>{mailableName(sampleThingName) ?? 'your sample thing'}</strong>.
      </Paragraph>
      <Action href={`${publicUrl}/partner/sample-things`}>View your sample things</Action>
    </EmailLayout>
  ),
};

export const sampleThingEmails = [sampleThingApproved] as EmailTemplate<object>[];

/** To the user who created it: reports the approval. */
export const approved = ({ name }: SampleThing, creator: User): NewEmail => {
  const data: Approved = { userName: creator.name, sampleThingName: name };
  return { template: sampleThingApproved.name, data, recipient: creator.email, applicationId: null };
};
