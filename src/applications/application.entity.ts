import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../core/database/database.clock.ts';
import { Id, Time, UpdatedAt, Version } from '../core/graphql/shared.fields.ts';
import { SearchText } from '../core/lists/text.search.ts';
import { Audited } from '../audit/audit.recorder.ts';
import { Named } from '../audit/names/audit.names.ts';
import { conflict } from '../core/context/domain.error.ts';
import { Language } from '../core/text/language.ts';
import { MailboxOf, MailboxRank } from '../core/text/mailbox.column.ts';
import { ApplicationStatus, CompanySize, OPEN, PartnershipType } from './application.enums.ts';

const { PENDING, REVIEWING, APPROVED, REJECTED } = ApplicationStatus;

/** The statuses that can follow each status, the likeliest first. APPROVED is final. */
export const NEXT_STATUSES: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  PENDING: [REVIEWING, APPROVED, REJECTED],
  REVIEWING: [APPROVED, REJECTED, PENDING],
  APPROVED: [],
  REJECTED: [REVIEWING],
};

/** Returns false if the status stays the same. Throws CONFLICT (APPLICATION_STATUS) if the step is not allowed. */
export function isStep(from: ApplicationStatus, to: ApplicationStatus): boolean {
  if (to === from) return false;
  if (!NEXT_STATUSES[from].includes(to)) {
    throw conflict('APPLICATION_STATUS', `An application that is ${from} cannot become ${to}.`);
  }
  return true;
}

const REQUIRED_ANSWERS = [
  'companyName',
  'contactName',
  'partnershipType',
  'companySize',
  'industry',
  'motivation',
] as const;
const OPTIONAL_ANSWERS = [
  'contactPhone',
  'website',
  'currentSolutions',
  'targetMarket',
  'additionalInformation',
] as const;

/** The answers of the applicant that an admin can correct. */
type Answers = {
  [Name in (typeof REQUIRED_ANSWERS)[number] | (typeof OPTIONAL_ANSWERS)[number]]?:
    PartnerApplication[Name] | null | undefined;
};

const IS_OPEN = `status in ('PENDING', 'REVIEWING')`;

/** Protects the applicant's withdrawal from an admin's change. */
const isWithdrawn = () =>
  conflict(
    'WITHDRAWN',
    'The applicant has withdrawn this application. Reopen it for review if the applicant wants to continue.',
  );

export const cannotWithdraw = (status: ApplicationStatus) =>
  conflict('APPLICATION_STATUS', `An application that is ${status} cannot be withdrawn.`);

/** Properties without `@Field` are internal. */
@Entity()
@Audited()
@Named({ name: 'companyName', person: 'contactName', searched: 'search' })
@ObjectType({ simpleResolvers: true, description: "A company's request to become a partner, with our decision." })
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
  name: 'partner_application_retention_index',
  expression: `create index "partner_application_retention_index" on "partner_application" (coalesce("withdrawn_at", "decided_at")) where "status" = 'REJECTED' and "erased_at" is null`,
})
@Index({
  name: 'partner_application_search_index',
  expression:
    'create index "partner_application_search_index" on "partner_application" using gin ("search" gin_trgm_ops)',
})
export class PartnerApplication {
  [OptionalProps]?: 'status' | 'language' | 'mailboxRank' | 'version' | 'createdAt' | 'updatedAt' | 'search';

  @Id()
  id = uuid();

  @Field(() => String, { description: 'Company name. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  companyName!: string;

  @Field(() => String, { description: 'Name of the contact. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  contactName!: string;

  @Field(() => String, {
    description: 'Email address for messages about the application, in lowercase with an ASCII domain.',
  })
  @Property({ type: 'string', length: 254 })
  contactEmail!: string;

  @MailboxOf('contactEmail')
  contactMailbox?: string | null;

  @MailboxRank({ lazy: true })
  mailboxRank!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Phone number as the applicant wrote it. At most 40 characters.',
  })
  @Property({ type: 'string', length: 40, nullable: true })
  contactPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An http or https address, such as `https://example.com`. At most 2,048 characters.',
  })
  @Property({ type: 'string', length: 2048, nullable: true })
  website?: string | null;

  @Field(() => PartnershipType, { description: 'The partnership that the company applies for.' })
  @Enum({ items: () => PartnershipType })
  partnershipType!: PartnershipType;

