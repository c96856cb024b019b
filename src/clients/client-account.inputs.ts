import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Entries } from '../core/graphql/field.rules.ts';
import { SortedPageArgs } from '../core/lists/page.types.ts';
import { EmailAddress, Optional, Text } from '../core/graphql/text.rules.ts';
import { SubscriptionStatus } from './client-account.entity.ts';

/** The values are the entity's properties. */
export enum ClientAccountSortField {
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
  COMPANY_NAME = 'companyName',
  SUBSCRIPTION_STATUS = 'subscriptionStatus',
}
registerEnumType(ClientAccountSortField, {
  name: 'ClientAccountSortField',
  description: 'What a list of clients can be ordered by.',
  valuesConfig: {
    CREATED_AT: { description: 'When the account was created.' },
    UPDATED_AT: { description: 'When it last changed.' },
    COMPANY_NAME: {
      description: 'The company, as people sort names: case and accents count last, and 9 comes before 10.',
    },
    SUBSCRIPTION_STATUS: { description: 'The status of the subscription, by its name.' },
  },
});

@InputType({ description: 'Which clients a list shows: those that meet everything that is given.' })
export class ClientAccountFilter {
  @Field(() => [SubscriptionStatus], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @Entries(0, 20)
  status?: SubscriptionStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Text in the company, contact name or e-mail address, anywhere. Case, accents and spacing do not count: muller finds Müller. 1 to 200 characters; no wildcards. A whole address finds its mailbox in any spelling.',
  })
  @Optional(Text(200))
  search?: string | null;
}

@ArgsType()
export class ClientAccountsArgs extends SortedPageArgs {
  @Field(() => ClientAccountFilter, { nullable: true, description: 'Which clients. All where left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: ClientAccountFilter | null;

  @Field(() => ClientAccountSortField, {
    defaultValue: ClientAccountSortField.CREATED_AT,
    description: 'What the list is ordered by; ties by id.',
  })
  sortBy!: ClientAccountSortField;
}

@InputType({
  description:
    'A new client. White space and invisible characters that mean nothing are removed from texts; text that shows nothing is refused, also if it is optional.',
})
export class CreateClientAccountInput {
  @Field(() => String, { description: 'The company, as it calls itself. 1 to 200 characters.' })
  @Text(200)
  companyName!: string;

  @Field(() => String, { description: 'Whom to speak to there. 1 to 200 characters.' })
  @Text(200)
  contactName!: string;

  @Field(() => String, {
    description:
      'One e-mail address, at most 254 characters, that no other client of yours has, but for canceled ones.',
  })
  @EmailAddress()
  contactEmail!: string;

  @Field(() => String, { nullable: true, description: 'In any form. At most 40 characters.' })
  @Optional(Text(40))
  contactPhone?: string | null;

  @Field(() => String, { description: 'What the client subscribes to, in your own words. 1 to 60 characters.' })
  @Text(60)
  subscriptionTier!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether you bill the client; otherwise we do.',
  })
  billingOwnedByReseller?: boolean | null;
}

@ArgsType()
export class CreateClientAccountArgs {
  @Field(() => CreateClientAccountInput, { description: 'The client.' })
  @ValidateNested()
  input!: CreateClientAccountInput;

  @Field(() => String, {
    nullable: true,
    description:
      'A key of your own for this client, best a random UUID: sent again within 24 hours with the same input, however it is written, it gets the same answer and does nothing twice. 1 to 200 characters.',
  })
  @Optional(Text(200))
  idempotencyKey?: string | null;
}

@InputType({
  description: 'What changes about a client. What is left out stays, and so does what is null, but for the phone.',
})
export class UpdateClientAccountInput {
  @Field(() => String, { nullable: true, description: 'The company, as it calls itself. 1 to 200 characters.' })
  @Optional(Text(200))
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to speak to there. 1 to 200 characters.' })
  @Optional(Text(200))
  contactName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'One e-mail address, at most 254 characters, that no other client of yours has, but for canceled ones.',
  })
  @Optional(EmailAddress())
  contactEmail?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In any form, at most 40 characters. Null: there is none any more.',
  })
  @Optional(Text(40))
  contactPhone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether you bill the client; otherwise we do.' })
  billingOwnedByReseller?: boolean | null;
}

/** The arguments of every change of a client. */
@ArgsType()
class ChangeClientArgs {
  @Field(() => ID, { description: 'Which client.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen: CONFLICT where somebody changed it since.',
  })
  expectedVersion?: number | null;
}

@ArgsType()
export class UpdateClientAccountArgs extends ChangeClientArgs {
  @Field(() => UpdateClientAccountInput, { description: 'What changes.' })
  @ValidateNested()
  input!: UpdateClientAccountInput;
}

@InputType({ description: 'What changes about a subscription. What is left out or null stays.' })
export class ClientSubscriptionInput {
  @Field(() => String, { nullable: true, description: 'What the client subscribes to. 1 to 60 characters.' })
  @Optional(Text(60))
  subscriptionTier?: string | null;

  @Field(() => SubscriptionStatus, {
    nullable: true,
    description: 'The status that it shall have. The same again changes nothing.',
  })
  subscriptionStatus?: SubscriptionStatus | null;
}

@ArgsType()
export class UpdateClientSubscriptionArgs extends ChangeClientArgs {
  @Field(() => ClientSubscriptionInput, { description: 'What changes.' })
  @ValidateNested()
  input!: ClientSubscriptionInput;
}
