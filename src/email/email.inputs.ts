import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
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
  @Field(() => EmailMessageFilter, { nullable: true, description: 'Which emails to return. Default: all.' })
  @IsOptional()
  @ValidateNested()
  filter?: EmailMessageFilter | null;
}
