/** Pages of partners, bundled in one script (decision 0030). */
export { PartnerShell } from './partner.shell.tsx';
export { HomePage } from './home/home.page.tsx';
export { ClientsPage } from './clients/clients.page.tsx';
export { ClientPage } from './clients/client.page.tsx';
export { MembersPage } from './team/members.page.tsx';
export { ActivityPage } from './activity.page.tsx';
export { AccountPage } from './account.page.tsx';
