import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from '../identity/users/user.entity.ts';

@ObjectType({ simpleResolvers: true, description: 'An active user, found by name or email address.' })
export class FoundPerson {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'The email address that the user signs in with, in lower case.' })
  email!: string;

  @Field(() => Role, { description: 'Whether the user is an admin or belongs to a partner.' })
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'ID of the user’s partner. Null for an admin.' })
  partnerAccountId?: string | null;

  @Field(() => String, { nullable: true, description: 'Company name of the user’s partner. Null for an admin.' })
  companyName?: string | null;
}

@ObjectType({
  description:
    'What a search found: at most eight of each kind. Names that begin with the text come first. A kind that you cannot read is empty.',
})
export class SearchResults {
  text!: string;
}
