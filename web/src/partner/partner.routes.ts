import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Role } from '../generated/graphql.ts';
import { rootRoute } from '../root.route.ts';
import { requireRole } from '../session/session.guard.ts';
import { withTexts } from '../shared/area.ts';

const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partner',
  beforeLoad: requireRole(Role.Partner),
  loader: withTexts('portal'),
  component: lazyRouteComponent(() => import('./partner.shell.tsx'), 'PartnerShell'),
});

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./start.page.tsx'), 'StartPage'),
});

export const partnerRoutes = shell.addChildren([start]);
