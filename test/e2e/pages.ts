import type { Page } from '@playwright/test';

/** What some pages are about. */
export interface Places {
  applicationId: string;
  partnerId: string;
  clientId: string;
  /** The applicant's private link. */
  statusUrl: string;
}

export interface ShownPage {
  name: string;
  as: 'visitor' | 'admin' | 'reseller';
  path: string | ((places: Places) => string);
  /** From the page to what is shown over it. */
  open?: (page: Page) => Promise<void>;
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

/** Every page that there is: looked at by `npm run screenshots`, and by accessibility.e2e.ts. A new page is a line here. */
export const PAGES: readonly ShownPage[] = [
  { name: 'start', as: 'visitor', path: '/' },
  { name: 'apply', as: 'visitor', path: '/apply' },
  { name: 'apply-sent', as: 'visitor', path: '/apply/sent' },
  { name: 'status', as: 'visitor', path: ({ statusUrl }) => statusUrl },
  { name: 'sign-in', as: 'visitor', path: '/sign-in' },
  { name: 'invitation', as: 'visitor', path: '/invitation#token' },
  { name: 'password-forgotten', as: 'visitor', path: '/password-reset' },
  { name: 'password-new', as: 'visitor', path: '/password-reset#token' },
  { name: 'not-found', as: 'visitor', path: '/nowhere' },
  { name: 'admin-overview', as: 'admin', path: '/admin' },
  { name: 'admin-applications', as: 'admin', path: '/admin/applications' },
  { name: 'admin-application', as: 'admin', path: ({ applicationId }) => `/admin/applications/${applicationId}` },
  {
    name: 'admin-decision',
    as: 'admin',
    path: ({ applicationId }) => `/admin/applications/${applicationId}`,
    open: press('Approve'),
  },
  { name: 'admin-partners', as: 'admin', path: '/admin/partners' },
  { name: 'admin-partner', as: 'admin', path: ({ partnerId }) => `/admin/partners/${partnerId}` },
  { name: 'admin-team', as: 'admin', path: '/admin/team' },
  { name: 'admin-audit', as: 'admin', path: '/admin/audit' },
  { name: 'partner-overview', as: 'reseller', path: '/partner' },
  { name: 'partner-clients', as: 'reseller', path: '/partner/clients' },
  { name: 'partner-new-client', as: 'reseller', path: '/partner/clients', open: press('Add a client') },
  { name: 'partner-client', as: 'reseller', path: ({ clientId }) => `/partner/clients/${clientId}` },
  {
    name: 'partner-access',
    as: 'reseller',
    path: ({ clientId }) => `/partner/clients/${clientId}`,
    open: press('Access the account'),
  },
  { name: 'partner-members', as: 'reseller', path: '/partner/members' },
  { name: 'partner-api-keys', as: 'reseller', path: '/partner/api-keys' },
  { name: 'partner-activity', as: 'reseller', path: '/partner/activity' },
  { name: 'partner-account', as: 'reseller', path: '/partner/account' },
];

/** Goes there, and waits until everything is there. */
export async function visit(page: Page, { path, open }: ShownPage, places: Places): Promise<void> {
  // A change of the fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(typeof path === 'string' ? path : path(places), { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await open?.(page);
}

/** For a visitor's browser: an application was sent from it. */
export const applicationSent = (statusUrl: string) =>
  `sessionStorage.setItem('reachgenie.application-sent', '${JSON.stringify({
    statusUrl,
    contactName: 'Zoë Hart',
    contactEmail: 'zoe.hart@bright.example',
    companyName: 'Bright Solutions',
  })}')`;
