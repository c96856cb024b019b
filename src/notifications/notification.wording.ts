import type { Language } from '../core/text/language.ts';
import { mailableName } from '../email/email.names.ts';
import type { Notification } from './notification.entity.ts';
import { NotificationKind } from './notification.kinds.ts';

/** The part of a notification that an email stores. The IDs find it for a person's export or erasure. */
export type Told = Pick<
  Notification,
  'kind' | 'resellerId' | 'actorId' | 'actorName' | 'subjectId' | 'subjectName' | 'detail'
>;

const POSTS: Record<Language, Record<string, string>> = {
  EN: {
    MANAGER: 'partner manager',
    TECHNICAL_MANAGER: 'technical account manager',
    'MANAGER,TECHNICAL_MANAGER': 'partner manager and technical account manager',
  },
  DE: {
    MANAGER: 'als Partnermanager',
    TECHNICAL_MANAGER: 'als technische Ansprechperson',
    'MANAGER,TECHNICAL_MANAGER': 'als Partnermanager und technische Ansprechperson',
  },
};

type Sentence = (told: Names) => string;

interface Names {
  actor: string;
  subject: string;
  detail: string;
}

const DECISIONS: Record<Language, Record<string, string>> = {
  EN: { APPROVED: 'approved', REJECTED: 'declined' },
  DE: { APPROVED: 'angenommen', REJECTED: 'abgelehnt' },
};

const STOPS: Record<Language, Record<string, string>> = {
  EN: { SUSPENDED: 'suspended', CANCELED: 'canceled' },
  DE: { SUSPENDED: 'gesperrt', CANCELED: 'gekündigt' },
};

const TIERS: Record<Language, Record<string, string>> = {
  EN: { SILVER: 'Silver', GOLD: 'Gold', PLATINUM: 'Platinum' },
  DE: { SILVER: 'Silber', GOLD: 'Gold', PLATINUM: 'Platin' },
};

/** The detail begins with the tier. */
const tierIn = (names: Record<string, string>, detail: string): string => names[detail.split(' ')[0] ?? ''] ?? detail;

const SENTENCES: Record<Language, Record<NotificationKind, Sentence>> = {
  EN: {
    APPLICATION_ASSIGNED: ({ actor, subject }) => `${actor} assigned the application of ${subject} to you`,
    APPLICATION_DECIDED: ({ actor, subject, detail }) =>
      `${actor} ${DECISIONS.EN[detail] ?? 'decided'} the application of ${subject}`,
    APPLICATION_WITHDRAWN: ({ subject }) => `${subject} withdrew the application`,
    MENTIONED: ({ actor, subject }) => `${actor} mentioned you in a note on ${subject}`,
    EMAIL_FAILED: ({ subject }) => `An email to ${subject} could not be delivered`,
    MEMBER_JOINED: ({ subject }) => `${subject} joined your team`,
    ROLE_CHANGED: ({ actor }) => `${actor} changed your role`,
    CLIENT_STOPPED: ({ actor, subject, detail }) =>
      `${actor} ${STOPS.EN[detail] ?? 'stopped'} the subscription of ${subject}`,
    COMPANY_CHANGE_REQUESTED: ({ subject }) => `${subject} wants to change its company data`,
    COMPANY_CHANGE_DECIDED: ({ detail }) => `Your change of company data was ${DECISIONS.EN[detail] ?? 'decided'}`,
    AGREEMENT_DUE: ({ subject }) => `“${subject}” is waiting for your agreement`,
    AGREEMENT_ACCEPTED: ({ actor, subject, detail }) => `${actor} (${detail}) agreed to “${subject}”`,
    PARTNER_ASSIGNED: ({ actor, subject, detail }) =>
      `${actor} made you the ${POSTS.EN[detail] ?? 'manager'} of ${subject}`,
    TIER_PROMOTED: ({ subject, detail }) => `${subject} moved up to ${tierIn(TIERS.EN, detail)}`,
    TIER_AT_RISK: ({ subject, detail }) => `The ${tierIn(TIERS.EN, detail)} tier of ${subject} is at risk`,
    TIER_RECOVERED: ({ subject, detail }) => `The ${tierIn(TIERS.EN, detail)} tier of ${subject} is no longer at risk`,
    TIER_DEMOTED: ({ subject, detail }) => `${subject} moved down to ${tierIn(TIERS.EN, detail)}`,
  },
  DE: {
    APPLICATION_ASSIGNED: ({ actor, subject }) => `${actor} hat Ihnen die Bewerbung ${subject} zugewiesen`,
    APPLICATION_DECIDED: ({ actor, subject, detail }) =>
      `${actor} hat die Bewerbung von ${subject} ${DECISIONS.DE[detail] ?? 'entschieden'}`,
    APPLICATION_WITHDRAWN: ({ subject }) => `${subject} hat die Bewerbung zurückgezogen`,
    MENTIONED: ({ actor, subject }) => `${actor} hat Sie in einer Notiz zu ${subject} erwähnt`,
    EMAIL_FAILED: ({ subject }) => `Eine E-Mail an ${subject} konnte nicht zugestellt werden`,
    MEMBER_JOINED: ({ subject }) => `${subject} gehört jetzt zu Ihrem Team`,
    ROLE_CHANGED: ({ actor }) => `${actor} hat Ihre Rolle geändert`,
    CLIENT_STOPPED: ({ actor, subject, detail }) =>
      `${actor} hat das Abonnement von ${subject} ${STOPS.DE[detail] ?? 'beendet'}`,
    COMPANY_CHANGE_REQUESTED: ({ subject }) => `${subject} möchte die eigenen Unternehmensdaten ändern`,
    COMPANY_CHANGE_DECIDED: ({ detail }) =>
      `Ihre Änderung der Unternehmensdaten wurde ${DECISIONS.DE[detail] ?? 'entschieden'}`,
    AGREEMENT_DUE: ({ subject }) => `Für „${subject}“ fehlt Ihre Zustimmung`,
    AGREEMENT_ACCEPTED: ({ actor, subject, detail }) => `${actor} (${detail}) hat „${subject}“ zugestimmt`,
    PARTNER_ASSIGNED: ({ actor, subject, detail }) =>
      `${actor} hat Ihnen den Partner ${subject} ${POSTS.DE[detail] ?? ''} zugewiesen`.replace('  ', ' '),
    TIER_PROMOTED: ({ subject, detail }) => `${subject} ist zur Stufe ${tierIn(TIERS.DE, detail)} aufgestiegen`,
    TIER_AT_RISK: ({ subject, detail }) => `Die Stufe ${tierIn(TIERS.DE, detail)} von ${subject} ist gefährdet`,
    TIER_RECOVERED: ({ subject, detail }) =>
      `Die Stufe ${tierIn(TIERS.DE, detail)} von ${subject} ist nicht mehr gefährdet`,
    TIER_DEMOTED: ({ subject, detail }) => `${subject} wurde auf die Stufe ${tierIn(TIERS.DE, detail)} zurückgestuft`,
  },
};

