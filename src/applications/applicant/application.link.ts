import type { Site } from '../../email/email.template.ts';

/** Purpose of the link's secret. Never change it, or existing links break. */
export const APPLICATION_LINK = 'APPLICATION';

/** A link ends so long after the submission. Every key that signed links can then be removed at some time. */
export const LINK_YEARS = 2;

export const STATUS_PATH = '/status';

/** The applicant's private page. The secret is in the fragment, which browsers send to no server. */
export const statusUrl = ({ publicUrl, linkSecret }: Site, applicationId: string): string =>
  `${publicUrl}${STATUS_PATH}#${linkSecret(APPLICATION_LINK, applicationId)}`;
