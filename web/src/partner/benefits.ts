import { useQuery } from '@tanstack/react-query';
import { query } from '../api/ask.ts';
import type { Benefit, PartnerTier } from '../generated/enums.ts';
import { BenefitsDocument } from '../generated/partner/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { tierWith, versionsOf } from '../tiers/terms/terms.in.effect.ts';

/**
 * The tier that brings a benefit that the viewer's partner does not have. Undefined if it has it, or until that is known:
 * the API enforces benefits.
 */
export function useLock(benefit: Benefit): PartnerTier | undefined {
  const { partnerAccount } = useViewer();
  const terms = useQuery({ ...query(BenefitsDocument, {}), staleTime: 60_000 }).data?.tierTerms;
  if (!terms || !partnerAccount) return undefined;
  const hasIt = versionsOf(terms, partnerAccount.tier).current?.benefits.includes(benefit);
  return hasIt === true ? undefined : tierWith(terms, benefit);
}
