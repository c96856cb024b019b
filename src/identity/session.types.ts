import { ArgsType, Field, ObjectType } from 'type-graphql';
import { DateTime } from '../core/date-time.scalar.ts';
import { EmailAddress, Password, Text } from '../core/text.rules.ts';
import { User } from './user.entity.ts';

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
}

@ArgsType()
export class SignInArgs {
  @Field(() => String, { description: 'The e-mail address of the account, in any spelling of its mailbox.' })
  @EmailAddress()
  email!: string;

  @Field(() => String, { description: 'At most 128 characters.' })
  @Password()
  password!: string;
}

@ArgsType()
export class SignInWithIdentityArgs {
  @Field(() => String, { description: 'An ID token (OpenID Connect). At most 10,000 characters.' })
  @Text(10_000)
  token!: string;
}
