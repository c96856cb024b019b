import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What an operation answered to an idempotency key; see idempotency.ts. */
@Entity()
export class IdempotencyKey {
  /** SHA-256 of caller, operation and key. */
  @PrimaryKey({ type: 'string', length: 43 })
  keyHash!: string;

  @Property({ type: 'string', length: 43 })
  inputHash!: string;

  /** Null only while its transaction runs. */
  @Property({ type: 'json', nullable: true })
  answer?: object | null;

  @Property({ type: 'datetime', length: 3 })
  @Index()
  createdAt!: Date;
}
