import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { AuditAction, PartnershipType, PartnerTier } from '../generated/enums.ts';
import { loaded } from '../api/loaded.ts';
import { rootRoute } from '../root.route.ts';
import { requireSession } from '../session/session.guard.ts';
import { NotFound } from '../shared/layout/not-found.page.tsx';
import { oneOf, pageSearch, text, type PageSearch } from '../shared/data/search.ts';
import { applicationsSearch } from './applications/list/applications.search.ts';
import { PERIODS, type Period } from './dashboard/period.ts';
import { MAIL_STATES } from './mails/mail.states.ts';

const pages = () => loaded(import('./admin.pages.ts'));

const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  beforeLoad: requireSession,
  component: lazyRouteComponent(pages, 'AdminShell'),
  notFoundComponent: NotFound,
});

const dashboard = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { period?: Period | undefined } => ({
    period: oneOf(PERIODS, search['period']),
  }),
  component: lazyRouteComponent(pages, 'DashboardPage'),
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
  component: lazyRouteComponent(pages, 'ApplicationPage'),
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
  component: lazyRouteComponent(pages, 'PartnersPage'),
});

const partner = createRoute({
  getParentRoute: () => shell,
  path: '/partners/$id',
  component: lazyRouteComponent(pages, 'PartnerPage'),
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
  component: lazyRouteComponent(() => loaded(import('../keys/api-keys.page.tsx')), 'ApiKeysPage'),
});

interface MailsSearch extends PageSearch<string> {
  /** Failed emails by default. */
  status?: (typeof MAIL_STATES)[number] | undefined;
}

const mails = createRoute({
  getParentRoute: () => shell,
  path: '/mails',
  validateSearch: (search: Record<string, unknown>): MailsSearch => ({
    ...pageSearch<string>(search, {}),
    status: MAIL_STATES.find((state) => state === search['status']),
  }),
  component: lazyRouteComponent(pages, 'MailsPage'),
});

interface AuditSearch extends PageSearch<string> {
  action?: AuditAction | undefined;
  /** Partner account ID. */
  partner?: string | undefined;
}

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    ...pageSearch<string>(search, {}),
    // Earlier versions wrote `client.created`.
    action: oneOf(AuditAction, text(search['action'])?.replaceAll('.', '_').toUpperCase()),
    partner: text(search['partner'], 36),
  }),
  component: lazyRouteComponent(pages, 'AuditPage'),
});

const security = createRoute({
  getParentRoute: () => shell,
  path: '/security',
  component: lazyRouteComponent(() => loaded(import('../security/security.page.tsx')), 'SecurityPage'),
});

export const adminRoutes = shell.addChildren([
  dashboard,
  applications,
  application,
  partners,
  partner,
  team,
  apiKeys,
  mails,
  audit,
  security,
]);
