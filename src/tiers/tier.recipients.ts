import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Recipients } from '../notifications/notification.tell.ts';

/** The users that learn of a partner's standing, of `person`: its owners. */
export const toldOfTier = (resellerId: string): Recipients =>
  sql`person.reseller_id = ${resellerId} and person.joined_at is not null and person.partner_role = 'OWNER'`;

export interface TierReader {
  email: string;
  /** Otherwise an admin. */
  isPartner: boolean;
}

/** Their addresses. */
export async function readersOfTier(em: EntityManager, resellerId: string): Promise<TierReader[]> {
  const { rows } = await sql<TierReader>`select person.email, person.reseller_id is not null as "isPartner"
    from user_account as person where person.is_active and (${toldOfTier(resellerId)}) order by person.id`.execute(
    em.getKysely(),
  );
  return rows;
}
