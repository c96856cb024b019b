import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../../core/database/database.clock.ts';
import { Id, Time, Version } from '../../core/graphql/shared.fields.ts';
import { Audited } from '../../audit/audit.recorder.ts';
import { Named } from '../../audit/names/audit.names.ts';
import { MailboxOf, MailboxRank } from '../../core/text/mailbox.column.ts';
import { Language } from '../../core/text/language.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../../core/database/tenancy.ts';

export enum Role {
  ADMIN = 'ADMIN',
  PARTNER = 'PARTNER',
}
registerEnumType(Role, {
  name: 'Role',
  description: 'Whether a user is an admin or belongs to a partner.',
  valuesConfig: {
    ADMIN: { description: 'Belongs to the ReachGenie team.' },
    PARTNER: { description: 'Belongs to a partner.' },
  },
});

export enum AdminRole {
  REVIEW = 'REVIEW',
  PARTNERS = 'PARTNERS',
  FINANCE = 'FINANCE',
  ALL = 'ALL',
}
registerEnumType(AdminRole, {
  name: 'AdminRole',
  description: 'The areas that an admin can change. Every admin can read everything.',
  valuesConfig: {
    REVIEW: { description: 'Reviews applications.' },
    PARTNERS: { description: 'Manages partner accounts.' },
    FINANCE: { description: 'Manages money.' },
    ALL: { description: 'Full access, including the admins.' },
  },
});

export enum PartnerRole {
  OWNER = 'OWNER',
  BILLING = 'BILLING',
  MEMBER = 'MEMBER',
  READ_ONLY = 'READ_ONLY',
}
registerEnumType(PartnerRole, {
  name: 'PartnerRole',
  description: 'The role of a user in a partner account.',
  valuesConfig: {
    OWNER: { description: 'Full access, including the team.' },
    BILLING: { description: 'Manages money. Sees clients, but cannot change them.' },
    MEMBER: { description: 'Manages clients. No access to money or the team.' },
    READ_ONLY: { description: 'Sees clients and activity, but cannot change anything.' },
  },
});

export enum DateFormat {
  DAY_FIRST = 'DAY_FIRST',
  MONTH_FIRST = 'MONTH_FIRST',
  ISO = 'ISO',
}
registerEnumType(DateFormat, {
  name: 'DateFormat',
  description: 'The order of a date on the pages.',
  valuesConfig: {
    DAY_FIRST: { description: '30 Nov 2026, in German 30.11.2026.' },
    MONTH_FIRST: { description: 'Nov 30, 2026. German has no such order and shows 30.11.2026.' },
    ISO: { description: '2026-11-30.' },
  },
});

/** A user who can sign in. GraphQL shows it as the viewer, or as a member of the viewer's account. */
@Entity({ tableName: 'user_account', policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@Named({ name: 'name', searched: "search_text(name || ' ' || email)" })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({
  name: 'user_account_email_unique',
  expression: 'create unique index "user_account_email_unique" on "user_account" ("email") where is_active',
})
@Index({
  name: 'user_account_mailbox_unique',
  expression:
    'create unique index "user_account_mailbox_unique" on "user_account" (coalesce("mailbox", "email"), "mailbox_rank") where is_active',
})
@Index({
  name: 'user_account_name_index',
  expression: 'create index "user_account_name_index" on "user_account" ("name" collate "natural_order", "id")',
})
@Index({
  name: 'user_account_search_index',
  expression: `create index "user_account_search_index" on "user_account" using gin (search_text("name" || ' ' || "email") gin_trgm_ops)`,
})
@Check({
  expression: `(role = 'PARTNER') = (reseller_id is not null) and (role = 'PARTNER') = (partner_role is not null)
    and (role = 'ADMIN') = (admin_roles is not null) and coalesce(cardinality(admin_roles), 1) > 0`,
})
@ObjectType('Viewer', { simpleResolvers: true, description: 'The user who is signed in.' })
export class User {
  [OptionalProps]?: 'isActive' | 'mailboxRank' | 'version' | 'createdAt' | 'updatedAt';

  @Id('Never changes.')
  id = uuid();

  /** Unique among active users only: removal frees the address and its mailbox. */
  @Field(() => String, { description: 'The email address that the user signs in with, in lower case.' })
  @Property({ type: 'string', length: 254 })
  email!: string;

  @MailboxOf('email', { lazy: true })
  mailbox?: string | null;

  @MailboxRank({ lazy: true })
  mailboxRank!: number;

  @Field(() => String, { description: '1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  name!: string;

  @Field(() => Role, { description: 'Whether the user is an admin or belongs to a partner.' })
  @Enum({ items: () => Role })
  role!: Role;

  /** The tenant: a partner's account. Null for an admin. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => PartnerRole, {
    nullable: true,
    description: 'The user’s role in the partner account. Null for an admin.',
  })
  @Enum({ items: () => PartnerRole, nullable: true })
  partnerRole?: PartnerRole | null;

  @Field(() => [AdminRole], { nullable: true, description: 'The roles of an admin. Null for a partner’s user.' })
  @Enum({ items: () => AdminRole, array: true, nullable: true })
  adminRoles?: AdminRole[] | null;

  /** Argon2id as a PHC string; null until the invitation is accepted. */
  @Property({ type: 'string', length: 200, nullable: true, lazy: true, hidden: true })
  passwordHash?: string | null;

  @Property({ type: 'boolean' })
  isActive: boolean = true;

  /** When the invitation was accepted; null until then. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  joinedAt?: Date | null;

  @Time('When the second factor was added. Null if there is none.', { nullable: true })
  secondFactorAt?: Date | null;

  @Field(() => Language, {
    nullable: true,
    description: 'Language of pages and emails. Null until the user, or whoever invited the user, has chosen one.',
  })
  @Enum({ items: () => Language, nullable: true })
  language?: Language | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA name of the time zone of pages and emails, such as `Europe/Berlin`. Null until it is chosen.',
  })
  @Property({ type: 'string', length: 64, nullable: true })
  timeZone?: string | null;

  @Field(() => DateFormat, { nullable: true, description: 'Order of dates on the pages. Null: that of the language.' })
  @Enum({ items: () => DateFormat, nullable: true })
  dateFormat?: DateFormat | null;

  @Version('Increases by one with every change.')
  version!: number;

  @Property({ type: 'datetime', length: 3 })
  createdAt = currentTime();

  @Property({ type: 'datetime', length: 3, onUpdate: currentTime })
  updatedAt = currentTime();
}

/** Returns the roles of an admin, or the single role of a partner's user. */
export const rolesOf = ({ adminRoles, partnerRole }: User): (AdminRole | PartnerRole)[] =>
  adminRoles ?? (partnerRole ? [partnerRole] : []);
