import type { ReactNode } from 'react';
import { Action, EmailLayout, Paragraph } from '../../email/email.layout.tsx';
import type { Site } from '../../email/email.template.ts';
import { statusUrl } from './application.link.ts';

interface ApplicantEmailProps {
  /** ID of the application. */
  id: string;
  site: Site;
  /** Shown beside the subject in the inbox. */
  preview: string;
  heading: string;
  children: ReactNode;
}

/** Links to the applicant's private status page. */
export const ApplicantEmail = ({ id, site, preview, heading, children }: ApplicantEmailProps) => (
  <EmailLayout
    preview={preview}
    heading={heading}
    footer={`You’re receiving this email because this address was given in an application to the ReachGenie partner program. Your reference: ${id}`}
  >
    {children}
    <Action href={statusUrl(site, id)}>View application status</Action>
    <Paragraph>
      Anyone with this link can see your application’s status and withdraw it. Please don’t share it.
    </Paragraph>
    <Paragraph>Your ReachGenie partner team</Paragraph>
  </EmailLayout>
);
