import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { PartnerRole } from './user.entity.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A member of the ReachGenie team with access to the administration.',
})
export class Admin {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'The email address that the admin signs in with, in lower case.' })
  email!: string;

  @Field(() => String, { description: 'The admin’s name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether the admin can sign in. Deactivation is permanent.' })
  isActive!: boolean;

  @Field(() => DateTime, { description: 'When the admin was first invited.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the invitation was accepted. Null until then.' })
  joinedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the second factor was added. Null if there is none.' })
  secondFactorAt?: Date | null;

  @Field(() => Int, { description: 'Increases by one with every change; see expectedVersion.' })
  version!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A user of a partner account.' })
export class Member {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'The email address that the member signs in with, in lower case.' })
  email!: string;

  @Field(() => String, { description: 'The member’s name.' })
  name!: string;

  @Field(() => PartnerRole, { description: 'The member’s role in the account.' })
  partnerRole?: PartnerRole | null;

  @Field(() => Boolean, { description: 'Whether the member belongs to the account. Removal is permanent.' })
  isActive!: boolean;

  @Field(() => DateTime, { description: 'When the member was first invited.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the invitation was accepted. Null until then.' })
  joinedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the second factor was added. Null if there is none.' })
  secondFactorAt?: Date | null;

  @Field(() => Int, { description: 'Increases by one with every change; see expectedVersion.' })
  version!: number;
}
