import type { AccountAccess } from '../partners/partner-account.service.ts';
import type { ApplicationStatus, CompanySize, PartnershipType } from './application.enums.ts';

/** Nouns that fit after `a` and after `a ReachGenie`. */
export const PARTNERSHIPS: Record<PartnershipType, string> = {
  RESELLER: 'reseller partner',
  REFERRAL: 'referral partner',
  TECHNOLOGY: 'technology partner',
};

export const COMPANY_SIZES: Record<CompanySize, string> = {
  '1-10': '1–10 employees',
  '11-50': '11–50 employees',
  '51-200': '51–200 employees',
  '201-500': '201–500 employees',
  '501+': '501 or more employees',
};

interface StatusWording {
  subject: string;
  heading: string;
  /** Follows `We have an update on the application …`. */
  meaning: string;
  next: string;
}

export const STATUSES: Record<ApplicationStatus, StatusWording> = {
  PENDING: {
    subject: 'Your application is waiting for review again',
    heading: 'Your application is waiting for review again',
    meaning: 'It’s waiting for review again. Nothing in it has changed.',
    next: 'You don’t need to do anything. We’ll email you when the review starts.',
  },
  REVIEWING: {
    subject: 'We’re reviewing your application',
    heading: 'We’re reviewing your application',
    meaning: 'Our partner team is reviewing it now.',
    next: 'If we have questions, we’ll email you. Otherwise you’ll hear from us once we’ve decided. You don’t need to do anything until then.',
  },
  APPROVED: {
    subject: 'Your application has been approved',
    heading: 'Welcome to the partner program',
    meaning: 'Congratulations, it has been approved.',
    next: 'We’ve sent a second email with an invitation to your partner account. The link works for 7 days. If you can’t find it, check your spam folder or ask us for a new one.',
  },
  REJECTED: {
    subject: 'Your application to our partner program',
    heading: 'Your application to our partner program',
    meaning: 'We’ve reviewed it carefully and can’t offer you a partnership at this time.',
    next: 'Thank you for your interest in working with us. If things change, you’re welcome to apply again.',
  },
};

/** Differences for approvals that do not invite the applicant to a new account. */
export const NEXT_WITH: Record<AccountAccess, Partial<StatusWording>> = {
  INVITED: {},
  OTHER_INVITED: {
    next: 'We’ve sent the invitation to the person who will own your partner account. They can invite you and others at your company.',
  },
  OWNED: {
    subject: 'Your new partnership with ReachGenie',
    heading: 'Your new partnership',
    next: 'We’ve added the partnership to your existing partner account. Sign in as usual to see it. If you haven’t accepted the invitation to your account yet, please do that first.',
  },
};

/** For a withdrawn application that is in review again. */
export const REOPENED: StatusWording = {
  subject: 'We’re reviewing your application again',
  heading: 'Your application is in review again',
  meaning: 'You had withdrawn it, and our partner team has reopened it.',
  next: 'If you agree, you don’t need to do anything: we’ll email you our decision. If you don’t want to continue, withdraw the application again on your status page.',
};
