import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { ApplicationStatus, PartnershipType } from '../application.enums.ts';

@ObjectType({ simpleResolvers: true, description: 'A step of an application, as its applicant is told of it.' })
export class ApplicantStep {
  @Field(() => ApplicationStatus, {
    description: 'The status after it. REJECTED with `withdrawn` is a withdrawal, not a decision.',
  })
  status!: ApplicationStatus;

  @Field(() => Boolean, { description: 'True if the applicant withdrew the application with this step.' })
  withdrawn!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What the team told the applicant with it. At most 5,000 characters, in one or several lines.',
  })
  message!: string | null;

  @Field(() => DateTime, { description: 'When it was taken.' })
  changedAt!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'An application as whoever has its private link sees it: nothing of the team, nothing of other applications.',
})
export class ApplicantView {
  @Field(() => String, { description: 'The company, as it calls itself. 1 to 200 characters.' })
  companyName!: string;

  @Field(() => PartnershipType, { description: 'What kind of partner the company wants to be.' })
  partnershipType!: PartnershipType;

  @Field(() => ApplicationStatus, { description: 'Where it stands. REJECTED with `withdrawnAt` is withdrawn.' })
  status!: ApplicationStatus;

  @Field(() => DateTime, { description: 'When it was submitted.' })
  submittedAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the applicant withdrew it. Null unless it is withdrawn now.',
  })
  withdrawnAt!: string | null;

  @Field(() => [ApplicantStep], { description: 'What has happened since it was submitted, oldest first.' })
  history!: ApplicantStep[];
}
