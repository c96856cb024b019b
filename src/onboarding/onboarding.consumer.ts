import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { ClientAccount } from '../clients/client-account.entity.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import type { EventConsumer, FollowedEvent } from '../events/event.types.ts';
import { OnboardingPlan } from './onboarding-plan.entity.ts';

/** Copies the plan to each new client. A request that creates clients pays nothing for it. */
export const onboardingConsumer: EventConsumer = { name: 'onboarding', consume: copyPlans };

/** One statement for all clients. The plan is that of now, and a client that has a step keeps it. */
async function copyPlans(em: EntityManager, events: readonly FollowedEvent[]): Promise<void> {
  const created = events.filter(({ action }) => action === 'client.created');
  if (created.length === 0) return;
  const resellers = sql`reseller_id = any(${created.map(({ resellerId }) => resellerId)}::uuid[])`;
  const isCreated = sql`id = any(${created.map(({ targetId }) => targetId)}::uuid[])`;
  await sql`insert into onboarding_step
      (reseller_id, id, client_id, key, position, title, due_on, created_at, updated_at)
    select client.reseller_id, gen_random_uuid(), client.id, step.value ->> 'key', step.position, step.value ->> 'title',
      (client.created_at at time zone 'UTC')::date + (step.value ->> 'dueDays')::int, now(), now()
    from (select reseller_id, id, created_at ${fromVisible(em, ClientAccount, [resellers, isCreated])}) as client
      join (select reseller_id, steps ${fromVisible(em, OnboardingPlan, [resellers])}) as plan using (reseller_id)
      cross join jsonb_array_elements(plan.steps) with ordinality as step (value, position)
    on conflict (reseller_id, client_id, key) do nothing`.execute(em.getKysely());
}
