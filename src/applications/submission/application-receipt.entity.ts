import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { cannotWithdraw } from '../application.entity.ts';
import { ApplicationStatus, PartnershipType } from '../application.enums.ts';

/**
 * What whoever submits an application gets where the same contact has one of this type open already: to its holder it looks
 * like an application that has just been received, for ever, and it is none.
 */
@Entity()
export class ApplicationReceipt {
  /** What the submission was answered as the id of its application. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'string', length: 200 })
  companyName!: string;

  @Enum({ items: () => PartnershipType })
  partnershipType!: PartnershipType;

  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Property({ type: 'datetime', length: 3, nullable: true })
  withdrawnAt?: Date | null;

  /** As that of an application, which it must not be told from; and nothing comes of it. */
  withdraw(): void {
    if (this.withdrawnAt) throw cannotWithdraw(ApplicationStatus.REJECTED);
    this.withdrawnAt = new Date();
  }
}
