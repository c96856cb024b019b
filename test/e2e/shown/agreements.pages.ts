import { press, type ShownPage } from './shown.page.ts';

export const ADMINS_AGREEMENTS: readonly ShownPage[] = [
  {
    name: 'admin-partner-agreements',
    title: 'Agreements with a partner',
    purpose: 'What was negotiated with a partner, and what it has agreed to.',
    as: 'admin',
    path: ({ partnerId }) => `/admin/partners/${partnerId}?tab=agreements`,
  },
  {
    name: 'admin-agreements',
    title: 'Agreements',
    purpose: 'All agreements with their newest version.',
    as: 'admin',
    path: '/admin/agreements',
  },
  {
    name: 'admin-agreement',
    title: 'Agreement',
    purpose: 'The versions of an agreement, and the way to publish the next one.',
    as: 'admin',
    path: ({ agreementId }) => `/admin/agreements/${agreementId}`,
  },
  {
    name: 'admin-agreement-acceptances',
    title: 'Acceptances of an agreement',
    purpose: 'Who has agreed to which version, and who has not.',
    as: 'admin',
    path: ({ agreementId }) => `/admin/agreements/${agreementId}?tab=acceptances`,
  },
  {
    name: 'admin-publish-version',
    title: 'Publish version',
    purpose: 'A version gets its PDF, its changes and its day.',
    as: 'admin',
    path: ({ agreementId }) => `/admin/agreements/${agreementId}`,
    open: press('Publish version', 'Version veröffentlichen'),
  },
];

export const PARTNERS_AGREEMENTS: readonly ShownPage[] = [
  {
    name: 'partner-agreements',
    title: 'Agreements of a partner',
    purpose: 'What the partner has agreed to, and what waits for an owner.',
    as: 'reseller',
    path: '/partner/agreements',
  },
  {
    name: 'partner-agreement',
    title: 'Agreement of a partner',
    purpose: 'An owner reads the PDF, and agrees to it beside.',
    as: 'reseller',
    path: ({ agreementId }) => `/partner/agreements/${agreementId}`,
  },
];
