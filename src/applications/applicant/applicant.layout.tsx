import type { ReactNode } from 'react';
import { Action, EmailLayout, Paragraph } from '../../email/email.layout.tsx';
import type { Site } from '../../email/email.template.ts';
import { statusUrl } from './application.link.ts';

interface ApplicantEmailProps {
  /** The application. */
  id: string;
  site: Site;
  /** What a mailbox shows beside the subject. */
  preview: string;
  heading: string;
  children: ReactNode;
}

/** The frame of every mail to an applicant: it leads to the applicant's private page. */
export const ApplicantEmail = ({ id, site, preview, heading, children }: ApplicantEmailProps) => (
  <EmailLayout
    preview={preview}
    heading={heading}
    footer={`You receive this mail because this address was given in an application to the ReachGenie partner program. Your reference: ${id}`}
  >
    {children}
    <Action href={statusUrl(site, id)}>See where your application stands</Action>
    <Paragraph>
      This link is yours alone: whoever has it can see how your application stands, and withdraw it. Please do not pass
      it on.
    </Paragraph>
    <Paragraph>Your ReachGenie partner team</Paragraph>
  </EmailLayout>
);
