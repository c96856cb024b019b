import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { PlainDate } from '../../core/graphql/date.scalar.ts';
import { Between, Entries } from '../../core/graphql/field.rules.ts';
import { Nested } from '../../core/graphql/shared.fields.ts';
import { Optional } from '../../core/graphql/text.rules.ts';
import type { Day } from '../../core/text/day.ts';
import { MoneyInput } from '../../money/money.types.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { PartnershipType } from '../../tenants/partnership.type.ts';
import { Benefit } from '../benefit.enum.ts';
import { TierMetric } from '../tier.metrics.ts';

@InputType({ description: 'A requirement of a tier for partners of one type.' })
export class TierRequirementInput {
  @Field(() => PartnershipType, { description: 'Type of the partners that must meet it.' })
  partnershipType!: PartnershipType;

  @Field(() => TierMetric, { description: 'The value that is required.' })
  metric!: TierMetric;

  @Field(() => Int, { description: 'Least value that meets it. 1 to 1,000,000.' })
  @Between(1, 1_000_000)
  atLeast!: number;
}

@InputType({ description: 'New terms of a tier.' })
export class TierTermsInput {
  @Field(() => PartnerTier, { description: 'The tier.' })
  tier!: PartnerTier;

  @Field(() => PlainDate, {
    description: 'First day of the terms, in UTC. Tomorrow at the earliest, and within 5 years.',
  })
  effectiveFrom!: Day;

  @Field(() => [Benefit], { description: 'Benefits of the tier. Each at most once.' })
  @Entries(0, 50)
  benefits!: Benefit[];

  @Field(() => Int, { nullable: true, description: 'Hours until support answers, 1 to 720. Null: no promise.' })
  @Optional(Between(1, 720))
  supportResponseHours?: number | null;

  @Field(() => Int, { description: 'Discount on list prices, in basis points: 2000 is 20 %. 0 to 10,000.' })
  @Between(0, 10_000)
  wholesaleDiscountBps!: number;

  @Field(() => Int, { description: 'Least margin of a retail price, in basis points of it. 0 to 10,000.' })
  @Between(0, 10_000)
  minMarginBps!: number;

  @Field(() => Int, { description: 'Commission on referred revenue, in basis points. 0 to 5,000.' })
  @Between(0, 5_000)
  commissionBps!: number;

  @Field(() => Int, { description: 'Months for which a referral earns commission, 0 to 120.' })
  @Between(0, 120)
  commissionMonths!: number;

  @Field(() => [MoneyInput], { description: 'Most commission of a referral, by currency. Each currency at most once.' })
  @Entries(0, 20)
  @ValidateNested()
  commissionCaps!: MoneyInput[];

  @Field(() => Int, { description: 'Days until an earning can be paid out, 0 to 365.' })
  @Between(0, 365)
  holdDays!: number;

  @Field(() => [TierRequirementInput], {
    description: 'Requirements of the tier. At most 20, and one for each partnership type and metric.',
  })
  @Entries(0, 20)
  @ValidateNested()
  requirements!: TierRequirementInput[];
}

@ArgsType()
export class PublishTierTermsArgs {
  @Nested(() => TierTermsInput, 'The terms.')
  input!: TierTermsInput;
}
