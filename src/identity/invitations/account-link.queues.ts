import type { Queue } from 'pg-boss';
import { Language } from '../../core/text/language.ts';

/** Addresses, known or not, for which a password reset was requested. */
export const PASSWORD_RESET_QUEUE = 'password-reset';

/** The address alone if the request was in English: an earlier version's worker reads only that. */
export const resetRequest = (email: string, language: Language): string =>
  language === Language.EN ? email : `${email} ${language}`;

/** The address and the language of a request. No address has a space. */
export function readRequest(request: string): { email: string; language: Language } {
  const [email = '', language] = request.split(' ');
  return { email, language: language === Language.DE ? Language.DE : Language.EN };
}

/** Addresses, known or not, whose passwords are refused after many failures. */
export const SIGN_IN_LINK_QUEUE = 'sign-in-link';

/** In seconds. A link that arrives much later has no use. */
const OPTIONS = {
  heartbeatSeconds: 10,
  expireInSeconds: 30,
  retryLimit: 10,
  retryDelay: 5,
  retentionSeconds: 30 * 60,
  deleteAfterSeconds: 60,
};

/** The queues to create in the database. */
export const accountLinkQueues: Queue[] = [PASSWORD_RESET_QUEUE, SIGN_IN_LINK_QUEUE].map((name) => ({
  name,
  ...OPTIONS,
}));
