import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { conflict } from '../core/context/domain.error.ts';
import { MailboxOf, MailboxRank } from '../core/text/mailbox.column.ts';
import { ApplicationStatus, CompanySize, OPEN, PartnershipType } from './application.enums.ts';

const { PENDING, REVIEWING, APPROVED, REJECTED } = ApplicationStatus;

/** What each status may become, the likeliest first. APPROVED is final. */
export const NEXT_STATUSES: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  PENDING: [REVIEWING, APPROVED, REJECTED],
  REVIEWING: [APPROVED, REJECTED, PENDING],
  APPROVED: [],
  REJECTED: [REVIEWING],
};

/** Whether one status follows on another, CONFLICT where that way does not exist. The same status again is no step: false. */
export function isStep(from: ApplicationStatus, to: ApplicationStatus): boolean {
  if (to === from) return false;
  if (!NEXT_STATUSES[from].includes(to)) {
    throw conflict('APPLICATION_STATUS', `An application that is ${from} cannot become ${to}.`);
  }
  return true;
}

const IS_OPEN = `status in ('PENDING', 'REVIEWING')`;

/** An admin's change would end the applicant's withdrawal, or contradict it. */
const isWithdrawn = () =>
  conflict(
    'WITHDRAWN',
    'The applicant has withdrawn this application. Reopen it for review if the applicant wants to go on.',
  );

export const cannotWithdraw = (status: ApplicationStatus) =>
  conflict('APPLICATION_STATUS', `An application that is ${status} cannot be withdrawn.`);

/** A company that wants to become a partner. What has no `@Field` never leaves. */
@Entity()
@Audited()
@ObjectType({ simpleResolvers: true, description: 'A company that wants to become a partner, and what was decided.' })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['updatedAt', 'id'] })
@Index({
  name: 'partner_application_company_name_index',
  expression: `create index "partner_application_company_name_index" on "partner_application" ("company_name" collate "natural_order", "id")`,
})
@Index({ properties: ['status', 'id'] })
@Index({ properties: ['status', 'createdAt', 'id'] })
@Index({ properties: ['partnershipType', 'id'] })
@Index({ properties: ['partnershipType', 'createdAt', 'id'] })
@Index({ properties: ['companySize', 'createdAt', 'id'] })
@Index({ properties: ['industry', 'createdAt', 'id'] })
@Index({
  name: 'partner_application_assigned_index',
  expression: `create index "partner_application_assigned_index" on "partner_application" ("assignee_id", "created_at", "id") where "assignee_id" is not null`,
})
@Index({
  name: 'partner_application_unassigned_index',
  expression: `create index "partner_application_unassigned_index" on "partner_application" ("created_at", "id") where "assignee_id" is null`,
})
@Index({
  name: 'partner_application_mailbox_index',
  expression: `create index "partner_application_mailbox_index" on "partner_application" (coalesce("contact_mailbox", "contact_email"), "created_at", "id")`,
})
@Index({
  name: 'partner_application_mail_domain_index',
  expression: `create index "partner_application_mail_domain_index" on "partner_application" (split_part(coalesce("contact_mailbox", "contact_email"), '@', 2), "created_at", "id")`,
})
@Index({
  name: 'partner_application_withdrawn_index',
  expression: `create index "partner_application_withdrawn_index" on "partner_application" ("created_at", "id") where "withdrawn_at" is not null`,
})
@Index({
  name: 'partner_application_withdrawn_at_index',
  expression: `create index "partner_application_withdrawn_at_index" on "partner_application" ("withdrawn_at") where "withdrawn_at" is not null`,
})
@Index({
  name: 'partner_application_company_key_index',
  expression: `create index "partner_application_company_key_index" on "partner_application" (company_key("company_name"), "created_at", "id")`,
})
@Index({
  name: 'partner_application_open_unique',
  expression: `create unique index "partner_application_open_unique" on "partner_application" ("contact_email", "partnership_type") where ${IS_OPEN}`,
})
@Index({
  name: 'partner_application_mailbox_unique',
  expression: `create unique index "partner_application_mailbox_unique" on "partner_application" (coalesce("contact_mailbox", "contact_email"), "partnership_type", "mailbox_rank") where ${IS_OPEN}`,
})
@Index({
  name: 'partner_application_search_index',
  expression:
    'create index "partner_application_search_index" on "partner_application" using gin ("search" gin_trgm_ops)',
})
export class PartnerApplication {
  [OptionalProps]?: 'status' | 'mailboxRank' | 'version' | 'createdAt' | 'updatedAt' | 'search';

