import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { PartnerRole } from './user.entity.ts';

@ObjectType({ simpleResolvers: true, description: 'Somebody of the team that runs the program.' })
export class Admin {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'What the admin signs in with; in lower case.' })
  email!: string;

  @Field(() => String, { description: 'How the admin wants to be called.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether the admin may sign in. Never again, once it is false.' })
  isActive!: boolean;

  @Field(() => DateTime, { description: 'When the admin was invited first.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the invitation was accepted. Null until then.' })
  joinedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the second factor was added. Null without one.' })
  secondFactorAt?: Date | null;

  @Field(() => Int, { description: 'Grows by one with every change; see expectedVersion.' })
  version!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who works for a partner.' })
export class Member {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'What the member signs in with; in lower case.' })
  email!: string;

  @Field(() => String, { description: 'How the member wants to be called.' })
  name!: string;

  @Field(() => PartnerRole, { description: 'What the member may do in the account.' })
  partnerRole?: PartnerRole | null;

  @Field(() => Boolean, { description: 'Whether the member belongs to the account. Never again, once it is false.' })
  isActive!: boolean;

  @Field(() => DateTime, { description: 'When the member was invited first.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the invitation was accepted. Null until then.' })
  joinedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the second factor was added. Null without one.' })
  secondFactorAt?: Date | null;

  @Field(() => Int, { description: 'Grows by one with every change; see expectedVersion.' })
  version!: number;
}
