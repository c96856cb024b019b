import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A plan that a reseller sells, as its clients have it.' })
export class ClientPlan {
  @Field(() => String, { description: "The plan's name, as in `ClientAccount.subscriptionTier`." })
  name!: string;

  @Field(() => Int, { description: 'Clients with this plan. Canceled ones do not count.' })
  clients!: number;

  @Field(() => Boolean, { description: 'Whether the newest client that is not canceled has this plan.' })
  isLatest!: boolean;
}
