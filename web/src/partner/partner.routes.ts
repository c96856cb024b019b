import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ClientAccountSortField, SubscriptionStatus } from '../generated/enums.ts';
import { loaded } from '../api/loaded.ts';
import { rootRoute } from '../root.route.ts';
import { requireSession } from '../session/session.guard.ts';
import { NotFound } from '../shared/layout/not-found.page.tsx';
import { listSearch, pageSearch, type PageSearch } from '../shared/data/search.ts';

const pages = () => loaded(import('./partner.pages.ts'));

const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partner',
  beforeLoad: requireSession,
  component: lazyRouteComponent(pages, 'PartnerShell'),
  notFoundComponent: NotFound,
});

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(pages, 'StartPage'),
});

const clients = createRoute({
  getParentRoute: () => shell,
  path: '/clients',
  validateSearch: listSearch(ClientAccountSortField, SubscriptionStatus),
  component: lazyRouteComponent(pages, 'ClientsPage'),
});

const client = createRoute({
  getParentRoute: () => shell,
  path: '/clients/$id',
  component: lazyRouteComponent(pages, 'ClientPage'),
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
  component: lazyRouteComponent(() => loaded(import('../keys/api-keys.page.tsx')), 'ApiKeysPage'),
});

const activity = createRoute({
  getParentRoute: () => shell,
  path: '/activity',
  validateSearch: pageOnly,
  component: lazyRouteComponent(pages, 'ActivityPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(pages, 'AccountPage'),
});

const security = createRoute({
  getParentRoute: () => shell,
  path: '/security',
  component: lazyRouteComponent(() => loaded(import('../security/security.page.tsx')), 'SecurityPage'),
});

export const partnerRoutes = shell.addChildren([start, clients, client, members, apiKeys, activity, account, security]);
