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
    CLIENT_STOPPED: { description: 'The subscription of a client was suspended or canceled. Owners of the reseller.' },
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

/** In the order of the settings. */
export const KINDS: Readonly<Record<NotificationKind, KindTerms>> = {
  APPLICATION_ASSIGNED: { roles: REVIEWERS, email: NotificationEmail.DAILY },
  MENTIONED: { roles: REVIEWERS, email: NotificationEmail.SOON },
  APPLICATION_DECIDED: { roles: REVIEWERS, email: NotificationEmail.DAILY },
  APPLICATION_WITHDRAWN: { roles: REVIEWERS, email: NotificationEmail.DAILY },
  EMAIL_FAILED: { roles: ['REVIEW', 'PARTNERS', 'ALL'], email: NotificationEmail.DAILY },
  CLIENT_STOPPED: { roles: ['OWNER'], email: NotificationEmail.DAILY },
  MEMBER_JOINED: { roles: ['ALL', 'OWNER'], email: NotificationEmail.DAILY },
  ROLE_CHANGED: { roles: EVERYONE, email: NotificationEmail.DAILY },
};

const PARTNER_ROLES: readonly string[] = ['OWNER', 'BILLING', 'MEMBER', 'READ_ONLY'] satisfies PartnerRole[];

/** Whether some admins, or some users of partners, can get it. */
export const isFor = (kind: NotificationKind, role: Role): boolean =>
  KINDS[kind].roles.some((each) => PARTNER_ROLES.includes(each) === (role === 'PARTNER'));
