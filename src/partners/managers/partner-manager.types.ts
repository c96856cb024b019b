import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { changeArgs, Nested } from '../../core/graphql/shared.fields.ts';
import { Entries } from '../../core/graphql/field.rules.ts';
import { PartnerVersionInput } from '../partner-account.inputs.ts';

@ObjectType({ simpleResolvers: true, description: 'An admin that a partner can turn to.' })
export class PartnerManager {
  @Field(() => ID, { nullable: true, description: 'ID of the admin. Null for partners.' })
  id?: string | null;

  @Field(() => String, { description: 'Name of the admin.' })
  name!: string;

  @Field(() => String, { description: 'Email address of the admin.' })
  email!: string;
}

@ArgsType()
export class AssignPartnerManagerArgs extends changeArgs('ID of the partner.') {
  @Field(() => ID, {
    nullable: true,
    description: 'ID of an active admin (see `admins`). Null removes the partner manager, omitted keeps it.',
  })
  managerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'ID of an active admin (see `admins`). Null removes the technical account manager, omitted keeps it.',
  })
  technicalManagerId?: string | null;
}

@InputType({ description: 'The same managers for several partners.' })
export class AssignPartnerManagersInput {
  @Field(() => [PartnerVersionInput], { description: 'The partners, 1 to 100.' })
  @Entries(1, 100)
  partners!: PartnerVersionInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'ID of an active admin. Null removes the partner managers, omitted keeps them.',
  })
  managerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'ID of an active admin. Null removes the technical account managers, omitted keeps them.',
  })
  technicalManagerId?: string | null;
}

@ArgsType()
export class AssignPartnerManagersArgs {
  @Nested(() => AssignPartnerManagersInput, 'The partners and their managers.')
  input!: AssignPartnerManagersInput;
}
