import { ArgsType, Field, ID } from 'type-graphql';
import { PlainDate } from '../../core/graphql/date.scalar.ts';
import { changeArgs } from '../../core/graphql/shared.fields.ts';
import { LongText } from '../../core/graphql/text.rules.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import type { Day } from '../../core/text/day.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';

@ArgsType()
export class TierAssignmentsArgs extends PageArgs {
  @Field(() => ID, { description: 'ID of the partner.' })
  id!: string;
}

@ArgsType()
export class AssignTierArgs extends changeArgs('ID of the partner.') {
  @Field(() => PartnerTier, { description: 'The new tier, or the current one to pin it.' })
  tier!: PartnerTier;

  @Field(() => String, {
    description: 'Why, for admins. 1 to 1,000 characters, one or more lines. The partner does not see it.',
  })
  @LongText(1000)
  note!: string;

  @Field(() => PlainDate, {
    nullable: true,
    description:
      'Last day on which evaluations leave out the partner, in UTC. Today or later, and within 5 years. Null or omitted: the next evaluation decides.',
  })
  pinnedUntil?: Day | null;
}
