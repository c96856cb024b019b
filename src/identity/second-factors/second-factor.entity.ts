import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/postgresql';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { currentTime } from '../../core/database/database.clock.ts';

/** A user's TOTP secret (RFC 6238), stored when setup starts. It is active once the user's `secondFactorAt` is set. */
@Entity()
export class SecondFactor {
  [OptionalProps]?: 'createdAt' | 'lastStep' | 'failures';
  [PrimaryKeyProp]?: 'userId';

  @PrimaryKey({ type: 'uuid' })
  userId!: string;

  /** Encrypted; see totp.secret.ts. */
  @Property({ type: 'string', length: 255, hidden: true })
  secret!: string;

  /** The time step of the last accepted code. Codes of this step and earlier ones are refused. */
  @Property({ type: 'integer' })
  lastStep: number = 0;

  /** Wrong codes since `failedSince`. */
  @Property({ type: 'integer' })
  failures: number = 0;

  @Property({ type: 'datetime', length: 3, nullable: true })
  failedSince?: Date | null;

  @Property({ type: 'datetime', length: 3 })
  createdAt = currentTime();
}
