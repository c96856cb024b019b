import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { Row } from '../../core/database/row.query.ts';
import { loadList } from '../../core/lists/children.ts';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import { WebhookDelivery } from '../webhook-delivery.entity.ts';
import { sentenceOf } from '../webhook.failures.ts';
import { ReplayWebhookDeliveriesArgs, WebhookDeliveriesArgs } from './webhook-delivery.inputs.ts';
import * as deliveries from './webhook-delivery.service.ts';

const WebhookDeliveryPage = pageOf(WebhookDelivery);

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryResolver {
  @Query(() => WebhookDeliveryPage, {
    description:
      'Returns the deliveries of a webhook endpoint in the last 30 days, newest first. Empty if the caller’s account has no such endpoint. Owners of partners; admins with PARTNERS or ALL.',
  })
  webhookDeliveries(
    @Ctx() ctx: RequestContext,
    @Args(() => WebhookDeliveriesArgs) args: WebhookDeliveriesArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<WebhookDelivery>> {
    return deliveries.listDeliveries(ctx, { ...args, ...selected });
  }

  @Query(() => WebhookDelivery, {
    nullable: true,
    description:
      'Returns a delivery, or null if the caller’s account has no such delivery. Owners of partners; admins with PARTNERS or ALL.',
  })
  webhookDelivery(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the delivery.' }) id: string,
  ): Promise<Row<WebhookDelivery> | null> {
    return deliveries.getDelivery(ctx, { id });
  }

  @Mutation(() => WebhookDelivery, {
    description:
      'Sends the event of a delivery again, with the same `webhook-id`. Returns the new delivery. Errors: NOT_FOUND; CONFLICT (ENDPOINT_STATUS) if the endpoint is not enabled; CONFLICT (DELIVERY_STATUS) if the delivery is open, or was sent again already. Owners of partners; admins with PARTNERS or ALL.',
  })
  replayWebhookDelivery(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of a delivery that is DELIVERED or FAILED.' }) id: string,
  ): Promise<Row<WebhookDelivery>> {
    return deliveries.replayDelivery(ctx, { id });
  }

  @Mutation(() => Int, {
    description:
      'Sends the events of deliveries again, oldest first, and returns their number. At most 10,000: call it again for the rest. Leaves out open deliveries, those that were sent again already, and tests. Errors: BAD_USER_INPUT; NOT_FOUND; CONFLICT (ENDPOINT_STATUS) if the endpoint is not enabled. Owners of partners; admins with PARTNERS or ALL.',
  })
  replayWebhookDeliveries(
    @Ctx() ctx: RequestContext,
    @Args(() => ReplayWebhookDeliveriesArgs) args: ReplayWebhookDeliveriesArgs,
  ): Promise<number> {
    return deliveries.replayDeliveries(ctx, args);
  }

  @FieldResolver(() => String, { description: 'The body of the request, as JSON.' })
  async payload(@Root() { messageId }: WebhookDelivery, @Ctx() ctx: RequestContext): Promise<string> {
    const [payload = ''] = await loadList(ctx, deliveries.payloadsOf, messageId);
    return payload;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The delivery by which the event was sent again. Null if it was not.',
  })
  async replayedAs(@Root() { id }: WebhookDelivery, @Ctx() ctx: RequestContext): Promise<string | null> {
    const [replay = null] = await loadList(ctx, deliveries.replaysOf, id);
    return replay;
  }

  @FieldResolver(() => String, { nullable: true, description: '`failure` as an English text.' })
  error(@Root() { failure }: WebhookDelivery): string | null {
    return sentenceOf(failure);
  }
}
