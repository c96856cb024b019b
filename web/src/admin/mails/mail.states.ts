/** What the list of mails can be filtered by. */
export const MAIL_STATES = ['FAILED', 'QUEUED', 'SENT', 'ALL'] as const;
