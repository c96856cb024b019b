/** Pages of the tiers, and parts of them for other pages, bundled in one script (decision 0030). */
export { TierPage } from './standing/tier.page.tsx';
export { TierCards } from './standing/tier.cards.tsx';
export { HomeStandingCard, OwnBenefitsCard, RiskBanner } from './standing/home.standing.tsx';
export { prepareAdminHome, preparePartnerHome } from './prepare.home.ts';
export { TiersPage } from './terms/tiers.page.tsx';
export { PartnerTierTab } from './assigned/partner.tier.tab.tsx';
export { LockedImport, LockedActions } from './locked/locked.tsx';
export { ManagerDialog } from './managers/manager.dialog.tsx';
export { ManagersDialog } from './managers/managers.dialog.tsx';
export { MyPartnersCard } from './managers/my.partners.tsx';
export { OwnManagersCard } from './managers/own.managers.tsx';
