import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Nested } from '../../core/graphql/shared.fields.ts';
import { Text } from '../../core/graphql/text.rules.ts';

@InputType({ description: 'The acceptance of a version of an agreement.' })
export class AcceptAgreementInput {
  @Field(() => ID, { description: 'ID of the version.' })
  versionId!: string;

  @Field(() => String, { description: 'SHA-256 of the PDF that you read, as in `AgreementVersion.sha256`.' })
  @Text(64)
  sha256!: string;

  @Field(() => String, { description: 'Your full name. 1 to 200 characters.' })
  @Text(200)
  name!: string;

  @Field(() => String, { description: 'Your job title. 1 to 200 characters.' })
  @Text(200)
  title!: string;
}

@ArgsType()
export class AcceptAgreementArgs {
  @Nested(() => AcceptAgreementInput, 'The version, and who accepts it.')
  input!: AcceptAgreementInput;
}

@ArgsType()
export class DownloadAgreementArgs {
  @Field(() => ID, { description: 'ID of the version.' })
  versionId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True for the copy with both signatures: see `AgreementVersion.isCountersigned`.',
  })
  isCountersigned!: boolean;
}
