import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { v7 as uuid } from 'uuid';
import { PLATFORM_SEES_ALL, TenantOwned } from '../../core/database/tenancy.ts';
import { Id, TenantId } from '../../core/graphql/shared.fields.ts';
import type { Day } from '../../core/text/day.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';

/** A partner's time to meet its tier again. A new assignment ends it: a trigger. At most one is open. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Index({ properties: ['id'] })
@Index({
  name: 'tier_grace_open_unique',
  expression: `create unique index "tier_grace_open_unique" on "tier_grace" ("reseller_id") where ended_at is null`,
})
@Index({
  name: 'tier_grace_warning_index',
  expression: `create index "tier_grace_warning_index" on "tier_grace" ("until") where ended_at is null and next_warning is not null`,
})
@Check({ name: 'tier_grace_next_warning_check', expression: 'next_warning in (60, 30, 7)' })
export class TierGrace {
  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  /** The tier at risk. */
  @Enum({ items: () => PartnerTier })
  tier!: PartnerTier;

  @Property({ type: 'date' })
  beganOn!: Day;

  /** First day on which the partner can lose the tier. A late warning moves it. */
  @Property({ type: 'date' })
  until!: Day;

  /** Days before `until`. The first warning, of 90 days, is part of the evaluation. Null after the last one. */
  @Property({ type: 'smallint', nullable: true })
  nextWarning?: number | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt?: Date | null;
}