/** Without a period, so that a subject can be one. */
export const sentenceOf = (told: Told, language: Language): string =>
  SENTENCES[language][told.kind]({
    actor: told.actorName ?? '',
    subject: told.subjectName ?? '',
    detail: told.detail ?? '',
  });

/** Without names that a subject must not show, it says only that there is something new. */
export function subjectOf(told: readonly Told[], language: Language): string {
  const [only, ...others] = told;
  if (!only || others.length > 0) return SUMMARY[language].several(told.length);
  const names = [only.actorName, only.subjectName].filter((name) => name != null);
  const areMailable = names.every((name) => mailableName(name) !== undefined);
  return areMailable ? sentenceOf(only, language) : SUMMARY[language].one;
}

/** The page of what it is about. */
export function pathOf({ kind, subjectId, resellerId }: Told): string {
  const area = resellerId ? '/partner' : '/admin';
  switch (kind) {
    case NotificationKind.EMAIL_FAILED:
      return subjectId ? `${area}/applications/${subjectId}` : `${area}/mails`;
    case NotificationKind.CLIENT_STOPPED:
      return `${area}/clients/${subjectId}`;
    case NotificationKind.COMPANY_CHANGE_REQUESTED:
      return `${area}/company-changes/${subjectId}`;
    case NotificationKind.COMPANY_CHANGE_DECIDED:
      return `${area}/company`;
    case NotificationKind.PARTNER_ASSIGNED:
      return `${area}/partners/${subjectId}`;
    case NotificationKind.MEMBER_JOINED:
      return resellerId ? `${area}/members` : `${area}/team`;
    case NotificationKind.ROLE_CHANGED:
      return area;
    case NotificationKind.AGREEMENT_DUE:
    case NotificationKind.AGREEMENT_ACCEPTED:
      return `${area}/agreements/${subjectId}`;
    case NotificationKind.TIER_PROMOTED:
    case NotificationKind.TIER_AT_RISK:
    case NotificationKind.TIER_RECOVERED:
    case NotificationKind.TIER_DEMOTED:
      return resellerId ? `${area}/tier` : `${area}/partners/${subjectId}`;
    case NotificationKind.APPLICATION_ASSIGNED:
    case NotificationKind.APPLICATION_DECIDED:
    case NotificationKind.APPLICATION_WITHDRAWN:
    case NotificationKind.MENTIONED:
      return `${area}/applications/${subjectId}`;
  }
}

export const SUMMARY = {
  EN: {
    preview: 'What happened since you last looked.',
    heading: 'What concerns you',
    one: 'A new notification',
    several: (count: number) => `${count} new notifications`,
    open: 'Open ReachGenie Partners',
    footer: 'You’re receiving this email because of your notification settings. You can change them in My settings.',
  },
  DE: {
    preview: 'Was seit Ihrem letzten Besuch passiert ist.',
    heading: 'Neuigkeiten für Sie',
    one: 'Eine neue Benachrichtigung',
    several: (count: number) => `${count} neue Benachrichtigungen`,
    open: 'ReachGenie Partners öffnen',
    footer:
      'Sie erhalten diese E-Mail aufgrund Ihrer Einstellungen für Benachrichtigungen. Sie können sie unter „Meine Einstellungen“ ändern.',
  },
} as const;
