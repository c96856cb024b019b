/** Pages of admins, bundled in one script (decision 0030). */
export { AdminShell } from './admin.shell.tsx';
export { DashboardPage } from './dashboard/dashboard.page.tsx';
export { ApplicationsPage } from './applications/list/applications.page.tsx';
export { ApplicationPage } from './applications/application.page.tsx';
export { PartnersPage } from './partners/partners.page.tsx';
export { PartnerPage } from './partners/partner.page.tsx';
export { AdminsPage } from './team/admins.page.tsx';
export { MailsPage } from './mails/mails.page.tsx';
export { AuditPage } from './audit.page.tsx';
