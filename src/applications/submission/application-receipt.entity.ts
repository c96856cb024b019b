import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { currentTime } from '../../core/database/database.clock.ts';
import { Language } from '../../core/text/language.ts';
import { cannotWithdraw } from '../application.entity.ts';
import { ApplicationStatus, PartnershipType } from '../application.enums.ts';

/**
 * Stored instead of an application if the same contact already has an open one of this type. Its holder cannot
 * distinguish it from a newly submitted application.
 */
@Entity()
export class ApplicationReceipt {
  /** Returned as the application's ID. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'string', length: 200 })
  companyName!: string;

  @Enum({ items: () => PartnershipType })
  partnershipType!: PartnershipType;

  @Enum({ items: () => Language })
  language: Language = Language.EN;

  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Property({ type: 'datetime', length: 3, nullable: true })
  withdrawnAt?: Date | null;

  /** Behaves like the withdrawal of an application. */
  withdraw(): void {
    if (this.withdrawnAt) throw cannotWithdraw(ApplicationStatus.REJECTED);
    this.withdrawnAt = currentTime();
  }
}
