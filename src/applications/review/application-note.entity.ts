import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../../core/database/database.clock.ts';
import { Id, Time } from '../../core/graphql/shared.fields.ts';

@Entity()
@ObjectType({ simpleResolvers: true, description: 'An internal note on an application. The applicant never sees it.' })
@Index({ properties: ['applicationId', 'createdAt', 'id'] })
export class PartnerApplicationNote {
  [OptionalProps]?: 'createdAt';

  @Id()
  id = uuid();

  @Property({ type: 'uuid' })
  applicationId!: string;

  @Field(() => String, { description: "Author's name. 1 to 200 characters." })
  @Property({ type: 'string', length: 200 })
  authorName!: string;

  @Field(() => String, { description: 'Text of the note. 1 to 5,000 characters, one or more lines.' })
  @Property({ type: 'string', length: 5000 })
  note!: string;

  @Time('When the note was added.')
  createdAt = currentTime();
}
