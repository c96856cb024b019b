import { ArrayUnique, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { byRule, Entries } from '../../core/graphql/field.rules.ts';
import { Nested } from '../../core/graphql/shared.fields.ts';
import { FileValue, Optional, Text } from '../../core/graphql/text.rules.ts';

/** Characters of a value in a file. A longer one is no text of ours anyway. */
const LONGEST = 5_000;

const DESCRIBED = 'As in the file, at most 5,000 characters. The result tells problems.';

@InputType({
  description: 'A row of a file with clients. Its values are those of CreateClientAccountInput, unchecked.',
})
export class ImportedClientInput {
  @Field(() => String, {
    description: 'Identifies the row within the import, such as its line number. 1 to 40 characters.',
  })
  @Text(40)
  key!: string;

  @Field(() => String, { nullable: true, description: DESCRIBED })
  @Optional(FileValue(LONGEST))
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: DESCRIBED })
  @Optional(FileValue(LONGEST))
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: DESCRIBED })
  @Optional(FileValue(LONGEST))
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: `${DESCRIBED} Blank is none.` })
  @Optional(FileValue(LONGEST))
  contactPhone?: string | null;

  @Field(() => String, { nullable: true, description: DESCRIBED })
  @Optional(FileValue(LONGEST))
  subscriptionTier?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether you bill the client. Default: true.' })
  billingOwnedByReseller?: boolean | null;
}

@InputType({ description: 'Rows of a file with clients.' })
export class ImportClientAccountsInput {
  @Field(() => String, {
    description:
      'A key of your choice for the whole file, ideally a random UUID, 1 to 100 characters. Within 24 hours, a row of the same import creates no second client.',
  })
  @Text(100)
  importId!: string;

  @Field(() => [ImportedClientInput], { description: 'Rows, 1 to 100, each with its own key.' })
  @Entries(1, 100)
  @ArrayUnique(({ key }: ImportedClientInput) => key, byRule('DUPLICATE', 'must not contain a key twice'))
  @ValidateNested()
  rows!: ImportedClientInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether to check the rows only, and create nothing.' })
  isDryRun!: boolean;
}

@ArgsType()
export class ImportClientAccountsArgs {
  @Nested(() => ImportClientAccountsInput, 'The rows.')
  input!: ImportClientAccountsInput;
}
