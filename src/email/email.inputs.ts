import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { Entries } from '../core/graphql/field.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { EmailStatus } from './email-message.entity.ts';

@InputType({ description: 'Which mails a list shows.' })
export class EmailMessageFilter {
  @Field(() => [EmailStatus], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @Entries(0, 20)
  status?: EmailStatus[] | null;
}

@ArgsType()
export class EmailMessagesArgs extends PageArgs {
  @Field(() => EmailMessageFilter, { nullable: true, description: 'Which mails. All where left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: EmailMessageFilter | null;
}
