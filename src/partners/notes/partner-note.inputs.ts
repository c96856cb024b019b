import { ArgsType, Field, ID } from 'type-graphql';
import { LongText } from '../../core/graphql/text.rules.ts';
import { PageArgs } from '../../core/lists/page.types.ts';

@ArgsType()
export class PartnerNotesArgs extends PageArgs {
  @Field(() => ID, { description: 'ID of the partner.' })
  partnerId!: string;
}

@ArgsType()
export class AddPartnerNoteArgs {
  @Field(() => ID, { description: 'ID of the partner.' })
  partnerId!: string;

  @Field(() => String, { description: 'Text of the note. 1 to 5,000 characters, one or more lines.' })
  @LongText(5000)
  note!: string;
}
