import { ArgsType, Field, ID } from 'type-graphql';
import { PageArgs } from '../core/lists/page.types.ts';
import { LongText } from '../core/graphql/text.rules.ts';

@ArgsType()
export class AccessClientAccountArgs {
  @Field(() => ID, { description: 'ID of the client.' })
  id!: string;

  @Field(() => String, { description: 'Reason for the access, recorded in the audit log. 1 to 500 characters.' })
  @LongText(500)
  reason!: string;
}

@ArgsType()
export class ClientAccessSessionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Access to this client only.' })
  clientId?: string | null;
}
