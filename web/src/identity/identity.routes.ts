import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root.route.ts';
import { leadHome } from '../session/session.guard.ts';
import { localPath } from '../shared/search.ts';

interface SignInSearch {
  /** Where to go afterwards. */
  next?: string | undefined;
  /** Whether a password was set just now. */
  reset?: true | undefined;
}

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    next: localPath(search['next']),
    reset: search['reset'] === true || undefined,
  }),
  beforeLoad: leadHome,
  component: lazyRouteComponent(() => import('./sign-in.page.tsx'), 'SignInPage'),
});

/** Linked by mail: the token is in the fragment, which no server and no log sees. */
const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./invitation.page.tsx'), 'InvitationPage'),
});

/** Linked by mail with a token in the fragment; without one it asks for the address to mail a link to. */
const passwordReset = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password-reset',
  component: lazyRouteComponent(() => import('./password-reset.page.tsx'), 'PasswordResetPage'),
});

export const identityRoutes = [signIn, invitation, passwordReset] as const;
