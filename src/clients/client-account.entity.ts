import { Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
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
  description:
    'Whether a client may use the product. ACTIVE may become SUSPENDED or CANCELED; SUSPENDED may become ACTIVE or CANCELED; CANCELED is final.',
  valuesConfig: {
    ACTIVE: { description: 'In use.' },
    SUSPENDED: { description: 'Paused: the client cannot use it for now.' },
    CANCELED: { description: 'Ended, for good. The account is kept.' },
  },
});

const { ACTIVE, SUSPENDED, CANCELED } = SubscriptionStatus;

/** CANCELED is final. */
const NEXT: Record<SubscriptionStatus, readonly SubscriptionStatus[]> = {
  ACTIVE: [SUSPENDED, CANCELED],
  SUSPENDED: [ACTIVE, CANCELED],
  CANCELED: [],
};

/** A customer of a reseller. What has no `@Field` never leaves. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@ObjectType({ simpleResolvers: true, description: 'A customer of a reseller, who manages the account.' })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({ properties: ['resellerId', 'updatedAt', 'id'] })
@Index({
  name: 'client_account_company_name_index',
  expression: `create index "client_account_company_name_index" on "client_account" ("reseller_id", "company_name" collate "natural_order", "id")`,
})
@Index({ properties: ['resellerId', 'subscriptionStatus', 'id'] })
@Unique({ properties: ['resellerId', 'id'] })
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

  @Field(() => ID, { description: 'Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  /** The tenant; no relation, or the ORM would lock it together with the client. */
  @Property({ type: 'uuid' })
  resellerId!: string;

  @Field(() => String, { description: 'The company, as it calls itself. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  companyName!: string;

  @Field(() => String, { description: 'Whom to speak to there. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  contactName!: string;

  @Field(() => String, {
    description:
      'In lower case. No two clients of a reseller have the same mailbox, in whatever spelling, but for canceled ones.',
  })
  @Property({ type: 'string', length: 254 })
  contactEmail!: string;

  @MailboxOf('contactEmail')
  contactMailbox?: string | null;

  @MailboxRank()
  mailboxRank!: number;

  @Field(() => String, { nullable: true, description: 'In any form. At most 40 characters.' })
  @Property({ type: 'string', length: 40, nullable: true })
  contactPhone?: string | null;

  @Field(() => String, {
    description: 'What the client has subscribed to, in the reseller’s own words. 1 to 60 characters.',
  })
  @Property({ type: 'string', length: 60 })
  subscriptionTier!: string;

  @Field(() => SubscriptionStatus, { description: 'Whether the client may use the product.' })
  @Enum({ items: () => SubscriptionStatus })
  subscriptionStatus: SubscriptionStatus = ACTIVE;

  @Field(() => Boolean, { description: 'Whether the reseller bills the client; otherwise we do.' })
  @Property({ type: 'boolean' })
  billingOwnedByReseller!: boolean;

  @Field(() => Int, { description: 'Grows by one with every change; see expectedVersion.' })
  @Property({ type: 'integer', version: true })
  version!: number;

  @Field(() => DateTime, { description: 'When the account was created.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt = new Date();

  @Field(() => DateTime, { description: 'When the account last changed.' })
  @Property({ type: 'datetime', length: 3, onUpdate: () => new Date() })
  updatedAt = new Date();

  /** What a search looks into: see the migration 20261130-02-text-search. */
  @Property({
    type: 'text',
    lazy: true,
    hidden: true,
    generated: `(search_text(company_name || ' ' || contact_name || ' ' || contact_email)) stored`,
  })
  search?: string;

  /** Another address, whose mailbox must be free like that of a new client. The same again changes nothing. */
  moveToAddress(address: string): void {
    if (address === this.contactEmail) return;
    this.contactEmail = address;
    this.contactMailbox = mailboxBeside(address);
    this.mailboxRank = 0;
  }

  /** CONFLICT where that way does not exist: CANCELED is final, for the tier too. The same again changes nothing. */
  changeSubscription(status: SubscriptionStatus, tier: string): void {
    if (status === this.subscriptionStatus && tier === this.subscriptionTier) return;
    const mayBecome =
      this.subscriptionStatus === CANCELED ? [] : [this.subscriptionStatus, ...NEXT[this.subscriptionStatus]];
    if (!mayBecome.includes(status)) {
      throw conflict(
        'SUBSCRIPTION_STATUS',
        `A subscription that is ${this.subscriptionStatus} cannot be changed like this.`,
      );
    }
    this.subscriptionStatus = status;
    this.subscriptionTier = tier;
  }
}
