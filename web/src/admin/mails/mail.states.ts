export const MAIL_STATES = ['FAILED', 'QUEUED', 'SENT', 'ALL'] as const;
