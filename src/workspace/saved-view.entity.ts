import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../core/database/database.clock.ts';
import { TenantOwned } from '../core/database/tenancy.ts';
import { Id, Time, UpdatedAt } from '../core/graphql/shared.fields.ts';
import { ListName } from './list.names.ts';
import { OWN_OR_SHARED_ROWS } from './own.rows.ts';

/** Not audited: a view gives nobody a right, and changes nothing that others rely on. */
@Entity({ policies: OWN_OR_SHARED_ROWS })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: 'Filters, order and columns of a list, under a name.' })
@Index({ properties: ['userId', 'list'] })
@Index({
  name: 'saved_view_shared_index',
  expression: 'create index "saved_view_shared_index" on "saved_view" ("reseller_id", "list") where "is_shared"',
})
export class SavedView {
  [OptionalProps]?: 'isShared' | 'createdAt' | 'updatedAt';

  @Id()
  id = uuid();

  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  /** The user that saved it. Only this user can change it. */
  @Property({ type: 'uuid' })
  userId!: string;

  @Field(() => ListName, { description: 'The list that it is of.' })
  @Enum({ items: () => ListName })
  list!: ListName;

  @Field(() => String, { description: '1 to 60 characters.' })
  @Property({ type: 'string', length: 60 })
  name!: string;

  @Field(() => String, { description: "The search part of the list's URL, as a JSON object." })
  @Property({ type: 'string', length: 2000 })
  search!: string;

  @Field(() => Boolean, { description: 'Whether all admins see it, or all users of the partner.' })
  @Property({ type: 'boolean' })
  isShared: boolean = false;

  @Field(() => Int, { description: 'Place among the views of its user, from 0.' })
  @Property({ type: 'smallint' })
  position!: number;

  @Time('When it was saved.')
  createdAt = currentTime();

  @UpdatedAt('When it last changed.')
  updatedAt = currentTime();
}
