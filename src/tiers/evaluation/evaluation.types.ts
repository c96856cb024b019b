import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { PlainDate } from '../../core/graphql/date.scalar.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import type { Day } from '../../core/text/day.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { TierOutcome, TierValue } from './tier-evaluation.entity.ts';

@ObjectType('TierOutcome', {
  simpleResolvers: true,
  description: 'Decision of an evaluation for a partner, as a preview.',
})
export class TierPreview {
  @Field(() => ID, { description: 'ID of the partner.' })
  partnerId!: string;

  @Field(() => String, { description: 'Company name of the partner.' })
  companyName!: string;

  @Field(() => PartnerTier, { description: 'The current tier.' })
  tier!: PartnerTier;

  @Field(() => PartnerTier, { description: 'The tier after the evaluation.' })
  newTier!: PartnerTier;

  @Field(() => TierOutcome, { description: 'The outcome.' })
  outcome!: TierOutcome;

  @Field(() => [TierValue], { description: 'The values for the requirements of the tier and of those above.' })
  values!: TierValue[];

  @Field(() => PlainDate, {
    nullable: true,
    description: 'First day on which the partner can lose its tier, in UTC. Only for AT_RISK.',
  })
  graceUntil!: Day | null;
}

@ArgsType()
export class TierEvaluationsArgs extends PageArgs {
  @Field(() => ID, { description: 'ID of the partner.' })
  id!: string;
}
