import { ADMINS_AGREEMENTS, PARTNERS_AGREEMENTS } from './shown/agreements.pages.ts';
import { ADMINS_COMPANIES, PARTNERS_COMPANY } from './shown/company.pages.ts';
import { press, type ShownPage } from './shown/shown.page.ts';
import { TIERS_PAGES } from './shown/tiers.pages.ts';
import { VISITORS_PAGES } from './shown/visitors.pages.ts';

/** All pages, for `npm run screenshots` and accessibility.e2e.ts. Add each new page here. */
export const PAGES: readonly ShownPage[] = [
  ...VISITORS_PAGES,
  {
    name: 'admin-home',
    title: 'Home',
    purpose:
      'What waits now, oldest first, with the next step of each. Below, the figures of a period, each with a link to its list.',
    as: 'admin',
    path: '/admin',
  },
  {
    name: 'admin-applications',
    title: 'Applications',
    purpose:
      'The list that every list is like: tabs with counts, filters, saved views, a panel beside the rows, keys and actions for many.',
    as: 'admin',
    path: '/admin/applications',
  },
  {
    name: 'admin-application',
    title: 'Application',
    purpose: 'The page to decide on: answers, duplicates, history with notes, and the decisions in sight.',
    as: 'admin',
    path: ({ applicationId }) => `/admin/applications/${applicationId}`,
  },
  {
    name: 'admin-decision',
    title: 'Decision',
    purpose: 'A decision shows its email as it will be sent.',
    as: 'admin',
    path: ({ applicationId }) => `/admin/applications/${applicationId}`,
    open: press('Approve', 'Annehmen'),
  },
  {
    name: 'admin-partners',
    title: 'Partners',
    purpose: 'Finds partners by type, tier and state.',
    as: 'admin',
    path: '/admin/partners',
  },
  {
    name: 'admin-partner',
    title: 'Partner',
    purpose: 'What a partner is: overview, clients, people, notes, applications, emails and activity.',
    as: 'admin',
    path: ({ partnerId }) => `/admin/partners/${partnerId}`,
  },
  {
    name: 'admin-partner-clients',
    title: 'Clients of a partner',
    purpose: 'Admins read the clients of a partner.',
    as: 'admin',
    path: ({ partnerId }) => `/admin/partners/${partnerId}?tab=clients`,
  },
  ...ADMINS_COMPANIES,
  ...ADMINS_AGREEMENTS,
  {
    name: 'admin-mails',
    title: 'Emails',
    purpose: 'Shows why an email failed, and sends it again.',
    as: 'admin',
    path: '/admin/mails?status=SENT',
  },
  {
    name: 'admin-jobs',
    title: 'Failed jobs',
    purpose: 'Background work that failed in every attempt, and runs again.',
    as: 'admin',
    path: '/admin/jobs',
  },
  {
    name: 'admin-team',
    title: 'Admins',
    purpose: 'Invites admins and sets their roles.',
    as: 'admin',
    path: '/admin/team',
  },
  {
    name: 'admin-api-keys',
    title: 'API keys',
    purpose: 'Keys for programs, with their uses.',
    as: 'admin',
    path: '/admin/api-keys',
  },
  {
    name: 'admin-developers',
    title: 'Developers',
    purpose: 'Webhook endpoints of the platform, all events with examples, and the way to the API.',
    as: 'admin',
    path: '/admin/developers',
    open: press('Create endpoint', 'Endpunkt erstellen'),
  },
  {
    name: 'admin-files',
    title: 'Files',
    purpose: 'Uploaded agreements, resources and logos: whether each passed the checks, why not, and what uses it.',
    as: 'admin',
    path: '/admin/files',
  },
  {
    name: 'admin-provisioning',
    title: 'Provisioning',
    purpose: 'Clients that the product does not have as they are here, with its answer, to send them again.',
    as: 'admin',
    path: '/admin/provisioning',
  },
  {
    name: 'admin-audit',
    title: 'Audit log',
    purpose: 'Who did what, in sentences, with filters by person, action, day and name.',
    as: 'admin',
    path: '/admin/audit',
  },
  {
    name: 'admin-settings',
    title: 'My settings',
    purpose: 'Name, language, time zone, notifications, password, second factor and sessions.',
    as: 'admin',
    path: '/admin/settings',
  },
  {
    name: 'admin-second-factor',
    title: 'Two-factor authentication',
    purpose: 'Sets up an authenticator app.',
    as: 'admin',
    path: '/admin/settings',
    open: async (page) => {
      await press('Set up authenticator app', 'Authenticator-App einrichten')(page);
      await press('Continue', 'Weiter')(page);
      await page.getByRole('img', { name: /QR.code/i }).waitFor();
    },
  },
  {
    name: 'partner-home',
    title: 'Home',
    purpose: 'First steps, clients that need attention, and the latest activity.',
    as: 'reseller',
    path: '/partner',
  },
  {
    name: 'partner-clients',
    title: 'Clients',
    purpose: 'A reseller finds clients by state and name.',
    as: 'reseller',
    path: '/partner/clients',
  },
  {
    name: 'partner-new-client',
    title: 'New client',
    purpose: 'Adds a client. A draft is kept until it is sent.',
    as: 'reseller',
    path: '/partner/clients',
    open: press('Add client', 'Kunden anlegen'),
  },
  {
    name: 'partner-client',
    title: 'Client',
    purpose: 'One client: its subscription, contact and account.',
    as: 'reseller',
    path: ({ clientId }) => `/partner/clients/${clientId}`,
  },
  {
    name: 'partner-import',
    title: 'Import of clients',
    purpose:
      'Adds clients from a CSV file: columns, a check of each row, progress, and rows with problems to download.',
    as: 'reseller',
    path: '/partner/clients/import',
    open: async (page) => {
      const text = 'Company,Contact,Email,Phone,Plan\nHarbour Mills,Ole Berg,ole@mills.example,,Starter\n';
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await press('Check rows', 'Zeilen prüfen')(page);
      await page.getByText(/1 client can be created|1 Kunde kann angelegt werden/).waitFor();
    },
  },
  {
    name: 'partner-onboarding',
    title: 'Onboarding plan',
    purpose: 'The steps that a reseller takes with each new client.',
    as: 'reseller',
    path: '/partner/onboarding',
    open: press('Add step', 'Schritt hinzufügen'),
  },
  {
    name: 'partner-client-activity',
    title: 'Activity of a client',
    purpose: 'What happened to this client.',
    as: 'reseller',
    path: ({ clientId }) => `/partner/clients/${clientId}?tab=activity`,
  },
  {
    name: 'partner-access',
    title: 'Access to a client account',
    purpose: 'Opens the account of a client for 15 minutes, with a reason.',
    as: 'reseller',
    path: ({ clientId }) => `/partner/clients/${clientId}`,
    open: press('Access account', 'Auf Konto zugreifen'),
  },
  {
    name: 'partner-members',
    title: 'Team',
    purpose: 'Invites people of the partner and sets their roles.',
    as: 'reseller',
    path: '/partner/members',
  },
  {
    name: 'partner-api-keys',
    title: 'API keys',
    purpose: 'Keys for the programs of the partner.',
    as: 'reseller',
    path: '/partner/api-keys',
  },
  {
    name: 'partner-developers',
    title: 'Developers',
    purpose: 'Webhook endpoints of the partner, with their state.',
    as: 'reseller',
    path: '/partner/developers',
  },
  {
    name: 'partner-webhook-events',
    title: 'Events of webhooks',
    purpose: 'Each event that an endpoint can get, with an example of its request.',
    as: 'reseller',
    path: '/partner/developers?tab=events',
  },
  {
    name: 'partner-webhook-endpoint',
    title: 'Webhook endpoint',
    purpose: 'What was sent to an endpoint, what came back, and the way to send it again.',
    as: 'reseller',
    path: ({ endpointId }) => `/partner/developers/${endpointId}`,
  },
  ...PARTNERS_AGREEMENTS,
  {
    name: 'partner-activity',
    title: 'Activity',
    purpose: 'What the people of the partner did, in sentences.',
    as: 'reseller',
    path: '/partner/activity',
  },
  {
    name: 'partner-account',
    title: 'Account',
    purpose: 'The partnership, the contacts at ReachGenie, and what each tier brings.',
    as: 'reseller',
    path: '/partner/account',
  },
  ...PARTNERS_COMPANY,
  {
    name: 'partner-settings',
    title: 'My settings',
    purpose: 'The own settings of a user of the partner.',
    as: 'reseller',
    path: '/partner/settings',
  },
  ...TIERS_PAGES,
];
