import type { Feature } from '../feature.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { PartnerAccountResolver } from './partner-account.resolver.ts';
import { partnerAccountRules } from './partner-account.rules.ts';
import { PartnerOwnerResolver } from './partner-owner.resolver.ts';
import { Partnership } from './partnership.entity.ts';
import { PartnershipResolver, PartnershipsResolver } from './partnership.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';

const auditActions = {
  'partner.created': 'A partner account was created.',
  'partner.updated': 'A partner account was changed.',
  'partner.partnership_added': 'A partnership was added to a partner account.',
} as const;

type PartnerActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends PartnerActions {}
}

/** Partner accounts and their partnerships. */
export const partners: Feature = {
  entities: [PartnerAccount, Partnership],
  resolvers: [PartnerAccountResolver, PartnerOwnerResolver, PartnershipResolver, PartnershipsResolver, ViewerResolver],
  rules: [partnerAccountRules],
  auditActions,
};
