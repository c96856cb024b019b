import { registerEnumType } from 'type-graphql';
import type { AdminRole, PartnerRole, Role } from '../core/context/request.context.ts';

export enum NotificationKind {
  APPLICATION_ASSIGNED = 'APPLICATION_ASSIGNED',
  APPLICATION_DECIDED = 'APPLICATION_DECIDED',
  APPLICATION_WITHDRAWN = 'APPLICATION_WITHDRAWN',
  MENTIONED = 'MENTIONED',
  EMAIL_FAILED = 'EMAIL_FAILED',
  MEMBER_JOINED = 'MEMBER_JOINED',
  ROLE_CHANGED = 'ROLE_CHANGED',
  CLIENT_STOPPED = 'CLIENT_STOPPED',
  AGREEMENT_DUE = 'AGREEMENT_DUE',
  AGREEMENT_ACCEPTED = 'AGREEMENT_ACCEPTED',
  COMPANY_CHANGE_REQUESTED = 'COMPANY_CHANGE_REQUESTED',
  COMPANY_CHANGE_DECIDED = 'COMPANY_CHANGE_DECIDED',
  TIER_PROMOTED = 'TIER_PROMOTED',
  TIER_AT_RISK = 'TIER_AT_RISK',
  TIER_RECOVERED = 'TIER_RECOVERED',
  TIER_DEMOTED = 'TIER_DEMOTED',
  PARTNER_ASSIGNED = 'PARTNER_ASSIGNED',
}
registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'Kind of a notification.',
  valuesConfig: {
    APPLICATION_ASSIGNED: { description: 'An application was assigned to you.' },
    APPLICATION_DECIDED: { description: 'Someone else decided an application that is assigned to you.' },
    APPLICATION_WITHDRAWN: { description: 'The applicant withdrew an application that is assigned to you.' },
    MENTIONED: { description: 'Someone mentioned you in a note on an application.' },
    EMAIL_FAILED: {
      description:
        'An email could not be delivered. Admins with REVIEW, PARTNERS or ALL. You get no other one until you have read it, or an email has told you of it.',
    },
    MEMBER_JOINED: { description: 'An invited person joined. Owners of the account, or admins with ALL.' },
    ROLE_CHANGED: { description: 'Your role was changed.' },
    PARTNER_ASSIGNED: {
      description: 'You are now the partner manager or the technical account manager of a partner. Admins.',
    },
    CLIENT_STOPPED: { description: 'The subscription of a client was suspended or canceled. Owners of the reseller.' },
    COMPANY_CHANGE_REQUESTED: {
      description: 'A partner wants to change its company data. Admins with PARTNERS or ALL.',
    },
    COMPANY_CHANGE_DECIDED: { description: 'A change of your company data was approved or declined. Owners.' },
    AGREEMENT_DUE: {
      description: 'An agreement is there to be accepted. Owners of the partner, who also get an email of its own.',
    },
    AGREEMENT_ACCEPTED: {
      description: 'Someone accepted an agreement. Other owners of the partner, and admins with PARTNERS or ALL.',
    },
    TIER_PROMOTED: { description: 'The partner moved to a higher tier. Owners. An email of its own tells it too.' },
    TIER_AT_RISK: {
      description: 'The partner misses a requirement of its tier. Owners. Emails of its own tell it too.',
    },
    TIER_RECOVERED: { description: 'The tier is no longer at risk. Owners. An email of its own tells it too.' },
    TIER_DEMOTED: { description: 'The partner moved to the tier below. Owners. An email of its own tells it too.' },
  },
});

export enum NotificationEmail {
  OFF = 'OFF',
  SOON = 'SOON',
  DAILY = 'DAILY',
}
registerEnumType(NotificationEmail, {
  name: 'NotificationEmail',
  description: 'When an email repeats the unread notifications of a kind.',
  valuesConfig: {
    OFF: { description: 'Never.' },
    SOON: { description: 'Two to four minutes later, together with the others of these minutes.' },
    DAILY: { description: 'In a summary at 8:00 in the time zone of the user.' },
  },
});

interface KindTerms {
  /** Roles of users that can get it. Checked when the notification is written, and again when an email repeats it. */
  roles: readonly (AdminRole | PartnerRole)[];
  /** Unless the user has chosen. */
  email: NotificationEmail;
}

const REVIEWERS = ['REVIEW', 'ALL'] as const;
const EVERYONE = ['REVIEW', 'PARTNERS', 'FINANCE', 'ALL', 'OWNER', 'BILLING', 'MEMBER', 'READ_ONLY'] as const;

/** Their emails are those of the tiers, so that none is doubled. */
const TOLD_OF_TIERS = ['OWNER'] as const;

/** In the order of the settings. Changes of companies have emails of their own. */
export const KINDS: Readonly<Record<NotificationKind, KindTerms>> = {
  APPLICATION_ASSIGNED: { roles: REVIEWERS, email: NotificationEmail.DAILY },
  MENTIONED: { roles: REVIEWERS, email: NotificationEmail.SOON },
  APPLICATION_DECIDED: { roles: REVIEWERS, email: NotificationEmail.DAILY },
  APPLICATION_WITHDRAWN: { roles: REVIEWERS, email: NotificationEmail.DAILY },
  PARTNER_ASSIGNED: { roles: ['REVIEW', 'PARTNERS', 'FINANCE', 'ALL'], email: NotificationEmail.DAILY },
  EMAIL_FAILED: { roles: ['REVIEW', 'PARTNERS', 'ALL'], email: NotificationEmail.DAILY },
  CLIENT_STOPPED: { roles: ['OWNER'], email: NotificationEmail.DAILY },
  COMPANY_CHANGE_REQUESTED: { roles: ['PARTNERS', 'ALL'], email: NotificationEmail.OFF },
  COMPANY_CHANGE_DECIDED: { roles: ['OWNER'], email: NotificationEmail.OFF },
  AGREEMENT_DUE: { roles: ['OWNER'], email: NotificationEmail.OFF },
  AGREEMENT_ACCEPTED: { roles: ['PARTNERS', 'ALL', 'OWNER'], email: NotificationEmail.OFF },
  TIER_PROMOTED: { roles: TOLD_OF_TIERS, email: NotificationEmail.OFF },
  TIER_AT_RISK: { roles: TOLD_OF_TIERS, email: NotificationEmail.OFF },
  TIER_RECOVERED: { roles: TOLD_OF_TIERS, email: NotificationEmail.OFF },
  TIER_DEMOTED: { roles: TOLD_OF_TIERS, email: NotificationEmail.OFF },
  MEMBER_JOINED: { roles: ['ALL', 'OWNER'], email: NotificationEmail.DAILY },
  ROLE_CHANGED: { roles: EVERYONE, email: NotificationEmail.DAILY },
};

const PARTNER_ROLES: readonly string[] = ['OWNER', 'BILLING', 'MEMBER', 'READ_ONLY'] satisfies PartnerRole[];

/** Whether some admins, or some users of partners, can get it. */
export const isFor = (kind: NotificationKind, role: Role): boolean =>
  KINDS[kind].roles.some((each) => PARTNER_ROLES.includes(each) === (role === 'PARTNER'));
