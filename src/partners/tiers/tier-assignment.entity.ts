import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../../audit/audit.recorder.ts';
import { currentTime } from '../../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../../core/database/tenancy.ts';
import { PlainDate } from '../../core/graphql/date.scalar.ts';
import { Id, TenantId, Time } from '../../core/graphql/shared.fields.ts';
import type { Day } from '../../core/text/day.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';

export enum AssignmentReason {
  INITIAL = 'INITIAL',
  PROMOTION = 'PROMOTION',
  DEMOTION = 'DEMOTION',
  MANUAL = 'MANUAL',
}
registerEnumType(AssignmentReason, {
  name: 'TierAssignmentReason',
  description: 'Why a partner has a tier.',
  valuesConfig: {
    INITIAL: { description: 'The first tier of the partner.' },
    PROMOTION: { description: 'The partner met the requirements.' },
    DEMOTION: { description: 'The partner missed the requirements until its grace ended.' },
    MANUAL: { description: 'An admin decided it.' },
  },
});

/** A trigger adds the first one. The open one of each partner has the tier of the account: a deferred trigger checks it. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'PartnerAccount', targetId: 'resellerId' })
@ObjectType({ simpleResolvers: true, description: 'A tier that a partner has or had.' })
@Index({ properties: ['resellerId', 'from', 'id'] })
@Index({ properties: ['id'] })
@Index({
  name: 'tier_assignment_open_unique',
  expression: `create unique index "tier_assignment_open_unique" on "tier_assignment" ("reseller_id") where to_at is null`,
})
@Check({ name: 'tier_assignment_time_check', expression: 'to_at >= from_at' })
export class TierAssignment {
  [OptionalProps]?: 'from';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  @Field(() => PartnerTier, { description: 'The tier.' })
  @Enum({ items: () => PartnerTier })
  tier!: PartnerTier;

  @Time('When it began.', { fieldName: 'from_at', hidden: true })
  from = currentTime();

  @Time('When it ended. Null for the current tier.', { fieldName: 'to_at', nullable: true })
  to?: Date | null;

  @Field(() => AssignmentReason, { description: 'Why the partner has it.' })
  @Enum({ items: () => AssignmentReason })
  reason!: AssignmentReason;

  /** Hidden from the audit log, which partners read. */
  @Field(() => String, {
    nullable: true,
    description: 'Note of the admin, 1 to 1,000 characters. The partner does not see it. Null if there is none.',
  })
  @Property({ type: 'string', length: 1000, nullable: true, hidden: true })
  note?: string | null;

  /** The admin. */
  @Property({ type: 'uuid', fieldName: 'decided_by', nullable: true, hidden: true })
  decidedById?: string | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Last day on which evaluations leave out the partner, in UTC. Null if the tier is not pinned.',
  })
  @Property({ type: 'date', nullable: true })
  pinnedUntil?: Day | null;
}
