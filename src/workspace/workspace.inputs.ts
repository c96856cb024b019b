import { ArgsType, Field } from 'type-graphql';
import { Entries } from '../core/graphql/field.rules.ts';
import { JsonObject, LongText, Text } from '../core/graphql/text.rules.ts';
import { InterfaceKey } from './interface-state.entity.ts';

@ArgsType()
export class InterfaceStateArgs {
  @Field(() => [InterfaceKey], { description: 'The parts of the pages. 1 to 100.' })
  @Entries(1, 100)
  keys!: InterfaceKey[];
}

@ArgsType()
export class SetInterfaceStateArgs {
  @Field(() => InterfaceKey, { description: 'The part of the pages.' })
  key!: InterfaceKey;

  @Field(() => String, { description: 'A JSON object. At most 4,000 characters.' })
  @JsonObject(4_000)
  value!: string;
}

@ArgsType()
export class DraftArgs {
  @Field(() => String, { description: 'The form or note that it is for. 1 to 200 characters.' })
  @Text(200)
  key!: string;
}

@ArgsType()
export class SaveDraftArgs extends DraftArgs {
  @Field(() => String, { description: 'The text, or the fields of a form as JSON. 1 to 10,000 characters.' })
  @LongText(10_000)
  text!: string;
}
