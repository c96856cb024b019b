import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ApplicationStatus, PartnerApplicationSortField, PartnershipType, Role } from '../generated/graphql.ts';
import { rootRoute } from '../root.route.ts';
import { requireRole } from '../session/session.guard.ts';
import { withTexts } from '../shared/area.ts';
import { oneOf, pageSearch, text, type PageSearch } from '../shared/search.ts';

const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  beforeLoad: requireRole(Role.Admin),
  loader: withTexts('admin'),
  component: lazyRouteComponent(() => import('./admin.shell.tsx'), 'AdminShell'),
});

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./start.page.tsx'), 'StartPage'),
});

interface ApplicationsSearch extends PageSearch<PartnerApplicationSortField> {
  search?: string | undefined;
  status?: ApplicationStatus | undefined;
  type?: PartnershipType | undefined;
}

const applications = createRoute({
  getParentRoute: () => shell,
  path: '/applications',
  validateSearch: (search: Record<string, unknown>): ApplicationsSearch => ({
    ...pageSearch(search, PartnerApplicationSortField),
    search: text(search['search']),
    status: oneOf(ApplicationStatus, search['status']),
    type: oneOf(PartnershipType, search['type']),
  }),
  component: lazyRouteComponent(() => import('./applications/applications.page.tsx'), 'ApplicationsPage'),
});

/** Linked by the mail that tells admins of a new application. */
const application = createRoute({
  getParentRoute: () => shell,
  path: '/applications/$id',
  component: lazyRouteComponent(() => import('./applications/application.page.tsx'), 'ApplicationPage'),
});

export const adminRoutes = shell.addChildren([start, applications, application]);
