import { MinDate } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { DateTime } from '../core/date-time.scalar.ts';
import { Optional, Text } from '../core/text.rules.ts';

@ArgsType()
export class CreateApiKeyArgs {
  @Field(() => String, { description: 'What it is for. 1 to 100 characters.' })
  @Text(100)
  name!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends; in the future. Null or left out: not of itself.',
  })
  @Optional(MinDate(() => new Date(), { message: 'must be in the future' }))
  expiresAt?: Date | null;
}
