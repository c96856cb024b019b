/** Pages of admins, bundled in one script (decision 0030). */
export { AdminShell } from './admin.shell.tsx';
export { HomePage } from './home/home.page.tsx';
export { ApplicationsPage } from './applications/list/applications.page.tsx';
export { loadApplication } from './applications/application.loading.ts';
export { ApplicationPage } from './applications/application.page.tsx';
export { PartnersPage } from './partners/partners.page.tsx';
export { PartnerPage } from './partners/partner.page.tsx';
export { PartnerClientPage } from './partners/partner.client.page.tsx';
export { AdminsPage } from './team/admins.page.tsx';
export { MailsPage } from './mails/mails.page.tsx';
export { JobsPage } from './jobs/jobs.page.tsx';
export { ProvisioningPage } from './provisioning/provisioning.page.tsx';
export { AuditPage } from './audit.page.tsx';
