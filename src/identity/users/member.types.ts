import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { PartnerRole } from './user.entity.ts';

/** The fields that admins and members share. */
function personType(kind: 'admin' | 'member', isActiveMeans: string) {
  @ObjectType()
  class Person {
    @Field(() => ID, { description: 'Never changes.' })
    id!: string;

    @Field(() => String, { description: `The email address that the ${kind} signs in with, in lower case.` })
    email!: string;

    @Field(() => String, { description: `The ${kind}’s name.` })
    name!: string;

    @Field(() => Boolean, { description: isActiveMeans })
    isActive!: boolean;

    @Field(() => DateTime, { description: `When the ${kind} was first invited.` })
    createdAt!: Date;

    @Field(() => DateTime, { nullable: true, description: 'When the invitation was accepted. Null until then.' })
    joinedAt?: Date | null;

    @Field(() => DateTime, { nullable: true, description: 'When the second factor was added. Null if there is none.' })
    secondFactorAt?: Date | null;

    @Field(() => Int, { description: 'Increases by one with every change; see expectedVersion.' })
    version!: number;
  }
  return Person;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A member of the ReachGenie team with access to the administration.',
})
export class Admin extends personType('admin', 'Whether the admin can sign in. Deactivation is permanent.') {}

@ObjectType({ simpleResolvers: true, description: 'A user of a partner account.' })
export class Member extends personType('member', 'Whether the member belongs to the account. Removal is permanent.') {
  @Field(() => PartnerRole, { description: 'The member’s role in the account.' })
  partnerRole?: PartnerRole | null;
}
