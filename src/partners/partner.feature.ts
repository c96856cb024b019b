import type { Feature } from '../feature.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { PartnerAccountResolver } from './partner-account.resolver.ts';
import { partnerAccountRules } from './partner-account.rules.ts';
import { PartnerOwnerResolver } from './partner-owner.resolver.ts';
import { PartnerManagersResolver } from './managers/partner-manager.resolver.ts';
import { PartnerNote } from './notes/partner-note.entity.ts';
import { PartnerNoteResolver } from './notes/partner-note.resolver.ts';
import { Partnership } from './partnership.entity.ts';
import { PartnershipResolver, PartnershipsResolver } from './partnership.resolver.ts';
import { TierAssignment } from './tiers/tier-assignment.entity.ts';
import { TierAssignmentResolver } from './tiers/tier-assignment.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';
import { partnerEvents } from './partner.events.ts';

const auditActions = {
  'partner.created': 'A partner account was created.',
  'partner.updated': 'A partner account was changed.',
  'partner.note_added': 'An internal note was added to a partner. The partner does not see this event.',
  'partner.manager_assigned': 'The managers of a partner were assigned or removed.',
  'partner.tier_changed': 'A tier was assigned to a partner, or pinned.',
  'partner.partnership_added': 'A partnership was added to a partner account.',
} as const;

type PartnerActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends PartnerActions {}
}

/** Partner accounts and their partnerships. */
export const partners: Feature = {
  entities: [PartnerAccount, PartnerNote, Partnership, TierAssignment],
  resolvers: [
    PartnerAccountResolver,
    PartnerManagersResolver,
    PartnerNoteResolver,
    PartnerOwnerResolver,
    PartnershipResolver,
    PartnershipsResolver,
    TierAssignmentResolver,
    ViewerResolver,
  ],
  rules: [partnerAccountRules],
  auditActions,
  events: partnerEvents,
};
