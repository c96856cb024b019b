import type { Language } from '../core/text/language.ts';
import type { InLanguages } from '../email/email.template.ts';
import type { PartnerTier } from '../tenants/partner-account.entity.ts';
import type { TierMetric } from './tier.metrics.ts';

export type News = 'PROMOTED' | 'AT_RISK' | 'RECOVERED' | 'DEMOTED';

export const NAMES: InLanguages<Record<PartnerTier, string>> = {
  EN: { SILVER: 'Silver', GOLD: 'Gold', PLATINUM: 'Platinum' },
  DE: { SILVER: 'Silber', GOLD: 'Gold', PLATINUM: 'Platin' },
};

interface Names {
  tier: string;
  before: string;
  until: string;
  /** Null for the partner itself. */
  company: string | null;
}

interface Missed {
  value: number;
  required: number;
  language: Language;
}

interface Texts {
  subject: Record<News, (told: Omit<Names, 'until'> & { days: number }) => string>;
  preview: Record<News, string>;
  what: Record<News, (names: Names) => string>;
  next: Record<News, (names: Names) => string>;
  missing: Record<TierMetric, (missed: Missed) => string>;
  /** Of a warning if nothing is missing any more. */
  met: string;
  action: string;
  footer: Record<'owner' | 'manager', string>;
}

const numberIn = (language: Language, value: number): string => new Intl.NumberFormat(language).format(value);

/** Of basis points. */
const percentIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(value / 10_000);

const plain =
  (text: (value: string, required: string) => string) =>
  ({ value, required, language }: Missed): string =>
    text(numberIn(language, value), numberIn(language, required));

const share =
  (text: (value: string, required: string) => string) =>
  ({ value, required, language }: Missed): string =>
    text(percentIn(language, value), percentIn(language, required));

