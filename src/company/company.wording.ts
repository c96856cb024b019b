import type { InLanguages } from '../email/email.template.ts';
import type { ReviewedField } from './company.details.ts';

export type ChangeNews = 'REQUESTED' | 'APPROVED' | 'REJECTED';

type OfNews = Readonly<Record<ChangeNews, string>>;

interface Wording {
  subject: OfNews;
  what: OfNews;
  footer: string;
  action: string;
  teamSubject: OfNews;
  teamWhat: Readonly<Record<ChangeNews, (company: string) => string>>;
  teamFooter: string;
  teamAction: OfNews;
  /** For names that an email must not show. */
  company: string;
  fields: string;
  field: Readonly<Record<ReviewedField, string>>;
  message: string;
}

export const COMPANY_WORDING: InLanguages<Wording> = {
  EN: {
    subject: {
      REQUESTED: 'We’re reviewing your company data',
      APPROVED: 'Your company data has been updated',
      REJECTED: 'Your change of company data was declined',
    },
    what: {
      REQUESTED: 'You asked us to change your company data. Until we’ve reviewed it, your current data stays in place.',
      APPROVED: 'We’ve approved your change. The new data now applies to your account.',
      REJECTED: 'We’ve declined your change, so your current data stays in place. You can request another change.',
    },
    footer: 'You’re receiving this email because you own your company’s partner account.',
    action: 'View company data',
    teamSubject: {
      REQUESTED: 'Company change to review',
      APPROVED: 'Company change approved',
      REJECTED: 'Company change declined',
    },
    teamWhat: {
      REQUESTED: (company) => `${company} wants to change its company data.`,
      APPROVED: (company) => `The company data of ${company} has been changed.`,
      REJECTED: (company) => `The change that ${company} requested was declined.`,
    },
    teamFooter: 'You’re receiving this email because your address is set to get notifications about partners.',
    teamAction: { REQUESTED: 'Review change', APPROVED: 'View change', REJECTED: 'View change' },
    company: 'A partner',
    fields: 'Changed',
    field: {
      companyName: 'Company name',
      legalName: 'Legal name',
      street: 'Street and number',
      postalCode: 'Postal code',
      city: 'City',
      countryCode: 'Country',
      vatId: 'Tax ID',
    },
    message: 'Message from our team',
  },
  DE: {
    subject: {
      REQUESTED: 'Wir prüfen Ihre Unternehmensdaten',
      APPROVED: 'Ihre Unternehmensdaten wurden geändert',
      REJECTED: 'Änderung der Unternehmensdaten abgelehnt',
    },
    what: {
      REQUESTED:
        'Sie möchten Ihre Unternehmensdaten ändern. Bis wir die Änderung geprüft haben, gelten die bisherigen Daten.',
      APPROVED: 'Wir haben Ihre Änderung angenommen. Ab sofort gelten die neuen Daten.',
      REJECTED:
        'Wir haben Ihre Änderung abgelehnt. Es gelten weiterhin die bisherigen Daten. Sie können eine neue Änderung beantragen.',
    },
    footer: 'Sie erhalten diese E-Mail, weil Sie Inhaber des Partnerkontos Ihres Unternehmens sind.',
    action: 'Unternehmensdaten ansehen',
    teamSubject: {
      REQUESTED: 'Unternehmensdaten zu prüfen',
      APPROVED: 'Unternehmensdaten geändert',
      REJECTED: 'Änderung von Unternehmensdaten abgelehnt',
    },
    teamWhat: {
      REQUESTED: (company) => `${company} möchte die eigenen Unternehmensdaten ändern.`,
      APPROVED: (company) => `Die Unternehmensdaten von ${company} wurden geändert.`,
      REJECTED: (company) => `Die von ${company} gewünschte Änderung wurde abgelehnt.`,
    },
    teamFooter: 'Sie erhalten diese E-Mail, weil Ihre Adresse für Benachrichtigungen zu Partnern eingetragen ist.',
    teamAction: { REQUESTED: 'Änderung prüfen', APPROVED: 'Änderung ansehen', REJECTED: 'Änderung ansehen' },
    company: 'Ein Partner',
    fields: 'Geändert',
    field: {
      companyName: 'Name des Unternehmens',
      legalName: 'Firma laut Register',
      street: 'Straße und Hausnummer',
      postalCode: 'Postleitzahl',
      city: 'Ort',
      countryCode: 'Land',
      vatId: 'USt-IdNr.',
    },
    message: 'Nachricht unseres Teams',
  },
};
