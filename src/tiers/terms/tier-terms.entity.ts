import { Check, Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../../audit/audit.recorder.ts';
import { currentTime } from '../../core/database/database.clock.ts';
import { PlainDate } from '../../core/graphql/date.scalar.ts';
import { Id, Time } from '../../core/graphql/shared.fields.ts';
import type { Day } from '../../core/text/day.ts';
import { Money } from '../../money/money.types.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { PartnershipType } from '../../tenants/partnership.type.ts';
import { Benefit } from '../benefit.enum.ts';
import { TierMetric } from '../tier.metrics.ts';

@ObjectType({ simpleResolvers: true, description: 'A requirement of a tier for partners of one type.' })
export class TierRequirement {
  @Field(() => PartnershipType, { description: 'Type of the partners that must meet it.' })
  partnershipType!: PartnershipType;

  @Field(() => TierMetric, { description: 'The value that is required.' })
  metric!: TierMetric;

  @Field(() => Int, { description: 'Least value that meets it.' })
  atLeast!: number;
}

/** Belongs to the platform. Only terms that have not begun can be added or withdrawn: by grants and a trigger. */
@Entity()
@Audited()
@ObjectType({
  simpleResolvers: true,
  description: 'Benefits and requirements of a tier from a day on. Ends when later terms of the tier begin.',
})
@Unique({ properties: ['tier', 'effectiveFrom'] })
@Check({ name: 'tier_terms_requirements_check', expression: `jsonb_typeof(requirements) = 'array'` })
@Check({ name: 'tier_terms_commission_caps_check', expression: `jsonb_typeof(commission_caps) = 'array'` })
@Check({
  name: 'tier_terms_rates_check',
  expression:
    'support_response_hours >= 1 and support_response_hours <= 720 and wholesale_discount_bps >= 0 and wholesale_discount_bps <= 10000 and min_margin_bps >= 0 and min_margin_bps <= 10000 and commission_bps >= 0 and commission_bps <= 5000 and commission_months >= 0 and commission_months <= 120 and hold_days >= 0 and hold_days <= 365',
})
export class TierTerms {
  [OptionalProps]?: 'createdAt';

  @Id()
  id = uuid();

  @Field(() => PartnerTier, { description: 'The tier.' })
  @Enum({ items: () => PartnerTier })
  tier!: PartnerTier;

  @Field(() => PlainDate, { description: 'First day of the terms, in UTC. From this day on, they never change.' })
  @Property({ type: 'date' })
  effectiveFrom!: Day;

  @Field(() => [Benefit], { description: 'Benefits of the tier.' })
  @Property({ type: 'string[]', columnType: 'text[]' })
  benefits!: Benefit[];

  @Field(() => Int, { nullable: true, description: 'Hours until support answers. Null: no promise.' })
  @Property({ type: 'integer', nullable: true })
  supportResponseHours?: number | null;

  @Field(() => Int, { description: 'Discount on list prices, in basis points: 2000 is 20 %.' })
  @Property({ type: 'integer' })
  wholesaleDiscountBps!: number;

  @Field(() => Int, { description: 'Least margin of a retail price, in basis points of it.' })
  @Property({ type: 'integer' })
  minMarginBps!: number;

  @Field(() => Int, { description: 'Commission on referred revenue, in basis points.' })
  @Property({ type: 'integer' })
  commissionBps!: number;

  @Field(() => Int, { description: 'Months for which a referral earns commission.' })
  @Property({ type: 'integer' })
  commissionMonths!: number;

  @Field(() => [Money], {
    description: 'Most commission of a referral, by currency. A currency without one has no cap.',
  })
  @Property({ type: 'json' })
  commissionCaps!: Money[];

  @Field(() => Int, { description: 'Days until an earning can be paid out.' })
  @Property({ type: 'integer' })
  holdDays!: number;

  @Field(() => [TierRequirement], {
    description: 'Requirements of the tier. A partner whose types have none is only assigned to the tier by an admin.',
  })
  @Property({ type: 'json' })
  requirements!: TierRequirement[];

  /** The admin. Null for the first terms, which came with the product. */
  @Property({ type: 'uuid', nullable: true, lazy: true })
  publishedBy?: string | null;

  @Time('When the terms were published.')
  createdAt = currentTime();
}
