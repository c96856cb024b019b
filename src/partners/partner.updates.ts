import { Field, ObjectType } from 'type-graphql';
import { Update } from '../core/bulk/update.each.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';

@ObjectType({ simpleResolvers: true, description: 'Result for one of several partners.' })
export class PartnerUpdate extends Update {
  @Field(() => PartnerAccount, { nullable: true, description: 'The current partner. Null if the change failed.' })
  partner?: PartnerAccount;
}
