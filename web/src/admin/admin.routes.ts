import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { activitySearch } from '../activity/activity.search.ts';
import { changesSearch } from '../company/review/changes.search.ts';
import { acceptancesSearch, agreementsSearch } from '../agreements/agreements.search.ts';
import { keysSearch } from '../keys/keys.search.ts';
import { loaded } from '../api/loaded.ts';
import { withTexts } from '../i18n.ts';
import { filesSearch } from '../files/files.search.ts';
import { rootRoute } from '../root.route.ts';
import { requireSession } from '../session/session.guard.ts';
import { deliveriesSearch, developersSearch } from '../webhooks/webhooks.search.ts';
import { programPages } from '../tiers/program.tsx';
import { tiersSearch } from '../tiers/tiers.search.ts';
import { NotFound } from '../shared/layout/page/not-found.page.tsx';
import { objectSearch, oneOf, pageSearch, tabSearch, type PageSearch } from '../shared/data/search.ts';
import { applicationsSearch } from './applications/list/applications.search.ts';
import { periodSearch, type PeriodSearch } from './home/period.ts';
import { jobsSearch } from './jobs/jobs.search.ts';
import { mailsSearch } from './mails/mails.search.ts';
import { partnerSearch } from './partners/partner.search.ts';
import { partnersSearch } from './partners/partners.search.ts';
import { provisioningSearch } from './provisioning/provisioning.search.ts';

const pages = () => loaded(import('./admin.pages.ts'));

/** All pages are inside of the shell, so they wait for their texts with it. */
const shellAndTexts = () => withTexts(pages(), 'signed-in');

const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  beforeLoad: requireSession,
  component: lazyRouteComponent(shellAndTexts, 'AdminShell'),
  notFoundComponent: NotFound,
});

interface HomeSearch extends PeriodSearch {
  /** Default: one's own and unassigned work, for reviewers. */
  whose?: 'mine' | 'all' | undefined;
}

const WHOSE = { mine: 'mine', all: 'all' } as const;

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: (search: Record<string, unknown>): HomeSearch => ({
    ...periodSearch(search),
    whose: oneOf(WHOSE, search['whose']),
  }),
  component: lazyRouteComponent(pages, 'HomePage'),
});

const applications = createRoute({
  getParentRoute: () => shell,
  path: '/applications',
  validateSearch: applicationsSearch,
  component: lazyRouteComponent(pages, 'ApplicationsPage'),
});

/** Linked from emails to admins. From a list it keeps the filter, for previous and next. */
const application = createRoute({
  getParentRoute: () => shell,
  path: '/applications/$id',
  validateSearch: applicationsSearch,
  // Also when the pointer rests on a link. The page says what fails.
  loader: ({ params: { id } }) => {
    pages().then(
      ({ loadApplication }) => loadApplication(id),
      () => undefined,
    );
  },
  component: lazyRouteComponent(pages, 'ApplicationPage'),
});

const partners = createRoute({
  getParentRoute: () => shell,
  path: '/partners',
  validateSearch: partnersSearch,
  component: lazyRouteComponent(pages, 'PartnersPage'),
});

const partner = createRoute({
  getParentRoute: () => shell,
  path: '/partners/$id',
  validateSearch: partnerSearch,
  component: lazyRouteComponent(pages, 'PartnerPage'),
});

const partnerClient = createRoute({
  getParentRoute: () => shell,
  path: '/partners/$id/clients/$clientId',
  validateSearch: tabSearch,
  component: lazyRouteComponent(pages, 'PartnerClientPage'),
});

const companyPages = () => withTexts(loaded(import('../company/company.pages.ts')), 'program');

const companyChanges = createRoute({
  getParentRoute: () => shell,
  path: '/company-changes',
  validateSearch: changesSearch,
  component: lazyRouteComponent(companyPages, 'CompanyChangesPage'),
});

/** Linked from emails to admins. */
const companyChange = createRoute({
  getParentRoute: () => shell,
  path: '/company-changes/$id',
  validateSearch: objectSearch,
  component: lazyRouteComponent(companyPages, 'CompanyChangePage'),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: '/team',
  validateSearch: (search: Record<string, unknown>): PageSearch<string> => pageSearch<string>(search, {}),
  component: lazyRouteComponent(pages, 'AdminsPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => shell,
  path: '/api-keys',
  validateSearch: keysSearch,
  component: lazyRouteComponent(() => loaded(import('../keys/api-keys.page.tsx')), 'ApiKeysPage'),
});

const webhookPages = () => withTexts(loaded(import('../webhooks/webhooks.pages.ts')), 'program');

const developers = createRoute({
  getParentRoute: () => shell,
  path: '/developers',
  validateSearch: developersSearch,
  component: lazyRouteComponent(webhookPages, 'DevelopersPage'),
});

const webhookEndpoint = createRoute({
  getParentRoute: () => shell,
  path: '/developers/$id',
  validateSearch: deliveriesSearch,
  component: lazyRouteComponent(webhookPages, 'EndpointPage'),
});

const files = createRoute({
  getParentRoute: () => shell,
  path: '/files',
  validateSearch: filesSearch,
  component: lazyRouteComponent(() => withTexts(loaded(import('../files/files.pages.ts')), 'program'), 'FilesPage'),
});

const agreementPages = () => withTexts(loaded(import('../agreements/agreements.pages.ts')), 'program');

const agreements = createRoute({
  getParentRoute: () => shell,
  path: '/agreements',
  validateSearch: agreementsSearch,
  component: lazyRouteComponent(agreementPages, 'AllAgreementsPage'),
});

const agreement = createRoute({
  getParentRoute: () => shell,
  path: '/agreements/$id',
  validateSearch: acceptancesSearch,
  component: lazyRouteComponent(agreementPages, 'AdminAgreementPage'),
});

const mails = createRoute({
  getParentRoute: () => shell,
  path: '/mails',
  validateSearch: mailsSearch,
  component: lazyRouteComponent(pages, 'MailsPage'),
});

const jobs = createRoute({
  getParentRoute: () => shell,
  path: '/jobs',
  validateSearch: jobsSearch,
  component: lazyRouteComponent(pages, 'JobsPage'),
});

const provisioning = createRoute({
  getParentRoute: () => shell,
  path: '/provisioning',
  validateSearch: provisioningSearch,
  component: lazyRouteComponent(pages, 'ProvisioningPage'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: activitySearch,
  component: lazyRouteComponent(pages, 'AuditPage'),
});

const tiers = createRoute({
  getParentRoute: () => shell,
  path: '/tiers',
  validateSearch: tiersSearch,
  component: lazyRouteComponent(programPages, 'TiersPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => loaded(import('../settings/settings.page.tsx')), 'SettingsPage'),
});

/** The former address of the cards about security. */
const security = createRoute({
  getParentRoute: () => shell,
  path: '/security',
  beforeLoad: () => redirect({ throw: true, to: '/admin/settings' }),
});

export const adminRoutes = shell.addChildren([
  home,
  applications,
  application,
  partners,
  partner,
  partnerClient,
  companyChanges,
  companyChange,
  team,
  apiKeys,
  developers,
  webhookEndpoint,
  files,
  agreements,
  agreement,
  mails,
  jobs,
  provisioning,
  audit,
  tiers,
  settings,
  security,
]);
