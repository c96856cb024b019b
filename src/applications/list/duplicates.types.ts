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
  description: 'A property that two applications share.',
  valuesConfig: {
    EMAIL: { description: "The contact's mailbox, in any spelling of the email address." },
    EMAIL_DOMAIN: {
      description: "The domain of the contact's email address, unless it belongs to a public email provider.",
    },
    COMPANY_NAME: { description: 'The company name, ignoring case, accents, punctuation and legal form.' },
  },
});

/** Its own type, because applications would nest duplicates without end. */
@ObjectType({ simpleResolvers: true, description: 'Another application that may come from the same company.' })
export class PossibleDuplicate {
  @Field(() => ID, { description: 'ID of the other application.' })
  id!: string;

  @Field(() => String, { description: 'Company name in that application.' })
  companyName!: string;

  @Field(() => String, { description: 'Name of its contact.' })
  contactName!: string;

  @Field(() => String, { description: 'Email address of its contact, in lowercase with an ASCII domain.' })
  contactEmail!: string;

  @Field(() => PartnershipType, { description: 'The partnership that it applies for.' })
  partnershipType!: PartnershipType;

  @Field(() => ApplicationStatus, { description: 'Status of its review. REJECTED with `withdrawnAt` means withdrawn.' })
  status!: ApplicationStatus;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was withdrawn. Null unless it is withdrawn now.',
  })
  withdrawnAt!: Date | null;

  @Field(() => DateTime, { description: 'When the application was submitted.' })
  createdAt!: Date;

  @Field(() => [DuplicateMatch], { description: 'Shared properties, at least one.' })
  matches!: DuplicateMatch[];
}
