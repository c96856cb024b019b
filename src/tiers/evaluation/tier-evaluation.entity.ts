import { Entity, Enum, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../../core/database/tenancy.ts';
import { PlainDate } from '../../core/graphql/date.scalar.ts';
import { Id, TenantId, Time } from '../../core/graphql/shared.fields.ts';
import type { Day } from '../../core/text/day.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { PartnershipType } from '../../tenants/partnership.type.ts';
import { TierMetric } from '../tier.metrics.ts';

export enum TierOutcome {
  KEPT = 'KEPT',
  PROMOTED = 'PROMOTED',
  AT_RISK = 'AT_RISK',
  RECOVERED = 'RECOVERED',
  DEMOTED = 'DEMOTED',
}
registerEnumType(TierOutcome, {
  name: 'TierOutcomeKind',
  description: 'Outcome of an evaluation.',
  valuesConfig: {
    KEPT: { description: 'The partner keeps its tier.' },
    PROMOTED: { description: 'The partner meets a higher tier, and has it now.' },
    AT_RISK: { description: 'The partner misses a requirement of its tier, and has time until `graceUntil`.' },
    RECOVERED: { description: 'The partner was at risk, and no longer is.' },
    DEMOTED: { description: 'The grace is over: the partner has the tier below.' },
  },
});

@ObjectType('TierValue', { simpleResolvers: true, description: "A partner's value for a requirement of a tier." })
export class TierValue {
  @Field(() => PartnerTier, { description: 'The tier that requires it.' })
  tier!: PartnerTier;

  @Field(() => PartnershipType, { description: 'Type of the partners that must meet it.' })
  partnershipType!: PartnershipType;

  @Field(() => TierMetric, { description: 'The metric.' })
  metric!: TierMetric;

  @Field(() => Int, { description: 'Least value that meets the requirement.' })
  required!: number;

  @Field(() => Int, { nullable: true, description: 'The value. Null if there is no data.' })
  value!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the value meets the requirement. Null without data, which costs no tier and earns none.',
  })
  met!: boolean | null;
}

/** Insert only, by grants. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: "An evaluation of a partner's tier." })
@Unique({ properties: ['resellerId', 'periodEnd'] })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({ properties: ['id'] })
export class TierEvaluation {
  [OptionalProps]?: 'createdAt';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  @Field(() => PlainDate, { description: 'Last day of the evaluated months, in UTC.' })
  @Property({ type: 'date' })
  periodEnd!: Day;

  @Field(() => PartnerTier, { description: 'The tier before the evaluation.' })
  @Enum({ items: () => PartnerTier })
  tier!: PartnerTier;

  @Field(() => PartnerTier, { description: 'The tier after the evaluation.' })
  @Enum({ items: () => PartnerTier })
  newTier!: PartnerTier;

  @Field(() => TierOutcome, { description: 'The outcome.' })
  @Enum({ items: () => TierOutcome })
  outcome!: TierOutcome;

  @Field(() => [TierValue], { description: 'The values for the requirements of the tier and of those above.' })
  @Property({ type: 'json' })
  values!: TierValue[];

  @Field(() => PlainDate, {
    nullable: true,
    description: 'First day on which the partner can lose its tier, in UTC. Only for AT_RISK.',
  })
  @Property({ type: 'date', nullable: true })
  graceUntil?: Day | null;

  @Time('When the partner was evaluated.')
  createdAt = currentTime();
}
