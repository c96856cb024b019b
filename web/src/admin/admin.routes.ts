import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  ApplicationStatus,
  CompanySize,
  PartnerApplicationSortField,
  PartnershipType,
  PartnerTier,
} from '../generated/graphql.ts';
import { rootRoute } from '../root.route.ts';
import { requireSession } from '../session/session.guard.ts';
import { withTexts } from '../shared/area.ts';
import { NotFound } from '../shared/not-found.page.tsx';
import { moment, oneOf, pageSearch, text, type PageSearch } from '../shared/search.ts';
import { AUDIT_ACTIONS } from './audit.actions.ts';
import { PERIODS, type Period } from './dashboard/period.ts';

const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  beforeLoad: requireSession,
  loader: withTexts('admin'),
  component: lazyRouteComponent(() => import('./admin.shell.tsx'), 'AdminShell'),
  notFoundComponent: NotFound,
});

const dashboard = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { period?: Period | undefined } => ({
    period: oneOf(PERIODS, search['period']),
  }),
  component: lazyRouteComponent(() => import('./dashboard/dashboard.page.tsx'), 'DashboardPage'),
});

interface ApplicationsSearch extends PageSearch<PartnerApplicationSortField> {
  search?: string | undefined;
  status?: ApplicationStatus | undefined;
  type?: PartnershipType | undefined;
  size?: CompanySize | undefined;
  createdFrom?: string | undefined;
}

const applications = createRoute({
  getParentRoute: () => shell,
  path: '/applications',
  validateSearch: (search: Record<string, unknown>): ApplicationsSearch => ({
    ...pageSearch(search, PartnerApplicationSortField),
    search: text(search['search']),
    status: oneOf(ApplicationStatus, search['status']),
    type: oneOf(PartnershipType, search['type']),
    size: oneOf(CompanySize, search['size']),
    createdFrom: moment(search['createdFrom']),
  }),
  component: lazyRouteComponent(() => import('./applications/applications.page.tsx'), 'ApplicationsPage'),
});

/** Linked by the mail that tells admins of a new application. */
const application = createRoute({
  getParentRoute: () => shell,
  path: '/applications/$id',
  component: lazyRouteComponent(() => import('./applications/application.page.tsx'), 'ApplicationPage'),
});

interface PartnersSearch extends PageSearch<string> {
  search?: string | undefined;
  tier?: PartnerTier | undefined;
  type?: PartnershipType | undefined;
}

const partners = createRoute({
  getParentRoute: () => shell,
  path: '/partners',
  validateSearch: (search: Record<string, unknown>): PartnersSearch => ({
    ...pageSearch<string>(search, {}),
    search: text(search['search']),
    tier: oneOf(PartnerTier, search['tier']),
    type: oneOf(PartnershipType, search['type']),
  }),
  component: lazyRouteComponent(() => import('./partners/partners.page.tsx'), 'PartnersPage'),
});

const partner = createRoute({
  getParentRoute: () => shell,
  path: '/partners/$id',
  component: lazyRouteComponent(() => import('./partners/partner.page.tsx'), 'PartnerPage'),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: '/team',
  validateSearch: (search: Record<string, unknown>): PageSearch<string> => pageSearch<string>(search, {}),
  component: lazyRouteComponent(() => import('./team/admins.page.tsx'), 'AdminsPage'),
});

interface AuditSearch extends PageSearch<string> {
  action?: (typeof AUDIT_ACTIONS)[number] | undefined;
  /** The id of a partner account. */
  partner?: string | undefined;
}

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    ...pageSearch<string>(search, {}),
    action: AUDIT_ACTIONS.find((action) => action === search['action']),
    partner: text(search['partner'], 36),
  }),
  component: lazyRouteComponent(() => import('./audit.page.tsx'), 'AuditPage'),
});

export const adminRoutes = shell.addChildren([dashboard, applications, application, partners, partner, team, audit]);
