import { createRouter } from '@tanstack/react-router';
import { adminRoutes } from './admin/admin.routes.ts';
import { identityRoutes } from './identity/identity.routes.ts';
import { partnerRoutes } from './partner/partner.routes.ts';
import { publicRoutes } from './public/public.routes.ts';
import { rootRoute } from './root.route.ts';
import { Loading } from './shared/data/loading.tsx';
import { NotFoundPage } from './shared/layout/page/not-found.page.tsx';
import { ProblemPage } from './shared/layout/page/problem.page.tsx';
import { parseSearch, stringifySearch } from './shared/data/search.ts';

export const router = createRouter({
  routeTree: rootRoute.addChildren([...publicRoutes, ...identityRoutes, adminRoutes, partnerRoutes]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: Loading,
  defaultErrorComponent: ProblemPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
  scrollToTopSelectors: ['#content'], // pages scroll inside of the sheet
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
