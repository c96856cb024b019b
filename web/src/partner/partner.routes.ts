import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { activitySearch } from '../activity/activity.search.ts';
import { keysSearch } from '../keys/keys.search.ts';
import { loaded } from '../api/loaded.ts';
import { withTexts } from '../i18n.ts';
import { rootRoute } from '../root.route.ts';
import { requireSession } from '../session/session.guard.ts';
import { deliveriesSearch, developersSearch } from '../webhooks/webhooks.search.ts';
import { programPages } from '../tiers/program.tsx';
import { NotFound } from '../shared/layout/page/not-found.page.tsx';
import { objectSearch, pageSearch, tabSearch, type PageSearch } from '../shared/data/search.ts';
import { clientsSearch } from './clients/clients.search.ts';

const pages = () => loaded(import('./partner.pages.ts'));
const setupPages = () => loaded(import('./setup.pages.ts'));

/** All pages are inside of the shell, so they wait for their texts with it. */
const shellAndTexts = () => withTexts(pages(), 'signed-in');

const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partner',
  beforeLoad: requireSession,
  component: lazyRouteComponent(shellAndTexts, 'PartnerShell'),
  notFoundComponent: NotFound,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(pages, 'HomePage'),
});

const clients = createRoute({
  getParentRoute: () => shell,
  path: '/clients',
  validateSearch: clientsSearch,
  component: lazyRouteComponent(pages, 'ClientsPage'),
});

const client = createRoute({
  getParentRoute: () => shell,
  path: '/clients/$id',
  validateSearch: objectSearch,
  component: lazyRouteComponent(pages, 'ClientPage'),
});

const clientImport = createRoute({
  getParentRoute: () => shell,
  path: '/clients/import',
  component: lazyRouteComponent(setupPages, 'ImportPage'),
});

const onboarding = createRoute({
  getParentRoute: () => shell,
  path: '/onboarding',
  component: lazyRouteComponent(setupPages, 'PlanPage'),
});

/** For lists without sorting. */
const pageOnly = (search: Record<string, unknown>): PageSearch<string> => pageSearch<string>(search, {});

const members = createRoute({
  getParentRoute: () => shell,
  path: '/members',
  validateSearch: pageOnly,
  component: lazyRouteComponent(pages, 'MembersPage'),
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

const agreementPages = () => withTexts(loaded(import('../agreements/agreements.pages.ts')), 'program');

const agreements = createRoute({
  getParentRoute: () => shell,
  path: '/agreements',
  component: lazyRouteComponent(agreementPages, 'OwnAgreementsPage'),
});

const agreement = createRoute({
  getParentRoute: () => shell,
  path: '/agreements/$id',
  component: lazyRouteComponent(agreementPages, 'OwnAgreementPage'),
});

const activity = createRoute({
  getParentRoute: () => shell,
  path: '/activity',
  validateSearch: activitySearch,
  component: lazyRouteComponent(pages, 'ActivityPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(pages, 'AccountPage'),
});

const companyPages = () => withTexts(loaded(import('../company/company.pages.ts')), 'program');

const company = createRoute({
  getParentRoute: () => shell,
  path: '/company',
  validateSearch: tabSearch,
  component: lazyRouteComponent(companyPages, 'CompanyPage'),
});

const tier = createRoute({
  getParentRoute: () => shell,
  path: '/tier',
  component: lazyRouteComponent(programPages, 'TierPage'),
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
  beforeLoad: () => redirect({ throw: true, to: '/partner/settings' }),
});

export const partnerRoutes = shell.addChildren([
  home,
  clients,
  client,
  clientImport,
  onboarding,
  members,
  apiKeys,
  developers,
  webhookEndpoint,
  agreements,
  agreement,
  activity,
  account,
  company,
  tier,
  settings,
  security,
]);
