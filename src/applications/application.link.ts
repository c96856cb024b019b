import type { Site } from '../email/email.template.ts';

/** An applicant's private page. What proves the right to see it is in the fragment, which browsers tell no server. */
export const statusUrl = ({ publicUrl, linkSecret }: Site, applicationId: string): string =>
  `${publicUrl}/status#${linkSecret(applicationId)}`;
