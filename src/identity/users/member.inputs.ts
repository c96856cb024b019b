import { ArrayUnique } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { byRule, Entries } from '../../core/graphql/field.rules.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import { EmailAddress, Text } from '../../core/graphql/text.rules.ts';
import { AdminRole, PartnerRole } from './user.entity.ts';

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Active ones, or those who were removed. All where left out.' })
  isActive?: boolean | null;
}

@ArgsType()
class InviteArgs {
  @Field(() => String, { description: 'Where the invitation goes, and what to sign in with. At most 254 characters.' })
  @EmailAddress()
  email!: string;

  @Field(() => String, { description: 'What the mail says; whoever accepts may change it. 1 to 200 characters.' })
  @Text(200)
  name!: string;
}

@ArgsType()
export class InviteAdminArgs extends InviteArgs {
  @Field(() => [AdminRole], { defaultValue: [AdminRole.ALL], description: 'The roles of the admin. 1 to 4.' })
  @Entries(1, 4)
  @ArrayUnique(byRule('DUPLICATE', 'must not name anything twice'))
  roles!: AdminRole[];
}

@ArgsType()
export class InviteMemberArgs extends InviteArgs {
  @Field(() => PartnerRole, { defaultValue: PartnerRole.MEMBER, description: 'What the member may do.' })
  role!: PartnerRole;
}

/** The arguments of every change of a person. */
@ArgsType()
export class ChangePersonArgs {
  @Field(() => ID, { description: 'Which admin or member.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen: CONFLICT where somebody changed it since.',
  })
  expectedVersion?: number | null;
}

@ArgsType()
export class ChangeMemberRoleArgs extends ChangePersonArgs {
  @Field(() => PartnerRole, { description: 'What the member may do from now on.' })
  role!: PartnerRole;
}

@ArgsType()
export class ChangeAdminRolesArgs extends ChangePersonArgs {
  @Field(() => [AdminRole], { description: 'All roles of the admin from now on. 1 to 4.' })
  @Entries(1, 4)
  @ArrayUnique(byRule('DUPLICATE', 'must not name anything twice'))
  roles!: AdminRole[];
}
