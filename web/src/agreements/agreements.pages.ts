/** Pages about agreements, of partners and admins, bundled in one script (decision 0030). */
export { AllAgreementsPage } from './admin/all.agreements.page.tsx';
export { AdminAgreementPage } from './admin/agreement.page.tsx';
export { PartnerAgreements } from './admin/partner.agreements.tsx';
export { OwnAgreementPage } from './partner/own.agreement.page.tsx';
export { OwnAgreementsPage } from './partner/own.agreements.page.tsx';
