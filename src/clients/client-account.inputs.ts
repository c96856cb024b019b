import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  changeArgs,
  ExpectedVersion,
  Filter,
  IdempotencyKey,
  Nested,
  Search,
  SortBy,
  TimeBound,
} from '../core/graphql/shared.fields.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { SortedPageArgs, SortOrder } from '../core/lists/page.types.ts';
import { EmailAddress, Optional, Text } from '../core/graphql/text.rules.ts';
import { SubscriptionStatus } from './client-account.entity.ts';

/** The values are entity properties. */
export enum ClientAccountSortField {
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
  COMPANY_NAME = 'companyName',
  SUBSCRIPTION_STATUS = 'subscriptionStatus',
}
registerEnumType(ClientAccountSortField, {
  name: 'ClientAccountSortField',
  description: 'Sort field of a list of clients.',
  valuesConfig: {
    CREATED_AT: { description: 'By creation time.' },
    UPDATED_AT: { description: 'By time of the last change.' },
    COMPANY_NAME: {
      description: 'By company name, in natural order: case and accents matter least, and 9 comes before 10.',
    },
    SUBSCRIPTION_STATUS: { description: 'By subscription status, alphabetically.' },
  },
});

@InputType({ description: 'Filters a list of clients. All given conditions must match.' })
export class ClientAccountFilter {
  @Field(() => [SubscriptionStatus], { nullable: true, description: 'Clients with any of these statuses.' })
  @IsOptional()
  @Entries(0, 20)
  status?: SubscriptionStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for clients that you bill, false for those that ReachGenie bills. Default: both.',
  })
  @IsOptional()
  billingOwnedByReseller?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for clients with an overdue step of their onboarding that are not canceled, false for all others. Default: both.',
  })
  @IsOptional()
  onboardingOverdue?: boolean | null;

  @Search('company name, contact name or email address')
  search?: string | null;

  @TimeBound('Clients created at or after this time.')
  createdFrom?: Date | null;

  @TimeBound('Clients created before this time.')
  createdTo?: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'Number of clients by status of the subscription.' })
export class ClientAccountCounts {
  @Field(() => Int, { description: 'Clients that can use the product.' })
  active!: number;

  @Field(() => Int, { description: 'Clients that cannot use the product for now.' })
  suspended!: number;

  @Field(() => Int, { description: 'Clients whose subscription has ended.' })
  canceled!: number;
}

@ArgsType()
export class ClientAccountsArgs extends SortedPageArgs {
  @Filter(() => ClientAccountFilter, 'Which clients to return. Default: all.')
  filter?: ClientAccountFilter | null;

  @SortBy(() => ClientAccountSortField)
  sortBy!: ClientAccountSortField;
}

@ArgsType()
export class ClientNeighborsArgs {
  @Field(() => ID, { description: 'ID of the client. It need not match the filter.' })
  id!: string;

  @Filter(() => ClientAccountFilter, 'The clients of the list. Default: all.')
  filter?: ClientAccountFilter | null;

  @SortBy(() => ClientAccountSortField)
  sortBy!: ClientAccountSortField;

  @Field(() => SortOrder, { defaultValue: SortOrder.DESC, description: 'Sort direction.' })
  sortOrder!: SortOrder;
}

@ArgsType()
export class PartnerClientsArgs extends ClientAccountsArgs {
  @Field(() => ID, { description: 'ID of the partner.' })
  partnerId!: string;
}

@InputType({
  description:
    'A new client. Removes meaningless white space and invisible characters from texts. Rejects blank texts, including optional ones.',
})
export class CreateClientAccountInput {
  @Field(() => String, { description: 'Company name. 1 to 200 characters.' })
  @Text(200)
  companyName!: string;

  @Field(() => String, { description: 'Name of the contact. 1 to 200 characters.' })
  @Text(200)
  contactName!: string;

  @Field(() => String, {
    description:
      "The contact's email address, at most 254 characters. Must be unique among your clients that are not canceled.",
  })
  @EmailAddress()
  contactEmail!: string;

  @Field(() => String, {
    nullable: true,
    description: "The contact's phone number, in any format. At most 40 characters.",
  })
  @Optional(Text(40))
  contactPhone?: string | null;

  @Field(() => String, { description: "The client's plan, as you name it. 1 to 60 characters." })
  @Text(60)
  subscriptionTier!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether you bill the client. Otherwise ReachGenie does.',
  })
  billingOwnedByReseller?: boolean | null;
}

@ArgsType()
export class CreateClientAccountArgs {
  @Nested(() => CreateClientAccountInput, 'The new client.')
  input!: CreateClientAccountInput;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({
  description: 'Changes to a client. Omitted or null fields stay as they are, except `contactPhone`: null removes it.',
})
export class UpdateClientAccountInput {
  @Field(() => String, { nullable: true, description: 'Company name. 1 to 200 characters.' })
  @Optional(Text(200))
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the contact. 1 to 200 characters.' })
  @Optional(Text(200))
  contactName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The contact's email address, at most 254 characters. Must be unique among your clients that are not canceled.",
  })
  @Optional(EmailAddress())
  contactEmail?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The contact's phone number, in any format, at most 40 characters. Null removes it.",
  })
  @Optional(Text(40))
  contactPhone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether you bill the client. Otherwise ReachGenie does.' })
  billingOwnedByReseller?: boolean | null;
}

@ArgsType()
export class UpdateClientAccountArgs extends changeArgs('ID of the client.') {
  @Nested(() => UpdateClientAccountInput, 'The changes.')
  input!: UpdateClientAccountInput;
}

@InputType({ description: 'Changes to a subscription. Omitted or null fields stay as they are.' })
export class ClientSubscriptionInput {
  @Field(() => String, { nullable: true, description: "The client's plan. 1 to 60 characters." })
  @Optional(Text(60))
  subscriptionTier?: string | null;

  @Field(() => SubscriptionStatus, {
    nullable: true,
    description: 'The new status. The current status changes nothing.',
  })
  subscriptionStatus?: SubscriptionStatus | null;
}

@InputType({ description: 'One of several clients to change.' })
export class ClientVersionInput {
  @Field(() => ID, { description: 'ID of the client.' })
  id!: string;

  @ExpectedVersion()
  expectedVersion?: number | null;
}

@InputType({
  description: 'The same change to several subscriptions. Omitted or null fields stay as they are.',
})
export class ClientSubscriptionsInput extends ClientSubscriptionInput {
  @Field(() => [ClientVersionInput], { description: 'The clients to change, 1 to 100.' })
  @Entries(1, 100)
  clients!: ClientVersionInput[];
}

@ArgsType()
export class UpdateClientSubscriptionsArgs {
  @Nested(() => ClientSubscriptionsInput, 'The clients and the changes.')
  input!: ClientSubscriptionsInput;
}

@ArgsType()
export class UpdateClientSubscriptionArgs extends changeArgs('ID of the client.') {
  @Nested(() => ClientSubscriptionInput, 'The changes.')
  input!: ClientSubscriptionInput;
}
