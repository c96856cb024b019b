import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { outboundIsPaused } from '../../core/jobs/outbound.pause.ts';
import type { SentClient } from './product.account.ts';
import type { Attempt } from '../provisioning.attempt.ts';
import { ProvisioningStatus } from '../provisioning.enums.ts';

/** The key of a row. */
export type Due = Pick<Attempt, 'resellerId' | 'clientId'>;

export interface Claimed extends Attempt {
  client: SentClient;
  /** Whether the product took this version before, so that we only ask. */
  isAccepted: boolean;
}

/** Seconds after which another worker takes over an attempt. Far longer than a request may take. */
const LOST_AFTER = 60;

/** Rows that are due, the longest wait first. None during a pause. */
export const findDue = (em: EntityManager, most: number): Promise<Due[]> =>
  rowsOf(
    em,
    sql<Due>`select reseller_id as "resellerId", client_id as "clientId" from client_provisioning
      where next_try_at <= now() and not ${outboundIsPaused} order by next_try_at limit ${most}`,
  );

/**
 * Claims a row that is still due, and notes the attempt before it is made: a killed worker's attempt is known, and is made
 * again. Returns the client as it is now, which is at least as new as the version. Undefined if another worker has the
 * row. Names the tenant, because only its server can lock the row on Citus.
 */
export async function claim(em: EntityManager, { resellerId, clientId }: Due): Promise<Claimed | undefined> {
  const [row] = await rowsOf(
    em,
    sql<Claimed>`with due as (
        select reseller_id, client_id from client_provisioning
        where reseller_id = ${resellerId} and client_id = ${clientId} and next_try_at <= now() and not ${outboundIsPaused}
        for update skip locked
      )
      update client_provisioning as row set status = ${ProvisioningStatus.APPLYING}, tries = tries + 1, trying_since = now(),
        first_try_at = coalesce(first_try_at, now()), next_try_at = now() + ${LOST_AFTER} * interval '1 second',
        updated_at = now()
      from due join client_account as client on client.reseller_id = due.reseller_id and client.id = due.client_id
      where row.reseller_id = due.reseller_id and row.client_id = due.client_id
      returning row.reseller_id as "resellerId", row.client_id as "clientId", desired_version as version, tries,
        coalesce(accepted_version = desired_version, false) as "isAccepted", jsonb_build_object(
          'companyName', company_name, 'contactName', contact_name, 'contactEmail', contact_email,
          'contactPhone', contact_phone, 'subscriptionTier', subscription_tier,
          'subscriptionStatus', subscription_status, 'billingOwnedByReseller', billing_owned_by_reseller) as client`,
  );
  return row;
}

async function rowsOf<Row>(em: EntityManager, statement: RawBuilder<Row>): Promise<Row[]> {
  const { rows } = await statement.execute(em.getKysely());
  return rows;
}
