import type { ApplicationStatus, CompanySize, PartnershipType } from '../application.enums.ts';
import type { Language } from '../../core/text/language.ts';

/** Shows withdrawn as a separate status. */
type ExportedStatus = ApplicationStatus | 'WITHDRAWN';

interface Wording {
  titles: {
    company: string;
    contact: string;
    email: string;
    phone: string;
    website: string;
    partnership: string;
    size: string;
    industry: string;
    status: string;
    submitted: string;
    updated: string;
    decided: string;
    withdrawn: string;
    assignee: string;
    motivation: string;
    targetMarket: string;
    currentSolutions: string;
    additionalInformation: string;
    id: string;
  };
  statuses: Record<ExportedStatus, string>;
  partnerships: Record<PartnershipType, string>;
  /** Words, because spreadsheets read `1-10` as a date. */
  sizes: Record<CompanySize, string>;
}

/** The same words as on the pages. */
export const EXPORT_WORDING: Record<Language, Wording> = {
  EN: {
    titles: {
      company: 'Company',
      contact: 'Contact',
      email: 'Email',
      phone: 'Phone',
      website: 'Website',
      partnership: 'Partnership',
      size: 'Company size',
      industry: 'Industry',
      status: 'Status',
      submitted: 'Submitted (UTC)',
      updated: 'Last changed (UTC)',
      decided: 'Decided (UTC)',
      withdrawn: 'Withdrawn (UTC)',
      assignee: 'Assignee',
      motivation: 'Motivation',
      targetMarket: 'Target market',
      currentSolutions: 'Current solutions',
      additionalInformation: 'Additional information',
      id: 'ID',
    },
    statuses: {
      PENDING: 'Pending',
      REVIEWING: 'In review',
      APPROVED: 'Approved',
      REJECTED: 'Declined',
      WITHDRAWN: 'Withdrawn',
    },
    partnerships: { RESELLER: 'Reseller', REFERRAL: 'Referral partner', TECHNOLOGY: 'Technology partner' },
    sizes: {
      '1-10': '1–10 employees',
      '11-50': '11–50 employees',
      '51-200': '51–200 employees',
      '201-500': '201–500 employees',
      '501+': '501 or more employees',
    },
  },
  DE: {
    titles: {
      company: 'Unternehmen',
      contact: 'Ansprechperson',
      email: 'E-Mail',
      phone: 'Telefon',
      website: 'Website',
      partnership: 'Partnerschaft',
      size: 'Unternehmensgröße',
      industry: 'Branche',
      status: 'Status',
      submitted: 'Eingegangen (UTC)',
      updated: 'Zuletzt geändert (UTC)',
      decided: 'Entschieden (UTC)',
      withdrawn: 'Zurückgezogen (UTC)',
      assignee: 'Zuständig',
      motivation: 'Motivation',
      targetMarket: 'Zielmarkt',
      currentSolutions: 'Aktuelle Lösungen',
      additionalInformation: 'Weitere Angaben',
      id: 'ID',
    },
    statuses: {
      PENDING: 'Offen',
      REVIEWING: 'In Prüfung',
      APPROVED: 'Angenommen',
      REJECTED: 'Abgelehnt',
      WITHDRAWN: 'Zurückgezogen',
    },
    partnerships: { RESELLER: 'Reseller', REFERRAL: 'Empfehlungspartner', TECHNOLOGY: 'Technologiepartner' },
    sizes: {
      '1-10': '1–10 Mitarbeitende',
      '11-50': '11–50 Mitarbeitende',
      '51-200': '51–200 Mitarbeitende',
      '201-500': '201–500 Mitarbeitende',
      '501+': 'Über 500 Mitarbeitende',
    },
  },
};
