import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root.route.ts';
import { withTexts } from '../shared/area.ts';

const landing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: withTexts('apply'),
  component: lazyRouteComponent(() => import('./landing.page.tsx'), 'LandingPage'),
});

const apply = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply',
  loader: withTexts('apply'),
  component: lazyRouteComponent(() => import('./apply.page.tsx'), 'ApplyPage'),
});

const sent = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply/sent',
  loader: withTexts('apply'),
  component: lazyRouteComponent(() => import('./apply-sent.page.tsx'), 'ApplySentPage'),
});

/** Linked by every mail to an applicant. */
const status = createRoute({
  getParentRoute: () => rootRoute,
  path: '/status',
  loader: withTexts('apply'),
  component: lazyRouteComponent(() => import('./status.page.tsx'), 'StatusPage'),
});

export const publicRoutes = [landing, apply, sent, status] as const;
