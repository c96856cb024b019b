import { press, type ShownPage } from './shown.page.ts';

/** Changes of company data, for admins. */
export const ADMINS_COMPANIES: readonly ShownPage[] = [
  {
    name: 'admin-company-changes',
    title: 'Company changes',
    purpose: 'Changes of company data that wait for a decision, oldest first.',
    as: 'admin',
    path: '/admin/company-changes',
  },
  {
    name: 'admin-company-change',
    title: 'Company change',
    purpose: 'A requested change side by side with the data as it was, to approve or decline.',
    as: 'admin',
    path: ({ companyChangeId }) => `/admin/company-changes/${companyChangeId}`,
  },
  {
    name: 'admin-company-decision',
    title: 'Decision on a company change',
    purpose: 'Declining needs a message, which the owners get.',
    as: 'admin',
    path: ({ companyChangeId }) => `/admin/company-changes/${companyChangeId}`,
    open: press('Decline change', 'Änderung ablehnen'),
  },
];

/** A partner's own company and applications. */
export const PARTNERS_COMPANY: readonly ShownPage[] = [
  {
    name: 'partner-company',
    title: 'Company data',
    purpose: 'The company data of today, and the change that our team reviews.',
    as: 'reseller',
    path: '/partner/company',
  },
  {
    name: 'partner-company-edit',
    title: 'Form of company data',
    purpose: 'Changes a part at once, and asks for a change of the rest.',
    as: 'reseller',
    path: '/partner/company',
    open: press('Edit company data', 'Unternehmensdaten bearbeiten'),
  },
  {
    name: 'partner-application',
    title: 'Own application',
    purpose: 'The history of the application, with our messages.',
    as: 'reseller',
    path: '/partner/company?tab=application',
  },
];
