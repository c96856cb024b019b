import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../../audit/audit.recorder.ts';
import { User } from '../users/user.entity.ts';

/** One sign-in, and the family of refresh tokens that follow one another in it. */
@Entity({ tableName: 'user_session' })
@Audited({ targetType: 'User', targetId: 'userId' })
export class UserSession {
  [OptionalProps]?: 'createdAt' | 'generation' | 'rotatedAt' | 'version';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @ManyToOne({ entity: () => User, fieldName: 'user_id', mapToPk: true })
  @Index()
  userId!: string;

  /** Of the refresh token that is valid now. The token itself is not stored: see refresh.token.ts. */
  @Property({ type: 'integer', hidden: true })
  generation: number = 1;

  /** When that token replaced the one before; by the database's clock, since those of several API processes differ. */
  @Property({ type: 'datetime', length: 6, defaultRaw: 'clock_timestamp()' })
  rotatedAt!: Date;

  /**
   * Grows when what the access tokens say about the user is no longer so, by a trigger (renew_claims), whoever changed it:
   * those of the version before are refused, and the next refresh gives a right one.
   */
  @Property({ type: 'integer' })
  version: number = 1;

  @Property({ type: 'datetime', length: 3 })
  createdAt = new Date();

  /** When the user last proved who it is, by password and second factor or by the identity provider. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  authenticatedAt?: Date | null;

  @Property({ type: 'datetime', length: 3 })
  @Index()
  expiresAt!: Date;

  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt?: Date | null;

  @Property({ type: 'string', length: 45 })
  address!: string;

  @Property({ type: 'string', length: 400, nullable: true })
  userAgent?: string | null;
}
