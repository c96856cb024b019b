import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Entries } from '../../core/graphql/field.rules.ts';
import { Filter, TimeBound } from '../../core/graphql/shared.fields.ts';
import { Optional, Texts } from '../../core/graphql/text.rules.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import { WebhookDeliveryStatus } from '../webhook-delivery.entity.ts';

@InputType({ description: 'Filters a list of webhook deliveries. All given conditions must match.' })
export class WebhookDeliveryFilter {
  @Field(() => [WebhookDeliveryStatus], { nullable: true, description: 'Deliveries with any of these statuses.' })
  @IsOptional()
  @Entries(0, 20)
  status?: WebhookDeliveryStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'Deliveries of events of any of these types. At most 20.' })
  @Optional(Texts(20, 60))
  types?: string[] | null;

  @TimeBound('Deliveries prepared at or after this time.')
  createdFrom?: Date | null;

  @TimeBound('Deliveries prepared before this time.')
  createdTo?: Date | null;
}

@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @Field(() => ID, { description: 'ID of the endpoint.' })
  endpointId!: string;

  @Filter(() => WebhookDeliveryFilter, 'Which deliveries to return. Default: all.')
  filter?: WebhookDeliveryFilter | null;
}

@ArgsType()
export class ReplayWebhookDeliveriesArgs {
  @Field(() => ID, { description: 'ID of the endpoint.' })
  endpointId!: string;

  @TimeBound('Deliveries prepared at or after this time. Default: all that are kept.')
  from?: Date | null;

  @TimeBound('Deliveries prepared before this time. Default: until now.')
  to?: Date | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether to leave out deliveries that succeeded.' })
  onlyFailed!: boolean;
}
