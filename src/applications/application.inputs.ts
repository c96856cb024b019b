import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Entries } from '../core/graphql/field.rules.ts';
import { EmailAddress, LongText, Optional, Text, WebAddress } from '../core/graphql/text.rules.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from './application.enums.ts';

@InputType({
  description:
    'What an applicant tells. White space and invisible characters that mean nothing are removed from texts; text that shows nothing is refused, also if it is optional.',
})
export class SubmitPartnerApplicationInput {
  @Field(() => String, { description: 'The company, as it calls itself. 1 to 200 characters.' })
  @Text(200)
  companyName!: string;

  @Field(() => String, { description: 'Whom to speak to there. 1 to 200 characters.' })
  @Text(200)
  contactName!: string;

  @Field(() => String, {
    description: 'One e-mail address, at most 254 characters. Mail about the application goes there.',
  })
  @EmailAddress()
  contactEmail!: string;

  @Field(() => String, { nullable: true, description: 'In any form. At most 40 characters.' })
  @Optional(Text(40))
  contactPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'An http or https address as people write it: `Www.Example.com.` is stored as `https://www.example.com`. At most 2,048 characters.',
  })
  @Optional(WebAddress())
  website?: string | null;

  @Field(() => PartnershipType, { description: 'What kind of partner the company wants to be.' })
  partnershipType!: PartnershipType;

  @Field(() => CompanySize, { description: 'How many people work there.' })
  companySize!: CompanySize;

  @Field(() => String, { description: 'In your own words. 1 to 200 characters.' })
  @Text(200)
  industry!: string;

  @Field(() => String, { nullable: true, description: 'What the company uses today. At most 5,000 characters.' })
  @Optional(LongText(5000))
  currentSolutions?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom the company sells to. At most 5,000 characters.' })
  @Optional(LongText(5000))
  targetMarket?: string | null;

  @Field(() => String, { description: 'Why the company wants to become a partner. 1 to 5,000 characters.' })
  @LongText(5000)
  motivation!: string;

  @Field(() => String, { nullable: true, description: 'Anything else. At most 5,000 characters.' })
  @Optional(LongText(5000))
  additionalInformation?: string | null;
}

@ArgsType()
export class SubmitPartnerApplicationArgs {
  @Field(() => SubmitPartnerApplicationInput, { description: 'The application.' })
  @ValidateNested()
  input!: SubmitPartnerApplicationInput;

  @Field(() => String, {
    nullable: true,
    description:
      'A key of your own for this submission, best a random UUID: sent again within 24 hours with the same input, however it is written, it gets the same answer and does nothing twice. 1 to 200 characters.',
  })
  @Optional(Text(200))
  idempotencyKey?: string | null;
}

@ArgsType()
export class UpdateStatusArgs {
  @Field(() => ID, { description: 'Which application.' })
  id!: string;

  @Field(() => ApplicationStatus, { description: 'The status that it shall have. The same again changes nothing.' })
  status!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'What the applicant is told with it, by mail. 1 to 5,000 characters, in one or several lines.',
  })
  @Optional(LongText(5000))
  message?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen: CONFLICT where somebody changed it since.',
  })
  expectedVersion?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: also reopen the application if its applicant has withdrawn it. The history keeps the withdrawal. Otherwise a withdrawn application is a CONFLICT (WITHDRAWN).',
  })
  @IsOptional()
  reopenWithdrawn?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only with APPROVED: who is invited as the first user of a new account, in place of the contact. At most 254 characters.',
  })
  @Optional(EmailAddress())
  ownerEmail?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name that goes with ownerEmail. 1 to 200 characters.',
  })
  @Optional(Text(200))
  ownerName?: string | null;
}

@ArgsType()
export class AssignArgs {
  @Field(() => ID, { description: 'Which application.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'An active admin, see admins; null or left out: nobody.' })
  assigneeId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen: CONFLICT where somebody changed it since.',
  })
  expectedVersion?: number | null;
}

@ArgsType()
export class StatusEmailArgs {
  @Field(() => ID, { description: 'Which application.' })
  id!: string;

  @Field(() => ApplicationStatus, { description: 'The status that it would have.' })
  status!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'What the applicant would be told with it. 1 to 5,000 characters, in one or several lines.',
  })
  @Optional(LongText(5000))
  message?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the mail of an approval that invites somebody else as the first user (ownerEmail).',
  })
  @IsOptional()
  invitesOther?: boolean | null;
}

@InputType({ description: 'One application of several that are changed together.' })
export class ApplicationVersionInput {
  @Field(() => ID, { description: 'Which application.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen: CONFLICT where somebody changed it since.',
  })
  @IsOptional()
  expectedVersion?: number | null;
}

@InputType({ description: 'The same status for several applications.' })
export class UpdateStatusesInput {
  @Field(() => [ApplicationVersionInput], { description: 'Which applications: 1 to 100.' })
  @Entries(1, 100)
  applications!: ApplicationVersionInput[];

  @Field(() => ApplicationStatus, { description: 'The status that they shall have. The same again changes nothing.' })
  status!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'What each applicant is told with it, by mail. 1 to 5,000 characters, in one or several lines.',
  })
  @Optional(LongText(5000))
  message?: string | null;
}

@ArgsType()
export class UpdateStatusesArgs {
  @Field(() => UpdateStatusesInput, { description: 'Which applications, and what becomes of them.' })
  @ValidateNested()
  input!: UpdateStatusesInput;
}

@ArgsType()
export class AddNoteArgs {
  @Field(() => ID, { description: 'Which application.' })
  id!: string;

  @Field(() => String, { description: '1 to 5,000 characters, in one or several lines.' })
  @LongText(5000)
  note!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who wrote it, 1 to 200 characters: the signed-in admin where left out.',
  })
  @Optional(Text(200))
  authorName?: string | null;
}
