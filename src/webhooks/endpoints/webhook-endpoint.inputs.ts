import { ArrayUnique } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Between, byRule } from '../../core/graphql/field.rules.ts';
import { changeArgs, Nested } from '../../core/graphql/shared.fields.ts';
import { Optional, Text, Texts } from '../../core/graphql/text.rules.ts';

/** More than there will be types. */
const MOST_TYPES = 200;

function EventTypes(): PropertyDecorator {
  return (target, property) => {
    for (const rule of [Texts(MOST_TYPES, 60), ArrayUnique(byRule('DUPLICATE', 'must not contain duplicates'))])
      Optional(rule)(target, property);
  };
}

@InputType({ description: 'A new webhook endpoint.' })
export class CreateWebhookEndpointInput {
  @Field(() => String, {
    description:
      'The URL that gets the events: https on port 443, with a host name that has public addresses only. At most 2,048 characters.',
  })
  @Text(2048)
  url!: string;

  @Field(() => String, { nullable: true, description: 'The purpose of the endpoint. 1 to 200 characters.' })
  @Optional(Text(200))
  description?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Types of the events that it gets, as in `eventTypes`. All types, including later ones, if omitted or empty.',
  })
  @EventTypes()
  types?: string[] | null;
}

@ArgsType()
export class CreateWebhookEndpointArgs {
  @Nested(() => CreateWebhookEndpointInput, 'The new endpoint.')
  input!: CreateWebhookEndpointInput;
}

@InputType({
  description:
    'Changes to a webhook endpoint. Omitted or null fields stay as they are, except `description`: null removes it.',
})
export class UpdateWebhookEndpointInput {
  @Field(() => String, { nullable: true, description: 'The URL that gets the events, as for a new endpoint.' })
  @Optional(Text(2048))
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The purpose of the endpoint. 1 to 200 characters. Null removes it.',
  })
  @Optional(Text(200))
  description?: string | null;

  @Field(() => [String], { nullable: true, description: 'Types of the events that it gets. All types if empty.' })
  @EventTypes()
  types?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it gets events. If false, its open deliveries fail, and it gets no events until it is enabled again.',
  })
  isEnabled?: boolean | null;
}

@ArgsType()
export class UpdateWebhookEndpointArgs extends changeArgs('ID of the endpoint.') {
  @Nested(() => UpdateWebhookEndpointInput, 'The changes.')
  input!: UpdateWebhookEndpointInput;
}

@ArgsType()
export class RotateWebhookSecretArgs {
  @Field(() => ID, { description: 'ID of the endpoint.' })
  id!: string;

  @Field(() => Int, {
    defaultValue: 24,
    description: 'Hours in which the previous secret signs too: 0 to 168. The secret before it ends at once.',
  })
  @Between(0, 168)
  overlapHours!: number;
}
