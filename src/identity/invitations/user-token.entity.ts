import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { User } from '../users/user.entity.ts';

export enum UserTokenPurpose {
  INVITATION = 'INVITATION',
  PASSWORD_RESET = 'PASSWORD_RESET',
  /** For an account that is closed to passwords after many failures. */
  SIGN_IN = 'SIGN_IN',
}

/**
 * A link that was mailed to a user. It works once, and its use ends the user's other links of the same purpose. The secret part
 * of the link is not stored, not even hashed: it is made from the id with a key of ours (see mailed.link.ts).
 */
@Entity()
@Index({ properties: ['userId', 'purpose', 'createdAt'] })
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
