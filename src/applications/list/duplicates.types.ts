import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { ApplicationStatus, PartnershipType } from '../application.enums.ts';

export enum DuplicateMatch {
  EMAIL = 'EMAIL',
  EMAIL_DOMAIN = 'EMAIL_DOMAIN',
  COMPANY_NAME = 'COMPANY_NAME',
}
registerEnumType(DuplicateMatch, {
  name: 'DuplicateMatch',
  description: 'What two applications have in common.',
  valuesConfig: {
    EMAIL: { description: 'The contact’s mailbox, in whatever spelling of its e-mail address.' },
    EMAIL_DOMAIN: {
      description:
        'The domain of the contact’s e-mail address, unless it belongs to a mail provider that gives anyone an address.',
    },
    COMPANY_NAME: { description: 'The company’s name, apart from case, accents, punctuation and legal form.' },
  },
});

/** Not an application itself: from one to its duplicates, theirs and so on there would be no end. */
@ObjectType({ simpleResolvers: true, description: 'Another application that may come from the same people.' })
export class PossibleDuplicate {
  @Field(() => ID, { description: 'Of the other application.' })
  id!: string;

  @Field(() => String, { description: 'The company, as it calls itself there.' })
  companyName!: string;

  @Field(() => String, { description: 'Whom to speak to there.' })
  contactName!: string;

  @Field(() => String, { description: 'Where mail about it goes; in lower case, the domain in ASCII.' })
  contactEmail!: string;

  @Field(() => PartnershipType, { description: 'What kind of partner the company wants to be there.' })
  partnershipType!: PartnershipType;

  @Field(() => ApplicationStatus, { description: 'Where its review stands. REJECTED with `withdrawnAt` is withdrawn.' })
  status!: ApplicationStatus;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its applicant withdrew it. Null unless it is withdrawn now.',
  })
  withdrawnAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was submitted.' })
  createdAt!: Date;

  @Field(() => [DuplicateMatch], { description: 'What the two have in common: at least one.' })
  matches!: DuplicateMatch[];
}
