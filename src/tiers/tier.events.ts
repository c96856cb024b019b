import type { PublicEvent } from '../events/event.types.ts';
import { PARTNER_EXAMPLE, presentPartners } from '../partners/partner.events.ts';

const partner = { forPartners: true, present: presentPartners, example: PARTNER_EXAMPLE };

export const tierEvents: readonly PublicEvent[] = [
  { action: 'partner.tier_at_risk', text: 'A partner misses a requirement of its tier.', ...partner },
  { action: 'partner.tier_recovered', text: 'A partner meets all requirements of its tier again.', ...partner },
];
