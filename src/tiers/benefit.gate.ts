import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { conflict, forbidden } from '../core/context/domain.error.ts';
import { tenantOfReader } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import type { PartnerTier } from '../tenants/partner-account.entity.ts';
import type { Benefit } from './benefit.enum.ts';

/** The lowest tier with a benefit today. */
const tierWith = (benefit: Benefit) => sql`(select each.tier
  from unnest(array['SILVER', 'GOLD', 'PLATINUM']) with ordinality as each (tier, rank)
  where tier_has_benefit(each.tier, ${benefit}) order by rank limit 1)`;

/**
 * The one gate of benefits, by the partner's tier of this moment. `partner_has_benefit` is the same in SQL. Call it before
 * the transaction. Throws CONFLICT (BENEFIT_REQUIRED), which names the tier, unless the partner of the EntityManager has
 * the benefit.
 */
export async function requireBenefit(em: EntityManager, benefit: Benefit): Promise<void> {
  const resellerId = tenantOfReader(em);
  if (resellerId === undefined) throw forbidden();
  const [gate] = await readRows(
    em,
    sql<{ isOpen: boolean; tier: PartnerTier | null }>`select
      partner_has_benefit(${resellerId}::uuid, ${benefit}) as "isOpen", ${tierWith(benefit)} as tier`,
  );
  if (gate?.isOpen) return;
  const tier = gate?.tier;
  throw conflict(
    'BENEFIT_REQUIRED',
    tier ? `This needs the tier ${tier} or a higher one.` : 'No tier has this benefit today.',
    tier ? { tier } : {},
  );
}
