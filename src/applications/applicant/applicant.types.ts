import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { Language } from '../../core/text/language.ts';
import { ApplicationStatus, PartnershipType } from '../application.enums.ts';

@ObjectType({ simpleResolvers: true, description: 'A status change, as the applicant sees it.' })
export class ApplicantStep {
  @Field(() => ApplicationStatus, {
    description: 'The new status. REJECTED with `withdrawn` is a withdrawal, not a decision.',
  })
  status!: ApplicationStatus;

  @Field(() => Boolean, { description: 'True if the applicant withdrew the application.' })
  withdrawn!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Message from our team. At most 5,000 characters, one or more lines.',
  })
  message!: string | null;

  @Field(() => DateTime, { description: 'When the status changed.' })
  changedAt!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An application as its applicant sees it, without internal data.',
})
export class ApplicantView {
  @Field(() => String, { description: 'Company name. 1 to 200 characters.' })
  companyName!: string;

  @Field(() => PartnershipType, { description: 'The partnership that the company applies for.' })
  partnershipType!: PartnershipType;

  @Field(() => ApplicationStatus, {
    description: 'Status of the application. REJECTED with `withdrawnAt` means withdrawn.',
  })
  status!: ApplicationStatus;

  @Field(() => Language, { description: 'Language of the emails to the applicant.' })
  language!: Language;

  @Field(() => DateTime, { description: 'When the application was submitted.' })
  submittedAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the applicant withdrew the application. Null unless it is withdrawn now.',
  })
  withdrawnAt!: string | null;

  @Field(() => [ApplicantStep], { description: 'Status changes since the submission, oldest first.' })
  history!: ApplicantStep[];
}
