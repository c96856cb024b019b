import type { Site } from '../../email/email.template.ts';

/** What proves the right to see an applicant's private page is made for: never changes. */
export const APPLICATION_LINK = 'APPLICATION';

/** An applicant's private page. What proves the right to see it is in the fragment, which browsers tell no server. */
export const statusUrl = ({ publicUrl, linkSecret }: Site, applicationId: string): string =>
  `${publicUrl}/status#${linkSecret(APPLICATION_LINK, applicationId)}`;
