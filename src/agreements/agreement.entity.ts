import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { Named } from '../audit/names/audit.names.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, Time } from '../core/graphql/shared.fields.ts';
import { PartnershipType } from '../tenants/partnership.type.ts';

/** Never changes. Partners of its types see it by agreement_versions_of: decision 91. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@Named({ name: 'title' })
@ObjectType({ simpleResolvers: true, description: 'An agreement between ReachGenie and partners.' })
@Check({ name: 'agreement_parties_check', expression: `(reseller_id is null) = (partnership_types <> '{}')` })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['resellerId'] })
export class Agreement {
  [OptionalProps]?: 'createdAt' | 'updatedAt';

  @Id()
  id = uuid();

  /** The partner of a negotiated agreement. Null for an agreement with all partners of its types. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => String, { description: 'Title that partners see. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  title!: string;

  @Field(() => [PartnershipType], {
    description:
      'Partners with a partnership of any of these types need it. Empty if it is negotiated with one partner.',
  })
  @Enum({ items: () => PartnershipType, array: true, columnType: 'text[]' })
  partnershipTypes!: PartnershipType[];

  @Field(() => Boolean, {
    description: 'Whether partners can begin nothing new until they have accepted the binding version.',
  })
  @Property({ type: 'boolean' })
  isRequired!: boolean;

  @Time('When the agreement was created.')
  createdAt = currentTime();

  /** Never changes either. The right to change it is the right to lock the row. */
  @Property({ type: 'datetime', length: 3 })
  updatedAt = currentTime();
}
