import { sql } from 'kysely';
import { SubscriptionStatus } from '../clients/client-account.entity.ts';

/** Of a row of onboarding_step. A step is due until its day ends in UTC. */
export const IS_OVERDUE = sql<boolean>`(done_at is null and due_on < (now() at time zone 'UTC')::date)`;

/** Of a row of client_account, for its list. The onboarding of a canceled client is over. */
export const isOnboardingOverdue = sql<boolean>`(subscription_status <> ${sql.lit(SubscriptionStatus.CANCELED)} and exists (
  select from onboarding_step where onboarding_step.reseller_id = client_account.reseller_id
    and onboarding_step.client_id = client_account.id and ${IS_OVERDUE}))`;
