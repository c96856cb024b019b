import { ArgsType, Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { EmailAddress, Optional, Password, Text } from '../../core/graphql/text.rules.ts';
import { User } from '../users/user.entity.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A session. Its refresh token is in a cookie.',
})
export class Session {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`. Valid for 15 minutes.' })
  accessToken!: string;

  @Field(() => DateTime, { description: 'When the access token expires. Call refreshSession before then.' })
  expiresAt!: Date;

  @Field(() => User, { description: 'The user who is signed in.' })
  viewer!: User;

  @Field(() => Boolean, {
    description:
      'Whether the account must add a second factor first. Until then it can only use startSecondFactor, confirmSecondFactor, confirmIdentity, accountSecurity, viewer and signOut.',
  })
  mustAddSecondFactor!: boolean;
}

/** For accounts with a second factor. */
const Code = (): PropertyDecorator => (target, property) => {
  const description =
    'A 6-digit code from an authenticator app, or a recovery code. For accounts with a second factor.';
  Field(() => String, { nullable: true, description })(target, property);
  Optional(Text(40))(target, property);
};

@ArgsType()
export class SignInArgs {
  @Field(() => String, { description: 'The email address of the account, in any spelling of its mailbox.' })
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
  @Field(() => String, { description: 'The part after # of the link in the email.' })
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
