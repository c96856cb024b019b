import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Filter, TimeBound } from '../core/graphql/shared.fields.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { Optional, Text } from '../core/graphql/text.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { EmailStatus } from './email-message.entity.ts';

@InputType({ description: 'Filters a list of emails.' })
export class EmailMessageFilter {
  @Field(() => [EmailStatus], { nullable: true, description: 'Emails with any of these statuses.' })
  @IsOptional()
  @Entries(0, 20)
  status?: EmailStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Finds text anywhere in the recipient's email address, in any case. 1 to 200 characters, no wildcards.",
  })
  @Optional(Text(200))
  search?: string | null;

  @TimeBound('Emails queued at or after this time.')
  createdFrom?: Date | null;

  @TimeBound('Emails queued before this time.')
  createdTo?: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'Number of emails by delivery status, except those that were sent.' })
export class EmailMessageCounts {
  @Field(() => Int, { description: 'Waiting for the first or next attempt.' })
  queued!: number;

  @Field(() => Int, { description: 'All attempts failed.' })
  failed!: number;

  @Field(() => Int, { description: 'Never sent, because this is a staging environment.' })
  heldBack!: number;
}

@ArgsType()
export class ResendEmailsArgs {
  @Field(() => [ID], { description: 'IDs of emails that are FAILED or HELD_BACK, 1 to 100.' })
  @Entries(1, 100)
  ids!: string[];
}

@ArgsType()
export class EmailMessagesArgs extends PageArgs {
  @Filter(() => EmailMessageFilter, 'Which emails to return. Default: all.')
  filter?: EmailMessageFilter | null;
}
