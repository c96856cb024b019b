import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../../audit/audit.recorder.ts';
import { currentTime } from '../../core/database/database.clock.ts';
import { Id, Time } from '../../core/graphql/shared.fields.ts';

/**
 * Belongs to the platform, and so does its audit event: the partner sees neither. The audit log does not repeat the
 * text.
 */
@Entity()
@Audited({ targetType: 'PartnerAccount', targetId: 'accountId' })
@ObjectType({ simpleResolvers: true, description: 'An internal note on a partner. The partner never sees it.' })
@Index({ properties: ['accountId', 'createdAt', 'id'] })
export class PartnerNote {
  [OptionalProps]?: 'createdAt';

  @Id()
  id = uuid();

  @Property({ type: 'uuid' })
  accountId!: string;

  @Field(() => String, { description: "Author's name. 1 to 200 characters." })
  @Property({ type: 'string', length: 200, hidden: true })
  authorName!: string;

  @Field(() => String, { description: 'Text of the note. 1 to 5,000 characters, one or more lines.' })
  @Property({ type: 'string', length: 5000, hidden: true })
  note!: string;

  @Time('When the note was added.')
  createdAt = currentTime();
}
