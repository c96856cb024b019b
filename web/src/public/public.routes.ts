import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root.route.ts';
import { ApplySentPage } from './apply-sent.page.tsx';
import { ApplyPage } from './apply.page.tsx';
import { LandingPage } from './landing.page.tsx';
import { StatusPage } from './status.page.tsx';

const landing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: LandingPage,
});

const apply = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply',
  component: ApplyPage,
});

const sent = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply/sent',
  component: ApplySentPage,
});

/** Linked from every email to an applicant. */
const status = createRoute({
  getParentRoute: () => rootRoute,
  path: '/status',
  component: StatusPage,
});

export const publicRoutes = [landing, apply, sent, status] as const;