  @Field(() => ID, { description: 'Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Field(() => String, { description: 'The company, as it calls itself. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  companyName!: string;

  @Field(() => String, { description: 'Whom to speak to there. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  contactName!: string;

  @Field(() => String, { description: 'Where mail about the application goes; in lower case, the domain in ASCII.' })
  @Property({ type: 'string', length: 254 })
  contactEmail!: string;

  @MailboxOf('contactEmail')
  contactMailbox?: string | null;

  @MailboxRank({ lazy: true })
  mailboxRank!: number;

  @Field(() => String, { nullable: true, description: 'Written as the applicant wrote it. At most 40 characters.' })
  @Property({ type: 'string', length: 40, nullable: true })
  contactPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An http or https address, such as `https://example.com`. At most 2,048 characters.',
  })
  @Property({ type: 'string', length: 2048, nullable: true })
  website?: string | null;

  @Field(() => PartnershipType, { description: 'What kind of partner the company wants to be.' })
  @Enum({ items: () => PartnershipType })
  partnershipType!: PartnershipType;

  @Field(() => CompanySize, { description: 'How many people work there.' })
  @Enum({ items: () => CompanySize })
  companySize!: CompanySize;

  @Field(() => String, { description: 'In the applicant’s own words. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  industry!: string;

  @Field(() => String, { nullable: true, description: 'What the company uses today. At most 5,000 characters.' })
  @Property({ type: 'string', length: 5000, nullable: true })
  currentSolutions?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom the company sells to. At most 5,000 characters.' })
  @Property({ type: 'string', length: 5000, nullable: true })
  targetMarket?: string | null;

  @Field(() => String, { description: 'Why the company wants to become a partner. 1 to 5,000 characters.' })
  @Property({ type: 'string', length: 5000 })
  motivation!: string;

  @Field(() => String, { nullable: true, description: 'Anything else. At most 5,000 characters.' })
  @Property({ type: 'string', length: 5000, nullable: true })
  additionalInformation?: string | null;

  @Field(() => ApplicationStatus, { description: 'Where the review stands. REJECTED with `withdrawnAt` is withdrawn.' })
  @Enum({ items: () => ApplicationStatus })
  status: ApplicationStatus = PENDING;

  @Field(() => Int, { description: 'Grows by one with every change; see expectedVersion.' })
  @Property({ type: 'integer', version: true })
  version!: number;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the decision that stands now was made. Null where there is none, as where the applicant withdrew.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  @Check({
    expression: `(decided_at is not null) = (status in ('APPROVED', 'REJECTED') and withdrawn_at is null)`,
  })
  decidedAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the applicant withdrew it. Null unless it is withdrawn now: then it is REJECTED, and nobody has declined it.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  @Check({ expression: `withdrawn_at is null or status = 'REJECTED'` })
  withdrawnAt?: Date | null;

  /** The admin who looks after it. To GraphQL it is the field `assignee`. */
  @Property({ type: 'uuid', nullable: true })
  assigneeId?: string | null;

  @Field(() => DateTime, { description: 'When the application was submitted.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt = new Date();

  @Field(() => DateTime, { description: 'When the application last changed.' })
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

  /**
   * Moves on to another status; CONFLICT, APPLICATION_STATUS, if there is no such step. The same status again changes nothing:
   * false. CONFLICT, WITHDRAWN, if the applicant has withdrawn it, unless the admin has said to reopen it for review.
   */
  moveTo(status: ApplicationStatus, { reopenWithdrawn }: { reopenWithdrawn: boolean }): boolean {
    if (this.withdrawnAt && !(reopenWithdrawn && status === REVIEWING)) throw isWithdrawn();
    if (!isStep(this.status, status)) return false;
    this.status = status;
    this.decidedAt = status === APPROVED || status === REJECTED ? new Date() : null;
    this.withdrawnAt = null;
    return true;
  }

  /** The applicant's own way out, and no decision: CONFLICT where it is decided, or was withdrawn before. Answers when. */
  withdraw(): Date {
    if (!OPEN.includes(this.status)) throw cannotWithdraw(this.status);
    this.status = REJECTED;
    return (this.withdrawnAt = new Date());
  }
}
