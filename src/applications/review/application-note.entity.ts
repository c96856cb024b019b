import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';

@Entity()
@ObjectType({ simpleResolvers: true, description: 'An internal note on an application. The applicant never sees it.' })
@Index({ properties: ['applicationId', 'createdAt', 'id'] })
export class PartnerApplicationNote {
  [OptionalProps]?: 'createdAt';

  @Field(() => ID, { description: 'Unique ID. Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'uuid' })
  applicationId!: string;

  @Field(() => String, { description: "Author's name. 1 to 200 characters." })
  @Property({ type: 'string', length: 200 })
  authorName!: string;

  @Field(() => String, { description: 'Text of the note. 1 to 5,000 characters, one or more lines.' })
  @Property({ type: 'string', length: 5000 })
  note!: string;

  @Field(() => DateTime, { description: 'When the note was added.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt = new Date();
}
