import { ArrayUnique } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { changeArgs } from '../../core/graphql/shared.fields.ts';
import { byRule, Entries } from '../../core/graphql/field.rules.ts';
import { Language } from '../../core/text/language.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import { EmailAddress, Text } from '../../core/graphql/text.rules.ts';
import { AdminRole, PartnerRole } from './user.entity.ts';

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True returns active users, false returns removed ones. Returns all if omitted.',
  })
  isActive?: boolean | null;
}

@ArgsType()
export class PartnerMembersArgs extends PeopleArgs {
  @Field(() => ID, { description: 'ID of the partner.' })
  partnerId!: string;
}

@ArgsType()
class InviteArgs {
  @Field(() => String, { description: 'Address for the invitation and for signing in. At most 254 characters.' })
  @EmailAddress()
  email!: string;

  @Field(() => String, { description: 'Name in the invitation. The invited user can change it. 1 to 200 characters.' })
  @Text(200)
  name!: string;

  @Field(() => Language, {
    nullable: true,
    description: 'Language of the invitation. The invited user can change it. Default: the caller’s own.',
  })
  language?: Language | null;
}

@ArgsType()
export class InviteAdminArgs extends InviteArgs {
  @Field(() => [AdminRole], { defaultValue: [AdminRole.ALL], description: 'The roles of the admin. 1 to 4.' })
  @Entries(1, 4)
  @ArrayUnique(byRule('DUPLICATE', 'must not contain duplicates'))
  roles!: AdminRole[];
}

@ArgsType()
export class InviteMemberArgs extends InviteArgs {
  @Field(() => PartnerRole, { defaultValue: PartnerRole.MEMBER, description: 'The role of the member.' })
  role!: PartnerRole;
}

/** Arguments of every change to an admin or a member. */
@ArgsType()
export class ChangePersonArgs extends changeArgs('The admin or member.') {}

@ArgsType()
export class ChangeMemberRoleArgs extends ChangePersonArgs {
  @Field(() => PartnerRole, { description: 'The new role of the member.' })
  role!: PartnerRole;
}

@ArgsType()
export class ChangeAdminRolesArgs extends ChangePersonArgs {
  @Field(() => [AdminRole], { description: 'The new roles of the admin; they replace the earlier ones. 1 to 4.' })
  @Entries(1, 4)
  @ArrayUnique(byRule('DUPLICATE', 'must not contain duplicates'))
  roles!: AdminRole[];
}
