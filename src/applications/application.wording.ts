import type { Language } from '../core/text/language.ts';
import { mailableName } from '../email/email.names.ts';
import type { PartnershipType } from './application.enums.ts';

/** English: nouns that fit after `a` and after `a ReachGenie`. German: nouns that fit after `als`. */
export const PARTNERSHIPS: Record<Language, Record<PartnershipType, string>> = {
  EN: { RESELLER: 'reseller partner', REFERRAL: 'referral partner', TECHNOLOGY: 'technology partner' },
  DE: { RESELLER: 'Reseller', REFERRAL: 'Empfehlungspartner', TECHNOLOGY: 'Technologiepartner' },
};

export const ANSWER_TIMES: Record<Language, string> = { EN: 'five business days', DE: 'fünf Arbeitstagen' };

/** In emails, for names that they must not show: see mailableName. German: `der Bewerbung von …`. */
export const YOUR_COMPANY: Record<Language, string> = { EN: 'your company', DE: 'Ihrem Unternehmen' };

/** The subject of an email to admins: `New application: Acme & Sons (reseller partner)`. Some names are left out. */
export function subjectAbout(what: string, companyName: string, partnership: string): string {
  const company = mailableName(companyName);
  return company === undefined ? `${what} (${partnership})` : `${what}: ${company} (${partnership})`;
}

/** The footer of emails to admins. */
export const ADMIN_FOOTERS: Record<Language, string> = {
  EN: 'You’re receiving this email because your address is set to get notifications about applications.',
  DE: 'Sie erhalten diese E-Mail, weil Ihre Adresse für Benachrichtigungen zu Bewerbungen eingetragen ist.',
};

/** The answer to a submission. */
export const CONFIRMATIONS: Record<Language, string> = {
  EN: 'Thank you for your application. We will reply within five business days and have sent you a confirmation email.',
  DE: 'Vielen Dank für Ihre Bewerbung. Wir melden uns innerhalb von fünf Arbeitstagen und haben Ihnen eine Bestätigung per E-Mail gesendet.',
};
