import { Field, ObjectType } from 'type-graphql';
import { Update } from '../core/bulk/update.each.ts';
import { ClientAccount } from './client-account.entity.ts';

@ObjectType({ simpleResolvers: true, description: 'Result for one of several clients.' })
export class ClientUpdate extends Update {
  @Field(() => ClientAccount, { nullable: true, description: 'The current client. Null if the change failed.' })
  client?: ClientAccount;
}
