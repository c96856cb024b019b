import { ArgsType, Field, InputType } from 'type-graphql';
import { ExpectedVersion, Nested } from '../../core/graphql/shared.fields.ts';
import { Optional, Text, TimeZoneName } from '../../core/graphql/text.rules.ts';
import { Language } from '../../core/text/language.ts';
import { DateFormat } from '../users/user.entity.ts';

@InputType({
  description:
    'Changes to the viewer’s settings. Omitted fields stay as they are. Null clears all but the name, which stays.',
})
export class UpdateViewerInput {
  @Field(() => String, { nullable: true, description: 'The user’s name. 1 to 200 characters.' })
  @Optional(Text(200))
  name?: string | null;

  @Field(() => Language, { nullable: true, description: 'Language of pages and emails.' })
  language?: Language | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA name of the time zone of pages and emails, such as `Europe/Berlin`. At most 64 characters.',
  })
  @Optional(TimeZoneName())
  timeZone?: string | null;

  @Field(() => DateFormat, { nullable: true, description: 'Order of dates on the pages. Null: that of the language.' })
  dateFormat?: DateFormat | null;
}

@ArgsType()
export class UpdateViewerArgs {
  @Nested(() => UpdateViewerInput, 'The changes.')
  input!: UpdateViewerInput;

  @ExpectedVersion()
  expectedVersion?: number | null;
}
