import { ArgsType, Field, ID } from 'type-graphql';
import { PageArgs } from '../core/lists/page.types.ts';
import { LongText } from '../core/graphql/text.rules.ts';

@ArgsType()
export class AccessClientAccountArgs {
  @Field(() => ID, { description: 'Which client.' })
  id!: string;

  @Field(() => String, { description: 'What it is for; kept in the audit trail. 1 to 500 characters.' })
  @LongText(500)
  reason!: string;
}

@ArgsType()
export class ClientAccessSessionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those to this client.' })
  clientId?: string | null;
}
