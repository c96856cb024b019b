import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { NewPassword, Optional, Password, Text } from '../../core/graphql/text.rules.ts';

const CODE = 'Code of 6 digits from an authenticator app, or a recovery code.';

@ObjectType({ simpleResolvers: true, description: 'How the caller’s account is protected.' })
export class AccountSecurity {
  @Field(() => DateTime, { nullable: true, description: 'When the second factor was added. Null without one.' })
  secondFactorAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the account must have a second factor.' })
  secondFactorRequired!: boolean;

  @Field(() => Int, { description: 'Recovery codes that were not used yet, up to 10.' })
  recoveryCodesLeft!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What an authenticator app needs. Shown once.' })
export class SecondFactorSetup {
  @Field(() => String, { description: 'Secret to type into the app, in Base32.' })
  secret!: string;

  @Field(() => String, { description: 'The same as an otpauth:// address, to show as a QR code.' })
  uri!: string;
}

@ArgsType()
export class ChangePasswordArgs {
  @Field(() => String, { description: 'At most 128 characters.' })
  @Password()
  currentPassword!: string;

  @Field(() => String, { description: '12 to 128 characters; not easily guessed.' })
  @NewPassword()
  newPassword!: string;
}

@ArgsType()
export class ConfirmIdentityArgs {
  @Field(() => String, { nullable: true, description: 'For accounts without a second factor. At most 128 characters.' })
  @Optional(Password())
  password?: string | null;

  @Field(() => String, { nullable: true, description: `For accounts with a second factor. ${CODE}` })
  @Optional(Text(40))
  code?: string | null;
}
