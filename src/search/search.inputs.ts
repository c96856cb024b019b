import { ArgsType, Field } from 'type-graphql';
import { Text } from '../core/graphql/text.rules.ts';

@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    description:
      'Finds text anywhere in names and email addresses. Fewer than three letters or digits find only names that begin with the text. Ignores case, accents and spacing: muller finds Müller. 1 to 200 characters, no wildcards.',
  })
  @Text(200)
  text!: string;
}
