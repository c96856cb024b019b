import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root.route.ts';
import { leadHome } from '../session/session.guard.ts';
import { isOn, localPath } from '../shared/data/search.ts';
import { InvitationPage } from './invitation.page.tsx';
import { PasswordResetPage } from './password-reset.page.tsx';
import { SignInLinkPage } from './sign-in-link.page.tsx';
import { SignInPage } from './sign-in.page.tsx';

interface SignInSearch {
  /** Path to open after sign-in. */
  next?: string | undefined;
  /** True right after a password reset. */
  reset?: true | undefined;
}

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    next: localPath(search['next']),
    reset: isOn(search['reset']),
  }),
  beforeLoad: leadHome,
  component: SignInPage,
});

/** Emailed link. The token is in the fragment, which reaches no server or log. */
const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: InvitationPage,
});

/** Emailed link with a token in the fragment. Without a token it requests a link. */
const passwordReset = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password-reset',
  component: PasswordResetPage,
});

/** Emailed link, for accounts that accept no passwords for now. */
const signInLink = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in-link',
  component: SignInLinkPage,
});

export const identityRoutes = [signIn, signInLink, invitation, passwordReset] as const;
