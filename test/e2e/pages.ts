import type { Page } from '@playwright/test';

/** The data that some pages show. */
export interface Places {
  applicationId: string;
  partnerId: string;
  clientId: string;
  /** The applicant's private link. */
  statusUrl: string;
}

export interface ShownPage {
  /** File name of its pictures. */
  name: string;
  /** Title in docs/pages.md. */
  title: string;
  as: 'visitor' | 'admin' | 'reseller';
  path: string | ((places: Places) => string);
  /** Opens a dialog or menu on the page. */
  open?: (page: Page) => Promise<void>;
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

/** All pages, for `npm run screenshots` and accessibility.e2e.ts. Add each new page here. */
export const PAGES: readonly ShownPage[] = [
  { name: 'start', title: 'Home page', as: 'visitor', path: '/' },
  { name: 'apply', title: 'Application form', as: 'visitor', path: '/apply' },
  { name: 'apply-sent', title: 'Confirmation', as: 'visitor', path: '/apply/sent' },
  { name: 'status', title: 'Status page', as: 'visitor', path: ({ statusUrl }) => statusUrl },
  { name: 'sign-in', title: 'Sign-in', as: 'visitor', path: '/sign-in' },
  { name: 'invitation', title: 'Invitation', as: 'visitor', path: '/invitation#token' },
  { name: 'password-forgotten', title: 'Forgotten password', as: 'visitor', path: '/password-reset' },
  { name: 'password-new', title: 'New password', as: 'visitor', path: '/password-reset#token' },
  { name: 'not-found', title: 'Page not found', as: 'visitor', path: '/nowhere' },
  { name: 'admin-overview', title: 'Overview', as: 'admin', path: '/admin' },
  { name: 'admin-applications', title: 'Applications', as: 'admin', path: '/admin/applications' },
  {
    name: 'admin-application',
    title: 'Application',
    as: 'admin',
    path: ({ applicationId }) => `/admin/applications/${applicationId}`,
  },
  {
    name: 'admin-decision',
    title: 'Decision',
    as: 'admin',
    path: ({ applicationId }) => `/admin/applications/${applicationId}`,
    open: press('Approve'),
  },
  { name: 'admin-partners', title: 'Partners', as: 'admin', path: '/admin/partners' },
  { name: 'admin-partner', title: 'Partner', as: 'admin', path: ({ partnerId }) => `/admin/partners/${partnerId}` },
  { name: 'admin-mails', title: 'Emails', as: 'admin', path: '/admin/mails?status=SENT' },
  { name: 'admin-team', title: 'Admins', as: 'admin', path: '/admin/team' },
  { name: 'admin-api-keys', title: 'API keys', as: 'admin', path: '/admin/api-keys' },
  { name: 'admin-audit', title: 'Audit log', as: 'admin', path: '/admin/audit' },
  { name: 'admin-security', title: 'Account security', as: 'admin', path: '/admin/security' },
  {
    name: 'admin-second-factor',
    title: 'Two-factor authentication',
    as: 'admin',
    path: '/admin/security',
    open: async (page) => {
      await press('Set up authenticator app')(page);
      await press('Continue')(page);
      await page.getByRole('img', { name: 'QR code' }).waitFor();
    },
  },
  { name: 'partner-overview', title: 'Overview', as: 'reseller', path: '/partner' },
  { name: 'partner-clients', title: 'Clients', as: 'reseller', path: '/partner/clients' },
  {
    name: 'partner-new-client',
    title: 'New client',
    as: 'reseller',
    path: '/partner/clients',
    open: press('Add client'),
  },
  { name: 'partner-client', title: 'Client', as: 'reseller', path: ({ clientId }) => `/partner/clients/${clientId}` },
  {
    name: 'partner-access',
    title: 'Access to a client account',
    as: 'reseller',
    path: ({ clientId }) => `/partner/clients/${clientId}`,
    open: press('Access account'),
  },
  { name: 'partner-members', title: 'Team', as: 'reseller', path: '/partner/members' },
  { name: 'partner-api-keys', title: 'API keys', as: 'reseller', path: '/partner/api-keys' },
  { name: 'partner-activity', title: 'Activity', as: 'reseller', path: '/partner/activity' },
  { name: 'partner-account', title: 'Account', as: 'reseller', path: '/partner/account' },
];

/** Opens the page, and waits until it is complete. */
export async function visit(page: Page, { path, open }: ShownPage, places: Places): Promise<void> {
  // A change of the fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(typeof path === 'string' ? path : path(places), { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await open?.(page);
}

/** Stores a sent application in a visitor's browser. */
export const applicationSent = (statusUrl: string) =>
  `if (location.origin !== 'null') sessionStorage.setItem('reachgenie.application-sent', '${JSON.stringify({
    statusUrl,
    contactName: 'Zoë Hart',
    contactEmail: 'zoe.hart@bright.example',
    companyName: 'Bright Solutions',
  })}')`;
