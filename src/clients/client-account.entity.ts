import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../core/database/database.clock.ts';
import { Id, TenantId, Time, UpdatedAt, Version } from '../core/graphql/shared.fields.ts';
import { SearchText } from '../core/lists/text.search.ts';
import { Audited } from '../audit/audit.recorder.ts';
import { Named } from '../audit/names/audit.names.ts';
import { conflict } from '../core/context/domain.error.ts';
import { mailboxBeside, MailboxOf, MailboxRank } from '../core/text/mailbox.column.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';

export enum SubscriptionStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  CANCELED = 'CANCELED',
}
registerEnumType(SubscriptionStatus, {
  name: 'SubscriptionStatus',
  description: 'Status of a subscription. ACTIVE and SUSPENDED can become each other or CANCELED. CANCELED is final.',
  valuesConfig: {
    ACTIVE: { description: 'The client can use the product.' },
    SUSPENDED: { description: 'The client cannot use the product for now.' },
    CANCELED: { description: 'Ended permanently. The account is kept.' },
  },
});

const { ACTIVE, SUSPENDED, CANCELED } = SubscriptionStatus;

const NEXT: Record<SubscriptionStatus, readonly SubscriptionStatus[]> = {
  ACTIVE: [SUSPENDED, CANCELED],
  SUSPENDED: [ACTIVE, CANCELED],
  CANCELED: [],
};

/** Properties without `@Field` are internal. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@Named({ name: 'companyName', searched: 'search' })
@ObjectType({ simpleResolvers: true, description: 'A client of a reseller, which manages the account.' })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({ properties: ['resellerId', 'updatedAt', 'id'] })
@Index({
  name: 'client_account_company_name_index',
  expression: `create index "client_account_company_name_index" on "client_account" ("reseller_id", "company_name" collate "natural_order", "id")`,
})
@Index({
  name: 'client_account_name_index',
  expression: `create index "client_account_name_index" on "client_account" ("company_name" collate "natural_order", "id")`,
})
@Index({ properties: ['resellerId', 'subscriptionStatus', 'id'] })
@Index({ properties: ['id'] })
@Index({
  name: 'client_account_search_index',
  expression: 'create index "client_account_search_index" on "client_account" using gin ("search" gin_trgm_ops)',
})
@Index({
  name: 'client_account_email_unique',
  expression: `create unique index "client_account_email_unique" on "client_account" ("reseller_id", "contact_email") where subscription_status <> 'CANCELED'`,
})
@Index({
  name: 'client_account_mailbox_unique',
  expression: `create unique index "client_account_mailbox_unique" on "client_account" ("reseller_id", coalesce("contact_mailbox", "contact_email"), "mailbox_rank") where subscription_status <> 'CANCELED'`,
})
export class ClientAccount {
  [OptionalProps]?: 'subscriptionStatus' | 'mailboxRank' | 'version' | 'createdAt' | 'updatedAt' | 'search';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  @Field(() => String, { description: 'Company name. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  companyName!: string;

  @Field(() => String, { description: 'Name of the contact. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  contactName!: string;

  @Field(() => String, {
    description:
      "The contact's email address, in lowercase. Unique per reseller among clients that are not canceled, in any spelling of the mailbox.",
  })
  @Property({ type: 'string', length: 254 })
  contactEmail!: string;

  @MailboxOf('contactEmail')
  contactMailbox?: string | null;

  @MailboxRank()
  mailboxRank!: number;

  @Field(() => String, {
    nullable: true,
    description: "The contact's phone number, in any format. At most 40 characters.",
  })
  @Property({ type: 'string', length: 40, nullable: true })
  contactPhone?: string | null;

  @Field(() => String, {
    description: "The client's plan, as the reseller names it. 1 to 60 characters.",
  })
  @Property({ type: 'string', length: 60 })
  subscriptionTier!: string;

  @Field(() => SubscriptionStatus, { description: 'Status of the subscription.' })
  @Enum({ items: () => SubscriptionStatus })
  subscriptionStatus: SubscriptionStatus = ACTIVE;

  @Field(() => Boolean, { description: 'Whether the reseller bills the client. Otherwise ReachGenie does.' })
  @Property({ type: 'boolean' })
  billingOwnedByReseller!: boolean;

  /** Makes the retention of a reseller exact. Hidden from the audit log, which has the status and its time. */
  @Property({ type: 'datetime', length: 3, nullable: true, hidden: true })
  canceledAt?: Date | null;

  @Version()
  version!: number;

  @Time('When the account was created.')
  createdAt = currentTime();

  @UpdatedAt('When the account last changed.')
  updatedAt = currentTime();

  @SearchText("company_name || ' ' || contact_name || ' ' || contact_email")
  search?: string;

  /** The new mailbox must be free, as for a new client. Does nothing if the address is unchanged. */
  moveToAddress(address: string): void {
    if (address === this.contactEmail) return;
    this.contactEmail = address;
    this.contactMailbox = mailboxBeside(address);
    this.mailboxRank = 0;
  }

  /**
   * Throws CONFLICT (SUBSCRIPTION_STATUS) if the status cannot follow. Once CANCELED, the tier is final too. Does
   * nothing if unchanged.
   */
  changeSubscription(status: SubscriptionStatus, tier: string): void {
    if (status === this.subscriptionStatus && tier === this.subscriptionTier) return;
    const mayBecome =
      this.subscriptionStatus === CANCELED ? [] : [this.subscriptionStatus, ...NEXT[this.subscriptionStatus]];
    if (!mayBecome.includes(status)) {
      throw conflict(
        'SUBSCRIPTION_STATUS',
        `A subscription that is ${this.subscriptionStatus} cannot be changed in this way.`,
      );
    }
    if (status === CANCELED) this.canceledAt = currentTime();
    this.subscriptionStatus = status;
    this.subscriptionTier = tier;
  }
}
