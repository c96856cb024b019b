import { Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { User } from './user.entity.ts';

export enum UserTokenPurpose {
  INVITATION = 'INVITATION',
  PASSWORD_RESET = 'PASSWORD_RESET',
}

/**
 * A link that was mailed to a user and is good once. The secret part of the link is not stored, not even hashed: it is made
 * from the id with a key of ours (see user.token.ts). A new one of the same purpose takes the place of the one before.
 */
@Entity()
@Unique({ properties: ['userId', 'purpose'] })
export class UserToken {
  [OptionalProps]?: 'createdAt';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @ManyToOne({ entity: () => User, fieldName: 'user_id', mapToPk: true })
  userId!: string;

  @Enum({ items: () => UserTokenPurpose })
  purpose!: UserTokenPurpose;

  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  createdAt = new Date();
}
