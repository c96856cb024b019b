import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../../core/database/database.clock.ts';
import { Audited } from '../../audit/audit.recorder.ts';

/** One sign-in, with its sequence of refresh tokens. */
@Entity({ tableName: 'user_session' })
@Audited({ targetType: 'User', targetId: 'userId' })
export class UserSession {
  [OptionalProps]?: 'createdAt' | 'generation' | 'rotatedAt' | 'version';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'uuid' })
  @Index()
  userId!: string;

  /** Generation of the valid refresh token. The token itself is not stored: see refresh.token.ts. */
  @Property({ type: 'integer', hidden: true })
  generation: number = 1;

  /** When the current token replaced the earlier one, by the database's clock: the clocks of API processes differ. */
  @Property({ type: 'datetime', length: 6, defaultRaw: 'clock_timestamp()' })
  rotatedAt!: Date;

  /**
   * A trigger (renew_claims) raises it when the claims in access tokens become outdated, for example after a role
   * change. Tokens with an earlier version are refused, and the next refresh issues a new one.
   */
  @Property({ type: 'integer' })
  version: number = 1;

  @Property({ type: 'datetime', length: 3 })
  createdAt = currentTime();

  /** When the user last confirmed their identity, by password and second factor or by the identity provider. */
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
