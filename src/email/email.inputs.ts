import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../core/lists/page.types.ts';
import { EmailStatus } from './email-message.entity.ts';

@InputType({ description: 'Which mails a list shows.' })
export class EmailMessageFilter {
  @Field(() => [EmailStatus], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: EmailStatus[] | null;
}

@ArgsType()
export class EmailMessagesArgs extends PageArgs {
  @Field(() => EmailMessageFilter, { nullable: true, description: 'Which mails. All where left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: EmailMessageFilter | null;
}
