import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Id, TenantId, Time, UpdatedAt, Version } from '../core/graphql/shared.fields.ts';
import { SearchText } from '../core/lists/text.search.ts';
import { Audited } from '../audit/audit.recorder.ts';
import { conflict } from '../core/context/domain.error.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';

export enum SampleThingStatus {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
}
registerEnumType(SampleThingStatus, {
  name: 'SampleThingStatus',
  description: 'Status of a sample thing. PENDING can become APPROVED. APPROVED is final.',
  valuesConfig: {
    PENDING: { description: 'Waiting for approval.' },
    APPROVED: { description: 'An admin approved it.' },
  },
});

const { PENDING, APPROVED } = SampleThingStatus;

/** APPROVED is final. */
const NEXT: Record<SampleThingStatus, readonly SampleThingStatus[]> = { PENDING: [APPROVED], APPROVED: [] };

/** A sample thing of a partner. A property without `@Field` is internal. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@ObjectType({ simpleResolvers: true, description: 'A sample thing of a partner.' })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({
  name: 'sample_thing_name_index',
  expression: `create index "sample_thing_name_index" on "sample_thing" ("reseller_id", "name" collate "natural_order", "id")`,
})
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['id'] })
export class SampleThing {
  [OptionalProps]?: 'status' | 'version' | 'createdAt' | 'updatedAt' | 'search';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  @Field(() => String, { description: 'Name, as the partner entered it. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  name!: string;

  @Field(() => SampleThingStatus, { description: 'Current status.' })
  @Enum({ items: () => SampleThingStatus })
  status: SampleThingStatus = PENDING;

  /** The user who created it and gets the email about the approval. */
  @Property({ type: 'uuid' })
  createdBy!: string;

  @Version()
  version!: number;

  @Time('When it was created.')
  createdAt = currentTime();

  @UpdatedAt('When it last changed.')
  updatedAt = currentTime();

  @SearchText('name')
  search?: string;

  /** Throws CONFLICT (SAMPLE_THING_STATUS) if the current status does not allow it. */
  approve(): void {
    if (!NEXT[this.status].includes(APPROVED)) {
      throw conflict('SAMPLE_THING_STATUS', `A sample thing that is ${this.status} cannot be approved.`);
    }
    this.status = APPROVED;
  }
}