export const TEXTS: InLanguages<Texts> = {
  EN: {
    subject: {
      PROMOTED: ({ tier, company }) => (company ? `A partner is now ${tier}` : `You’re now a ${tier} partner`),
      AT_RISK: ({ tier, days, company }) =>
        company ? `A partner may lose ${tier} in ${days} days` : `Your ${tier} tier is at risk: ${days} days left`,
      RECOVERED: ({ tier, company }) => (company ? `A partner keeps ${tier}` : `You’re keeping your ${tier} tier`),
      DEMOTED: ({ tier, company }) => (company ? `A partner is now ${tier}` : `Your tier is now ${tier}`),
    },
    preview: {
      PROMOTED: 'The requirements of a higher tier are met.',
      AT_RISK: 'A requirement of the tier isn’t met.',
      RECOVERED: 'The requirements of the tier are met again.',
      DEMOTED: 'The requirements of the tier were not met in time.',
    },
    what: {
      PROMOTED: ({ tier, company }) =>
        company ? `${company} is now a ${tier} partner` : `You’re now a ${tier} partner`,
      AT_RISK: ({ tier, company }) =>
        company ? `The ${tier} tier of ${company} is at risk` : `Your ${tier} tier is at risk`,
      RECOVERED: ({ tier, company }) =>
        company ? `${company} keeps the ${tier} tier` : `You’re keeping your ${tier} tier`,
      DEMOTED: ({ tier, company }) => (company ? `${company} is now a ${tier} partner` : `Your tier is now ${tier}`),
    },
    next: {
      PROMOTED: ({ tier, before }) => `The benefits of ${tier} apply now. The tier before was ${before}.`,
      AT_RISK: ({ until }) =>
        `The tier stays until ${until}. If a tier review before that day finds all requirements met, it is kept.`,
      RECOVERED: () => 'All requirements are met again. The tier is no longer at risk.',
      DEMOTED: ({ tier, before }) =>
        `The requirements of ${before} were not met within the 90 days. The benefits of ${tier} apply now. The tier review on the first of each month can raise it again.`,
    },
    missing: {
      ACTIVE_CLIENTS: plain((value, required) => `Active clients: ${value} of ${required} required.`),
      CLIENT_RETENTION_12_MONTHS: share((value, required) => `Client retention: ${value}, required are ${required}.`),
      CERTIFIED_USERS: plain((value, required) => `Certified users: ${value} of ${required} required.`),
      WON_DEALS_12_MONTHS: plain((value, required) => `Deals won in 12 months: ${value} of ${required} required.`),
      REVENUE_12_MONTHS: plain((value, required) => `Revenue in 12 months: ${value} of ${required} required.`),
    },
    met: 'At the moment, all requirements are met. The next tier review confirms that.',
    action: 'View tier',
    footer: {
      owner: 'You’re receiving this email because you own your company’s partner account.',
      manager: 'You’re receiving this email because you look after this partner.',
    },
  },
  DE: {
    subject: {
      PROMOTED: ({ tier, company }) =>
        company ? `Ein Partner hat jetzt die Stufe ${tier}` : `Sie haben jetzt die Stufe ${tier}`,
      AT_RISK: ({ tier, days, company }) =>
        company
          ? `Stufe ${tier} eines Partners gefährdet: noch ${days} Tage`
          : `Stufe ${tier} gefährdet: noch ${days} Tage`,
      RECOVERED: ({ tier, company }) =>
        company ? `Ein Partner behält die Stufe ${tier}` : `Sie behalten die Stufe ${tier}`,
      DEMOTED: ({ tier, company }) =>
        company ? `Ein Partner hat jetzt die Stufe ${tier}` : `Ihre Stufe ist jetzt ${tier}`,
    },
    preview: {
      PROMOTED: 'Die Voraussetzungen einer höheren Stufe sind erfüllt.',
      AT_RISK: 'Eine Voraussetzung der Stufe ist nicht erfüllt.',
      RECOVERED: 'Die Voraussetzungen der Stufe sind wieder erfüllt.',
      DEMOTED: 'Die Voraussetzungen der Stufe wurden nicht rechtzeitig erfüllt.',
    },
    what: {
      PROMOTED: ({ tier, company }) =>
        company ? `${company} hat jetzt die Stufe ${tier}` : `Sie haben jetzt die Stufe ${tier}`,
      AT_RISK: ({ tier, company }) =>
        company ? `Die Stufe ${tier} von ${company} ist gefährdet` : `Ihre Stufe ${tier} ist gefährdet`,
      RECOVERED: ({ tier, company }) =>
        company ? `${company} behält die Stufe ${tier}` : `Sie behalten die Stufe ${tier}`,
      DEMOTED: ({ tier, company }) =>
        company ? `${company} hat jetzt die Stufe ${tier}` : `Ihre Stufe ist jetzt ${tier}`,
    },
    next: {
      PROMOTED: ({ tier, before }) => `die Vorteile von ${tier} gelten ab sofort. Die Stufe davor war ${before}.`,
      AT_RISK: ({ until }) =>
        `die Stufe bleibt bis ${until} bestehen. Sind bei einer Stufenprüfung vor diesem Tag alle Voraussetzungen erfüllt, bleibt sie erhalten.`,
      RECOVERED: () => 'alle Voraussetzungen sind wieder erfüllt. Die Stufe ist nicht mehr gefährdet.',
      DEMOTED: ({ tier, before }) =>
        `die Voraussetzungen von ${before} waren 90 Tage lang nicht erfüllt. Ab sofort gelten die Vorteile von ${tier}. Die Stufenprüfung am Ersten jedes Monats kann die Stufe wieder anheben.`,
    },
    missing: {
      ACTIVE_CLIENTS: plain((value, required) => `Aktive Kunden: ${value} von ${required} erforderlichen.`),
      CLIENT_RETENTION_12_MONTHS: share((value, required) => `Kundenbindung: ${value}, erforderlich sind ${required}.`),
      CERTIFIED_USERS: plain((value, required) => `Zertifizierte Benutzer: ${value} von ${required} erforderlichen.`),
      WON_DEALS_12_MONTHS: plain(
        (value, required) => `Gewonnene Deals in 12 Monaten: ${value} von ${required} erforderlichen.`,
      ),
      REVENUE_12_MONTHS: plain((value, required) => `Umsatz in 12 Monaten: ${value} von ${required} erforderlichen.`),
    },
    met: 'Derzeit sind alle Voraussetzungen erfüllt. Die nächste Stufenprüfung bestätigt das.',
    action: 'Stufe ansehen',
    footer: {
      owner: 'Sie erhalten diese E-Mail, weil Sie Inhaber des Partnerkontos Ihres Unternehmens sind.',
      manager: 'Sie erhalten diese E-Mail, weil Sie diesen Partner betreuen.',
    },
  },
};
