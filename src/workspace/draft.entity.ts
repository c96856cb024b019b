import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { TenantOwned } from '../core/database/tenancy.ts';
import { UpdatedAt } from '../core/graphql/shared.fields.ts';
import { OwnerId, OWN_ROWS } from './own.rows.ts';

/** One row for each user and key. Not audited: nobody else sees it until it is sent. */
@Entity({ policies: OWN_ROWS })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: 'A text that the user has typed and not sent yet.' })
@Index({ properties: ['updatedAt'] })
export class Draft {
  @OwnerId()
  userId!: string;

  @Field(() => String, {
    description: 'The form or note that it is for, such as `note:` and the ID of an application.',
  })
  @PrimaryKey({ type: 'string', length: 200 })
  key!: string;

  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => String, { description: 'The text, or the fields of a form as JSON.' })
  @Property({ type: 'string', length: 10_000 })
  text!: string;

  @UpdatedAt('When it was saved. It is deleted 30 days later.')
  updatedAt!: Date;
}