  @Field(() => CompanySize, { description: 'Number of employees.' })
  @Enum({ items: () => CompanySize })
  companySize!: CompanySize;

  @Field(() => String, { description: 'Industry, in the words of the applicant. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  industry!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Solutions that the company uses today. At most 5,000 characters.',
  })
  @Property({ type: 'string', length: 5000, nullable: true })
  currentSolutions?: string | null;

  @Field(() => String, { nullable: true, description: 'Customers that the company serves. At most 5,000 characters.' })
  @Property({ type: 'string', length: 5000, nullable: true })
  targetMarket?: string | null;

  @Field(() => String, { description: 'Why the company wants to become a partner. 1 to 5,000 characters.' })
  @Property({ type: 'string', length: 5000 })
  motivation!: string;

  @Field(() => String, { nullable: true, description: 'Additional information. At most 5,000 characters.' })
  @Property({ type: 'string', length: 5000, nullable: true })
  additionalInformation?: string | null;

  @Field(() => Language, { description: 'Language of the emails to the applicant.' })
  @Enum({ items: () => Language })
  language: Language = Language.EN;

  @Field(() => ApplicationStatus, { description: 'Status of the review. REJECTED with `withdrawnAt` means withdrawn.' })
  @Enum({ items: () => ApplicationStatus })
  status: ApplicationStatus = PENDING;

  @Version()
  version!: number;

  @Time('When the current decision was made. Null if there is none, including after a withdrawal.', { nullable: true })
  @Check({
    expression: `(decided_at is not null) = (status in ('APPROVED', 'REJECTED') and withdrawn_at is null)`,
  })
  decidedAt?: Date | null;

  @Time(
    'When the applicant withdrew the application. Null unless it is withdrawn now. A withdrawn application is REJECTED, but was not declined.',
    { nullable: true },
  )
  @Check({ expression: `withdrawn_at is null or status = 'REJECTED'` })
  withdrawnAt?: Date | null;

  /** When its personal data was erased: decision 65. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  erasedAt?: Date | null;

  /** Exposed in GraphQL as `assignee`. */
  @Property({ type: 'uuid', nullable: true })
  assigneeId?: string | null;

  @Time('When the application was submitted.')
  createdAt = currentTime();

  @UpdatedAt('When the application last changed.')
  updatedAt = currentTime();

  @SearchText("company_name || ' ' || contact_name || ' ' || contact_email")
  search?: string;

  /**
   * Changes the status. Returns false if it stays the same. Throws CONFLICT (APPLICATION_STATUS) if the step is not
   * allowed. Throws CONFLICT (WITHDRAWN) if the applicant has withdrawn, unless the admin reopens it for review.
   */
  moveTo(status: ApplicationStatus, { reopenWithdrawn }: { reopenWithdrawn: boolean }): boolean {
    if (this.withdrawnAt && !(reopenWithdrawn && status === REVIEWING)) throw isWithdrawn();
    if (!isStep(this.status, status)) return false;
    this.status = status;
    this.decidedAt = status === APPROVED || status === REJECTED ? currentTime() : null;
    this.withdrawnAt = null;
    return true;
  }

  /**
   * Changes answers. Undefined keeps a value, null removes an optional one. Throws CONFLICT (APPLICATION_STATUS, WITHDRAWN)
   * if the application is decided or withdrawn.
   */
  edit(answers: Answers): void {
    if (this.withdrawnAt) throw isWithdrawn();
    if (!OPEN.includes(this.status)) {
      throw conflict('APPLICATION_STATUS', `An application that is ${this.status} cannot be edited.`);
    }
    // The mailbox must be free for the new type, as for a new application.
    if (answers.partnershipType && answers.partnershipType !== this.partnershipType) this.mailboxRank = 0;
    for (const answer of REQUIRED_ANSWERS)
      Object.assign(this, answers[answer] != null && { [answer]: answers[answer] });
    for (const answer of OPTIONAL_ANSWERS)
      Object.assign(this, answers[answer] !== undefined && { [answer]: answers[answer] });
  }

  /**
   * Not a decision. Returns the time. Throws CONFLICT (APPLICATION_STATUS) if the application is decided or withdrawn.
   */
  withdraw(): Date {
    if (!OPEN.includes(this.status)) throw cannotWithdraw(this.status);
    this.status = REJECTED;
    return (this.withdrawnAt = currentTime());
  }
}
