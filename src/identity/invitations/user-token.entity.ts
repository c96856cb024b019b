import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../../core/database/database.clock.ts';

export enum UserTokenPurpose {
  INVITATION = 'INVITATION',
  PASSWORD_RESET = 'PASSWORD_RESET',
  /** For an account whose passwords are refused after many failures. */
  SIGN_IN = 'SIGN_IN',
}

/**
 * A link that was mailed to a user. It works once, and its use ends the user's other links of the same purpose. Not
 * even a hash of its secret part is stored: our key derives the secret from the id (see mailed.link.ts).
 */
@Entity()
@Index({ properties: ['userId', 'purpose', 'createdAt'] })
export class UserToken {
  [OptionalProps]?: 'createdAt';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'uuid' })
  userId!: string;

  @Enum({ items: () => UserTokenPurpose })
  purpose!: UserTokenPurpose;

  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  createdAt = currentTime();
}
