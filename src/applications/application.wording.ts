import type { AccountAccess } from '../partners/partner-account.service.ts';
import type { ApplicationStatus, CompanySize, PartnershipType } from './application.enums.ts';

/** As a noun that follows `a` in a sentence. */
export const PARTNERSHIPS: Record<PartnershipType, string> = {
  RESELLER: 'reseller partner',
  REFERRAL: 'referral partner',
  TECHNOLOGY: 'technology partner',
};

export const COMPANY_SIZES: Record<CompanySize, string> = {
  '1-10': '1 to 10 people',
  '11-50': '11 to 50 people',
  '51-200': '51 to 200 people',
  '201-500': '201 to 500 people',
  '501+': '501 people or more',
};

interface StatusWording {
  subject: string;
  heading: string;
  /** What the new status means for the applicant. */
  meaning: string;
  next: string;
}

/** How an applicant is told of each status. */
export const STATUSES: Record<ApplicationStatus, StatusWording> = {
  PENDING: {
    subject: 'Your partner application is back in our queue',
    heading: 'Your application is back in our queue',
    meaning: 'We have put it back among those that wait for a review. Nothing in it is lost.',
    next: 'We will take it up again as soon as we can and write to you when we do. There is nothing you need to do.',
  },
  REVIEWING: {
    subject: 'We are reviewing your partner application',
    heading: 'We are reviewing your application',
    meaning: 'Someone on our partner team is reading it now.',
    next: 'If we have questions, we write to you at this address. As soon as we have decided, you will hear from us. Until then there is nothing you need to do.',
  },
  APPROVED: {
    subject: 'Welcome to the ReachGenie partner program',
    heading: 'Welcome, partner!',
    meaning: 'We are delighted to tell you that it has been approved.',
    next: 'A second mail invites you to your partner account; its link is good for 7 days. If it does not come, look where unwanted mail goes, then ask our partner team for another one. We look forward to working with you.',
  },
  REJECTED: {
    subject: 'About your partner application',
    heading: 'About your application',
    meaning: 'We have looked at it with care, and we are sorry to say that we cannot accept it at this time.',
    next: 'This need not be the last word: when something changes on your side, you are very welcome to apply again. Thank you for your time and your interest in ReachGenie.',
  },
};

/** What happens next after an approval that does not invite the applicant to a new account. */
export const NEXT_WITH: Record<AccountAccess, Partial<StatusWording>> = {
  INVITED: {},
  OTHER_INVITED: {
    next: 'We have sent the invitation to your partner account to the person who will own it. That person can invite you and others from your company. We look forward to working with you.',
  },
  OWNED: {
    subject: 'Your new partnership with ReachGenie',
    heading: 'Your new partnership',
    next: 'We have added the partnership to the partner account that you already own. Sign in as usual to see it. If you have not accepted the invitation to your account yet, please do that first.',
  },
};

/** How an applicant is told that a withdrawn application is in review again. */
export const REOPENED: StatusWording = {
  subject: 'We are reviewing your application again',
  heading: 'Your application is in review again',
  meaning: 'You had withdrawn it. Our partner team has reopened it and is reviewing it again.',
  next: 'If you agree, there is nothing you need to do: we write to you when we have decided. If you do not want us to go on, withdraw the application again on your status page.',
};
