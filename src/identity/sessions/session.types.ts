import { ArgsType, Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { EmailAddress, Optional, Password, Text } from '../../core/graphql/text.rules.ts';
import { User } from '../users/user.entity.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What a sign-in gives. The refresh token that belongs to it travels in a cookie.',
})
export class Session {
  @Field(() => String, { description: 'To send as `Authorization: Bearer …`. Good for 15 minutes.' })
  accessToken!: string;

  @Field(() => DateTime, { description: 'When the access token ends; ask refreshSession for the next one before.' })
  expiresAt!: Date;

  @Field(() => User, { description: 'Who is signed in.' })
  viewer!: User;

  @Field(() => Boolean, {
    description:
      'Whether the account needs a second factor first: until then only startSecondFactor, confirmSecondFactor, confirmIdentity, accountSecurity, viewer and signOut are allowed.',
  })
  mustAddSecondFactor!: boolean;
}

/** For accounts with a second factor. */
const Code = (): PropertyDecorator => (target, property) => {
  const description =
    'Code of 6 digits from an authenticator app, or a recovery code; for accounts with a second factor.';
  Field(() => String, { nullable: true, description })(target, property);
  Optional(Text(40))(target, property);
};

@ArgsType()
export class SignInArgs {
  @Field(() => String, { description: 'The e-mail address of the account, in any spelling of its mailbox.' })
  @EmailAddress()
  email!: string;

  @Field(() => String, { description: 'At most 128 characters.' })
  @Password()
  password!: string;

  @Code()
  code?: string | null;
}

@ArgsType()
export class SignInWithLinkArgs {
  @Field(() => String, { description: 'The part of the link in the email after its #.' })
  @Text(200)
  token!: string;

  @Code()
  code?: string | null;
}

@ArgsType()
export class SignInWithIdentityArgs {
  @Field(() => String, { description: 'An ID token (OpenID Connect). At most 10,000 characters.' })
  @Text(10_000)
  token!: string;

  @Code()
  code?: string | null;
}
