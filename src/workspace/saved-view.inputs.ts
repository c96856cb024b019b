import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Between } from '../core/graphql/field.rules.ts';
import { Nested } from '../core/graphql/shared.fields.ts';
import { JsonObject, Optional, Text } from '../core/graphql/text.rules.ts';
import { ListName } from './list.names.ts';

@InputType({ description: 'A new saved view.' })
export class CreateSavedViewInput {
  @Field(() => ListName, { description: 'The list that it is of.' })
  list!: ListName;

  @Field(() => String, { description: '1 to 60 characters.' })
  @Text(60)
  name!: string;

  @Field(() => String, {
    description: "The search part of the list's URL, as a JSON object. At most 2,000 characters.",
  })
  @JsonObject(2_000)
  search!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether all admins see it, or all users of your partner account.',
  })
  isShared!: boolean;
}

@ArgsType()
export class CreateSavedViewArgs {
  @Nested(() => CreateSavedViewInput, 'The new view.')
  input!: CreateSavedViewInput;
}

@InputType({ description: 'Changes to a saved view. Omitted or null fields stay as they are.' })
export class UpdateSavedViewInput {
  @Field(() => String, { nullable: true, description: '1 to 60 characters.' })
  @Optional(Text(60))
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The search part of the list's URL, as a JSON object. At most 2,000 characters.",
  })
  @Optional(JsonObject(2_000))
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether all admins see it, or all users of your partner account.',
  })
  isShared?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Place among your views, from 0 to 1,000.' })
  @IsOptional()
  @Between(0, 1_000)
  position?: number | null;
}

@ArgsType()
export class UpdateSavedViewArgs {
  @Field(() => ID, { description: 'ID of your view.' })
  id!: string;

  @Nested(() => UpdateSavedViewInput, 'The changes.')
  input!: UpdateSavedViewInput;
}
