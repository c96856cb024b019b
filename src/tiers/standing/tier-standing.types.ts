import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { PlainDate } from '../../core/graphql/date.scalar.ts';
import type { Day } from '../../core/text/day.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { Benefit } from '../benefit.enum.ts';
import { TierValue } from '../evaluation/tier-evaluation.entity.ts';
import { ForecastReason } from '../tier.metrics.ts';

@ObjectType({ simpleResolvers: true, description: 'A value in 90 days, if nothing else changes.' })
export class TierForecast {
  @Field(() => PlainDate, { description: 'The day in 90 days, in UTC.' })
  on!: Day;

  @Field(() => Int, { nullable: true, description: 'The value on that day. Null if there will be no data.' })
  value!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it meets the requirement. Null without data.' })
  met!: boolean | null;

  @Field(() => ForecastReason, { description: 'Why the value differs.' })
  reason!: ForecastReason;

  @Field(() => Int, { description: 'Number of objects that the reason is about. 0 for UNCHANGED.' })
  count!: number;

  @Field(() => PlainDate, { nullable: true, description: 'Day on which the first of them counts or ends, in UTC.' })
  firstOn!: Day | null;
}

@ObjectType({ simpleResolvers: true, description: "A partner's value for a requirement, today and in 90 days." })
export class TierStandingValue extends TierValue {
  @Field(() => TierForecast, { description: 'The value in 90 days.' })
  forecast!: TierForecast;

  @Field(() => Int, {
    description: 'Difference to the required value. 0 if it is met. Without data, the required value.',
  })
  missing!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The tier above.' })
export class NextTier {
  @Field(() => PartnerTier, { description: 'The tier.' })
  tier!: PartnerTier;

  @Field(() => [TierStandingValue], {
    description:
      "The partner's values for its requirements. Empty if only an admin can assign the tier to the partner.",
  })
  values!: TierStandingValue[];

  @Field(() => [Benefit], { description: 'Benefits that the current tier does not have.' })
  moreBenefits!: Benefit[];
}

@ObjectType({ simpleResolvers: true, description: "A partner's tier, and how it will develop." })
export class TierStanding {
  @Field(() => PartnerTier, { description: 'The tier.' })
  tier!: PartnerTier;

  @Field(() => DateTime, { description: 'Since when the partner has the tier.' })
  since!: Date | string;

  @Field(() => [Benefit], { description: 'Benefits of the tier.' })
  benefits!: Benefit[];

  @Field(() => [TierStandingValue], { description: "The partner's values for the requirements of its tier." })
  values!: TierStandingValue[];

  @Field(() => PlainDate, {
    nullable: true,
    description: 'First day on which the partner can lose the tier, in UTC. Null if it is not at risk.',
  })
  graceUntil!: Day | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Last day on which evaluations leave out the partner, in UTC. Null if the tier is not pinned.',
  })
  pinnedUntil!: Day | null;

  @Field(() => PlainDate, { description: 'Day of the next evaluation, in UTC.' })
  nextEvaluationOn!: Day;

  @Field(() => NextTier, { nullable: true, description: 'The tier above. Null for the highest one.' })
  next!: NextTier | null;
}
