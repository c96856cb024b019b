import { IsOptional } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { Filter } from '../core/graphql/shared.fields.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { EmailStatus } from './email-message.entity.ts';

@InputType({ description: 'Filters a list of emails.' })
export class EmailMessageFilter {
  @Field(() => [EmailStatus], { nullable: true, description: 'Emails with any of these statuses.' })
  @IsOptional()
  @Entries(0, 20)
  status?: EmailStatus[] | null;
}

@ArgsType()
export class EmailMessagesArgs extends PageArgs {
  @Filter(() => EmailMessageFilter, 'Which emails to return. Default: all.')
  filter?: EmailMessageFilter | null;
}
