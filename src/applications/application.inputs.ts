import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { changeArgs, ExpectedVersion, IdempotencyKey, Nested } from '../core/graphql/shared.fields.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { EmailAddress, LongText, Optional, Text, WebAddress } from '../core/graphql/text.rules.ts';
import { Language } from '../core/text/language.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from './application.enums.ts';

@InputType({
  description:
    'A new application. Removes meaningless white space and invisible characters from texts. Rejects blank texts, including optional ones.',
})
export class SubmitPartnerApplicationInput {
  @Field(() => String, { description: 'Company name. 1 to 200 characters.' })
  @Text(200)
  companyName!: string;

  @Field(() => String, { description: 'Name of the contact. 1 to 200 characters.' })
  @Text(200)
  contactName!: string;

  @Field(() => String, {
    description: 'Email address for messages about the application, at most 254 characters.',
  })
  @EmailAddress()
  contactEmail!: string;

  @Field(() => String, { nullable: true, description: 'Phone number in any format. At most 40 characters.' })
  @Optional(Text(40))
  contactPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'An http or https address in any common spelling: `Www.Example.com.` is stored as `https://www.example.com`. At most 2,048 characters.',
  })
  @Optional(WebAddress())
  website?: string | null;

  @Field(() => PartnershipType, { description: 'The partnership that the company applies for.' })
  partnershipType!: PartnershipType;

  @Field(() => CompanySize, { description: 'Number of employees.' })
  companySize!: CompanySize;

  @Field(() => String, { description: 'Industry, in your own words. 1 to 200 characters.' })
  @Text(200)
  industry!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Solutions that the company uses today. At most 5,000 characters.',
  })
  @Optional(LongText(5000))
  currentSolutions?: string | null;

  @Field(() => String, { nullable: true, description: 'Customers that the company serves. At most 5,000 characters.' })
  @Optional(LongText(5000))
  targetMarket?: string | null;

  @Field(() => String, { description: 'Why the company wants to become a partner. 1 to 5,000 characters.' })
  @LongText(5000)
  motivation!: string;

  @Field(() => String, { nullable: true, description: 'Additional information. At most 5,000 characters.' })
  @Optional(LongText(5000))
  additionalInformation?: string | null;

  @Field(() => Language, {
    nullable: true,
    description: 'Language of all emails about the application. Default: by the header `Accept-Language`, else EN.',
  })
  language?: Language | null;
}

@ArgsType()
export class SubmitPartnerApplicationArgs {
  @Nested(() => SubmitPartnerApplicationInput, 'The application.')
  input!: SubmitPartnerApplicationInput;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ArgsType()
export class UpdateStatusArgs extends changeArgs('ID of the application.') {
  @Field(() => ApplicationStatus, { description: 'The new status. The current status changes nothing.' })
  status!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Message to the applicant, included in the email. 1 to 5,000 characters, one or more lines.',
  })
  @Optional(LongText(5000))
  message?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True also reopens a withdrawn application. The history keeps the withdrawal. Otherwise, a withdrawn application fails with CONFLICT (WITHDRAWN).',
  })
  @IsOptional()
  reopenWithdrawn?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only with APPROVED: email address of the first user to invite instead of the contact. At most 254 characters.',
  })
  @Optional(EmailAddress())
  ownerEmail?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the first user at `ownerEmail`. 1 to 200 characters.',
  })
  @Optional(Text(200))
  ownerName?: string | null;
}

@ArgsType()
export class AssignArgs extends changeArgs('ID of the application.') {
  @Field(() => ID, {
    nullable: true,
    description: 'ID of an active admin (see `admins`). Null or omitted removes the assignee.',
  })
  assigneeId?: string | null;
}

@ArgsType()
export class StatusEmailArgs {
  @Field(() => ID, { description: 'ID of the application.' })
  id!: string;

  @Field(() => ApplicationStatus, { description: 'The new status to preview.' })
  status!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Message to the applicant. 1 to 5,000 characters, one or more lines.',
  })
  @Optional(LongText(5000))
  message?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True previews an approval that invites a different first user (`ownerEmail`).',
  })
  @IsOptional()
  invitesOther?: boolean | null;
}

@InputType({ description: 'One of several applications to change.' })
export class ApplicationVersionInput {
  @Field(() => ID, { description: 'ID of the application.' })
  id!: string;

  @ExpectedVersion()
  expectedVersion?: number | null;
}

@InputType({ description: 'One new status for several applications.' })
export class UpdateStatusesInput {
  @Field(() => [ApplicationVersionInput], { description: 'The applications to change, 1 to 100.' })
  @Entries(1, 100)
  applications!: ApplicationVersionInput[];

  @Field(() => ApplicationStatus, { description: 'The new status. Applications that already have it stay unchanged.' })
  status!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Message to each applicant, included in the email. 1 to 5,000 characters, one or more lines.',
  })
  @Optional(LongText(5000))
  message?: string | null;
}

@ArgsType()
export class UpdateStatusesArgs {
  @Nested(() => UpdateStatusesInput, 'The applications and their new status.')
  input!: UpdateStatusesInput;
}

@InputType({ description: 'One assignee for several applications.' })
export class AssignApplicationsInput {
  @Field(() => [ApplicationVersionInput], { description: 'The applications to assign, 1 to 100.' })
  @Entries(1, 100)
  applications!: ApplicationVersionInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'ID of an active admin (see `admins`). Null or omitted removes the assignees.',
  })
  assigneeId?: string | null;
}

@ArgsType()
export class AssignApplicationsArgs {
  @Nested(() => AssignApplicationsInput, 'The applications and their new assignee.')
  input!: AssignApplicationsInput;
}

@ArgsType()
export class AddNoteArgs {
  @Field(() => ID, { description: 'ID of the application.' })
  id!: string;

  @Field(() => String, { description: 'Text of the note. 1 to 5,000 characters, one or more lines.' })
  @LongText(5000)
  note!: string;

  @Field(() => String, {
    nullable: true,
    description: "Author's name, 1 to 200 characters. Default: the signed-in admin.",
  })
  @Optional(Text(200))
  authorName?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Active admins with REVIEW or ALL to notify of the note, at most 20.',
  })
  @IsOptional()
  @Entries(0, 20)
  mentionIds?: string[] | null;
}
