import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root.route.ts';
import { leadHome } from '../session/session.guard.ts';
import { isOn, localPath } from '../shared/data/search.ts';
import { InvitationPage } from './invitation.page.tsx';
import { PasswordResetPage } from './password-reset.page.tsx';
import { SignInLinkPage } from './sign-in-link.page.tsx';
import { SignInPage } from './sign-in.page.tsx';

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
    reset: isOn(search['reset']),
  }),
  beforeLoad: leadHome,
  component: SignInPage,
});

/** Linked by mail: the token is in the fragment, which no server and no log sees. */
const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: InvitationPage,
});

/** Linked by mail with a token in the fragment; without one it asks for the address to mail a link to. */
const passwordReset = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password-reset',
  component: PasswordResetPage,
});

/** Linked by mail, for an account that is closed to passwords. */
const signInLink = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in-link',
  component: SignInLinkPage,
});

export const identityRoutes = [signIn, signInLink, invitation, passwordReset] as const;
