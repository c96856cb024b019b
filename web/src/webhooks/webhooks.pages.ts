/** Pages for developers, of partners and admins, bundled in one script (decision 0030). */
export { DevelopersPage } from './developers.page.tsx';
export { EndpointPage } from './endpoint.page.tsx';
