import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { NewPassword, Optional, Password, Text } from '../../core/graphql/text.rules.ts';

const CODE = 'A 6-digit code from an authenticator app, or a recovery code.';

@ObjectType({ simpleResolvers: true, description: 'How the caller’s account is protected.' })
export class AccountSecurity {
  @Field(() => DateTime, { nullable: true, description: 'When the second factor was added. Null if there is none.' })
  secondFactorAt!: Date | string | null;

  @Field(() => Boolean, { description: 'Whether the account must have a second factor.' })
  secondFactorRequired!: boolean;

  @Field(() => Int, { description: 'Number of unused recovery codes, up to 10.' })
  recoveryCodesLeft!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The setup data for an authenticator app. Shown once.' })
export class SecondFactorSetup {
  @Field(() => String, { description: 'The secret to enter in the app, in Base32.' })
  secret!: string;

  @Field(() => String, { description: 'The secret as an otpauth:// URI, to show as a QR code.' })
  uri!: string;
}

@ArgsType()
export class ChangePasswordArgs {
  @Field(() => String, { description: 'At most 128 characters.' })
  @Password()
  currentPassword!: string;

  @Field(() => String, { description: '12 to 128 characters. Must not be easy to guess.' })
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
