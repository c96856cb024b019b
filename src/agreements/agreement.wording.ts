import type { InLanguages } from '../email/email.template.ts';

/** PUBLISHED tells of a new version. BINDING tells that it binds now. */
export type NoticeStage = 'PUBLISHED' | 'DAYS_30' | 'DAYS_7' | 'BINDING';

type What = (title: string, bindingFrom: string) => string;

interface DueTexts {
  preview: string;
  subject: Record<NoticeStage, string>;
  what: Record<NoticeStage, What>;
  required: Record<'soon' | 'now', string>;
  optional: string;
  anyOwner: string;
  action: string;
  footer: string;
}

const soonEn: What = (title, bindingFrom) =>
  `“${title}” takes effect on ${bindingFrom}. Your company hasn’t agreed to it yet.`;
const soonDe: What = (title, bindingFrom) =>
  `„${title}“ tritt am ${bindingFrom} in Kraft. Ihr Unternehmen hat noch nicht zugestimmt.`;

export const DUE: InLanguages<DueTexts> = {
  EN: {
    preview: 'Please read it and agree to it.',
    subject: {
      PUBLISHED: 'A new agreement is ready for you',
      DAYS_30: 'Your agreement takes effect in 30 days',
      DAYS_7: 'Your agreement takes effect in 7 days',
      BINDING: 'Your agreement is now in effect',
    },
    what: {
      PUBLISHED: (title, bindingFrom) =>
        `We’ve published “${title}” for your company. It takes effect on ${bindingFrom}.`,
      DAYS_30: soonEn,
      DAYS_7: soonEn,
      BINDING: (title, bindingFrom) =>
        `“${title}” has been in effect since ${bindingFrom}. Your company hasn’t agreed to it yet.`,
    },
    required: {
      soon: 'From that day on, you can only add clients once you have agreed. Existing clients aren’t affected.',
      now: 'You can add clients again once you have agreed. Existing clients aren’t affected.',
    },
    optional: 'You can keep working without it.',
    anyOwner: 'It’s enough if one owner of your account agrees.',
    action: 'Read agreement',
    footer: 'You’re receiving this email because you’re an owner of your partner account.',
  },
  DE: {
    preview: 'Bitte lesen Sie ihn und stimmen Sie zu.',
    subject: {
      PUBLISHED: 'Ein neuer Vertrag liegt für Sie bereit',
      DAYS_30: 'Ihr Vertrag tritt in 30 Tagen in Kraft',
      DAYS_7: 'Ihr Vertrag tritt in 7 Tagen in Kraft',
      BINDING: 'Ihr Vertrag ist jetzt in Kraft',
    },
    what: {
      PUBLISHED: (title, bindingFrom) =>
        `wir haben „${title}“ für Ihr Unternehmen veröffentlicht. Der Vertrag tritt am ${bindingFrom} in Kraft.`,
      DAYS_30: soonDe,
      DAYS_7: soonDe,
      BINDING: (title, bindingFrom) =>
        `„${title}“ ist seit ${bindingFrom} in Kraft. Ihr Unternehmen hat noch nicht zugestimmt.`,
    },
    required: {
      soon: 'Ab diesem Tag können Sie erst dann wieder Kunden anlegen, wenn Sie zugestimmt haben. Bestehende Kunden sind nicht betroffen.',
      now: 'Sobald Sie zugestimmt haben, können Sie wieder Kunden anlegen. Bestehende Kunden sind nicht betroffen.',
    },
    optional: 'Sie können auch ohne Zustimmung weiterarbeiten.',
    anyOwner: 'Es genügt, wenn ein Inhaber Ihres Kontos zustimmt.',
    action: 'Vertrag lesen',
    footer: 'Sie erhalten diese E-Mail, weil Sie Inhaber Ihres Partnerkontos sind.',
  },
};

interface AcceptedFacts {
  agreementTitle: string;
  number: number;
  companyName: string;
  name: string;
  title: string;
}

interface AcceptedTexts {
  preview: string;
  subject: string;
  /** Without a name that a subject must not show. */
  teamSubject: (company: string | undefined) => string;
  heading: string;
  own: string;
  byPartner: string;
  what: (accepted: AcceptedFacts) => string;
  action: string;
  footer: string;
  teamFooter: string;
}

export const ACCEPTED: InLanguages<AcceptedTexts> = {
  EN: {
    preview: 'Keep this email for your records.',
    subject: 'You agreed to an agreement',
    teamSubject: (company) => (company ? `${company} agreed to an agreement` : 'A partner agreed to an agreement'),
    heading: 'A partner agreed to an agreement',
    own: 'Thank you. We’ve recorded that your company agreed. You can read and download the agreement at any time.',
    byPartner: 'An owner of a partner account has agreed to an agreement.',
    what: ({ agreementTitle, number, companyName, name, title }) =>
      `“${agreementTitle}”, version ${number}, was agreed to by ${name} (${title}) for ${companyName}.`,
    action: 'View agreement',
    footer: 'You’re receiving this email because you agreed for your company.',
    teamFooter: 'You’re receiving this email because your address gets news about partners.',
  },
  DE: {
    preview: 'Bewahren Sie diese E-Mail für Ihre Unterlagen auf.',
    subject: 'Sie haben einem Vertrag zugestimmt',
    teamSubject: (company) =>
      company ? `${company} hat einem Vertrag zugestimmt` : 'Ein Partner hat einem Vertrag zugestimmt',
    heading: 'Ein Partner hat einem Vertrag zugestimmt',
    own: 'vielen Dank. Die Zustimmung Ihres Unternehmens ist gespeichert. Sie können den Vertrag jederzeit lesen und herunterladen.',
    byPartner: 'ein Inhaber eines Partnerkontos hat einem Vertrag zugestimmt.',
    what: ({ agreementTitle, number, companyName, name, title }) =>
      `„${agreementTitle}“, Version ${number}: Zugestimmt hat ${name} (${title}) für ${companyName}.`,
    action: 'Vertrag ansehen',
    footer: 'Sie erhalten diese E-Mail, weil Sie für Ihr Unternehmen zugestimmt haben.',
    teamFooter: 'Sie erhalten diese E-Mail, weil Ihre Adresse Neuigkeiten zu Partnern erhält.',
  },
};
