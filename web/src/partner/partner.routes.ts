import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ClientAccountSortField, SubscriptionStatus } from '../generated/enums.ts';
import { rootRoute } from '../root.route.ts';
import { requireSession } from '../session/session.guard.ts';
import { withTexts } from '../shared/area.ts';
import { NotFound } from '../shared/not-found.page.tsx';
import { oneOf, pageSearch, text, type PageSearch } from '../shared/search.ts';

const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partner',
  beforeLoad: requireSession,
  loader: withTexts('portal'),
  component: lazyRouteComponent(() => import('./partner.shell.tsx'), 'PartnerShell'),
  notFoundComponent: NotFound,
});

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./start.page.tsx'), 'StartPage'),
});

interface ClientsSearch extends PageSearch<ClientAccountSortField> {
  search?: string | undefined;
  status?: SubscriptionStatus | undefined;
}

const clients = createRoute({
  getParentRoute: () => shell,
  path: '/clients',
  validateSearch: (search: Record<string, unknown>): ClientsSearch => ({
    ...pageSearch(search, ClientAccountSortField),
    search: text(search['search']),
    status: oneOf(SubscriptionStatus, search['status']),
  }),
  component: lazyRouteComponent(() => import('./clients/clients.page.tsx'), 'ClientsPage'),
});

const client = createRoute({
  getParentRoute: () => shell,
  path: '/clients/$id',
  component: lazyRouteComponent(() => import('./clients/client.page.tsx'), 'ClientPage'),
});

/** Of lists whose order nobody can choose. */
const pageOnly = (search: Record<string, unknown>): PageSearch<string> => pageSearch<string>(search, {});

const members = createRoute({
  getParentRoute: () => shell,
  path: '/members',
  validateSearch: pageOnly,
  component: lazyRouteComponent(() => import('./team/members.page.tsx'), 'MembersPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => shell,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./team/api-keys.page.tsx'), 'ApiKeysPage'),
});

const activity = createRoute({
  getParentRoute: () => shell,
  path: '/activity',
  validateSearch: pageOnly,
  component: lazyRouteComponent(() => import('./activity.page.tsx'), 'ActivityPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('./account.page.tsx'), 'AccountPage'),
});

const security = createRoute({
  getParentRoute: () => shell,
  path: '/security',
  loader: withTexts('security'),
  component: lazyRouteComponent(() => import('../security/security.page.tsx'), 'SecurityPage'),
});

export const partnerRoutes = shell.addChildren([start, clients, client, members, apiKeys, activity, account, security]);
