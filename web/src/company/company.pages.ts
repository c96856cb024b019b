/** Pages about company data, of partners and admins, bundled in one script (decision 0030). */
export { CompanyPage } from './own/company.page.tsx';
export { CompanyChangesPage } from './review/changes.page.tsx';
export { CompanyChangePage } from './review/change.page.tsx';
