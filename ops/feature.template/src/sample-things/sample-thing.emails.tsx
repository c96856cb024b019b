import type { ReactNode } from 'react';
import { Action, EmailLayout, Paragraph } from '../email/email.layout.tsx';
import { greeting, mailableName } from '../email/email.names.ts';
import type { EmailTemplate, InLanguages, NewEmail } from '../email/email.template.ts';
import type { User } from '../identity/users/user.entity.ts';
import type { SampleThing } from './sample-thing.entity.ts';

interface Approved {
  /** The name of the user who created it. */
  userName: string;
  sampleThingName: string;
}

interface Texts {
  title: string;
  preview: string;
  footer: string;
  approved: (name: string) => ReactNode;
  view: string;
}

const TEXTS: InLanguages<Texts> = {
  EN: {
    title: 'Your sample thing has been approved',
    preview: 'We approved it.',
    footer: 'You’re receiving this email because you created this sample thing.',
    approved: (name) => (
      <>
        We approved your sample thing <strong>{name}</strong>.
      </>
    ),
    view: 'View your sample things',
  },
  DE: {
    title: 'Musterstück genehmigt',
    preview: 'Sie müssen nichts tun.',
    footer: 'Sie erhalten diese E-Mail, weil Sie den Eintrag angelegt haben.',
    approved: (name) => (
      <>
        wir haben Ihren Eintrag <strong>{name}</strong> genehmigt.
      </>
    ),
    view: 'Musterstücke ansehen',
  },
};

const sampleThingApproved: EmailTemplate<Approved> = {
  name: 'sample_thing.approved',
  subject: (_data, { language }) => TEXTS[language].title,
  body: ({ userName, sampleThingName }, { publicUrl, language }) => {
    const { title, preview, footer, approved: text, view } = TEXTS[language];
    return (
      <EmailLayout preview={preview} heading={title} footer={footer}>
        <Paragraph>{greeting(userName, language)}</Paragraph>
        <Paragraph>{text(mailableName(sampleThingName) ?? '')}</Paragraph>
        <Action href={`${publicUrl}/partner/sample-things`}>{view}</Action>
      </EmailLayout>
    );
  },
};

export const sampleThingEmails = [sampleThingApproved] as EmailTemplate<object>[];

/** To the user who created it: reports the approval. */
export const approved = ({ name }: SampleThing, creator: User): NewEmail => {
  const data: Approved = { userName: creator.name, sampleThingName: name };
  return { template: sampleThingApproved.name, data, recipient: creator.email, applicationId: null };
};
