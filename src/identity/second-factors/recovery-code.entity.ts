import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { PrimaryKeyProp } from '@mikro-orm/postgresql';

/** An unused recovery code. Deleted when it is used. */
@Entity()
export class RecoveryCode {
  [PrimaryKeyProp]?: ['userId', 'codeHash'];

  @PrimaryKey({ type: 'uuid' })
  userId!: string;

  /** SHA-256. A code has 120 random bits, so a fast hash is enough (NIST SP 800-63B-4, 3.1.2.2). */
  @PrimaryKey({ type: 'string', length: 43, hidden: true })
  codeHash!: string;
}
