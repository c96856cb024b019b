import { Check, Entity, Enum, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { conflict } from '../core/context/domain.error.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, TenantId, Time, UpdatedAt, Version } from '../core/graphql/shared.fields.ts';
import { CompanyDetails } from './company.details.ts';

export enum CompanyChangeStatus {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(CompanyChangeStatus, {
  name: 'CompanyChangeStatus',
  description: 'Status of a requested change of company data. Only PENDING can change.',
  valuesConfig: {
    PENDING: { description: 'Waits for a decision. A partner has at most one.' },
    APPROVED: { description: 'Applied to the partner account.' },
    REJECTED: { description: 'Declined, with a message.' },
    WITHDRAWN: { description: 'An owner took it back, or replaced it.' },
  },
});

const { PENDING, APPROVED, REJECTED, WITHDRAWN } = CompanyChangeStatus;

const isClosed = (status: CompanyChangeStatus) =>
  conflict('COMPANY_CHANGE_STATUS', `This change is ${status}, so it can no longer be decided or withdrawn.`);

/** A request of an owner. Its values never change, and its status only once. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'PartnerAccount', targetId: 'resellerId', ownId: 'changeId' })
@ObjectType({ simpleResolvers: true, description: 'A change of company data that an owner asked for.' })
@Unique({
  name: 'company_change_pending_unique',
  expression: `create unique index "company_change_pending_unique" on "company_change" ("reseller_id") where "status" = 'PENDING'`,
})
@Index({ properties: ['id'] })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['status', 'createdAt', 'id'] })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Check({ name: 'company_change_closed_check', expression: `(status = 'PENDING') = (closed_at is null)` })
@Check({
  name: 'company_change_decided_check',
  expression: `(status in ('APPROVED', 'REJECTED')) = (decided_by is not null)`,
})
@Check({ name: 'company_change_message_check', expression: `status <> 'REJECTED' or message is not null` })
export class CompanyChange {
  [OptionalProps]?: 'status' | 'version' | 'createdAt' | 'updatedAt';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  @Field(() => CompanyDetails, { description: 'The data of the account when the change was requested.' })
  @Property({ type: 'json' })
  before!: CompanyDetails;

  @Field(() => CompanyDetails, { description: 'The data that the owner wants.' })
  @Property({ type: 'json' })
  after!: CompanyDetails;

  @Field(() => CompanyChangeStatus, { description: 'Status of the request.' })
  @Enum({ items: () => CompanyChangeStatus })
  status: CompanyChangeStatus = PENDING;

  @Field(() => String, {
    nullable: true,
    description: 'Message of our team about the decision. At most 5,000 characters, one or more lines.',
  })
  @Property({ type: 'string', length: 5000, nullable: true })
  message?: string | null;

  /** The owner. Exposed in GraphQL by name. */
  @Property({ type: 'uuid' })
  requestedBy!: string;

  /** The admin. Exposed in GraphQL by name, to admins only. */
  @Property({ type: 'uuid', nullable: true })
  decidedBy?: string | null;

  @Time('When it was approved, declined or withdrawn. Null until then.', { nullable: true })
  closedAt?: Date | null;

  @Version('Increases by one with every change.')
  version!: number;

  @Time('When the change was requested.')
  createdAt = currentTime();

  @UpdatedAt('When the request last changed.')
  updatedAt = currentTime();

  /** Throws CONFLICT (COMPANY_CHANGE_STATUS) if it is decided or withdrawn. */
  approve(by: string, message: string | null): void {
    this.close(APPROVED);
    this.decidedBy = by;
    this.message = message;
  }

  /** Throws CONFLICT (COMPANY_CHANGE_STATUS) if it is decided or withdrawn. */
  reject(by: string, message: string): void {
    this.close(REJECTED);
    this.decidedBy = by;
    this.message = message;
  }

  /** Throws CONFLICT (COMPANY_CHANGE_STATUS) if it is decided or withdrawn. */
  withdraw(): void {
    this.close(WITHDRAWN);
  }

  private close(status: CompanyChangeStatus): void {
    if (this.status !== PENDING) throw isClosed(this.status);
    this.status = status;
    this.closedAt = currentTime();
  }
}
