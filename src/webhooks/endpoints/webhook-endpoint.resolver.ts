import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { Row } from '../../core/database/row.query.ts';
import { WebhookDelivery } from '../webhook-delivery.entity.ts';
import { WebhookEndpoint } from '../webhook-endpoint.entity.ts';
import { listEventTypes } from './event-type.service.ts';
import { EventType } from './event-type.types.ts';
import {
  CreateWebhookEndpointArgs,
  RotateWebhookSecretArgs,
  UpdateWebhookEndpointArgs,
} from './webhook-endpoint.inputs.ts';
import * as endpoints from './webhook-endpoint.service.ts';

@ObjectType({ simpleResolvers: true, description: 'A webhook endpoint, with its secret.' })
class CreatedWebhookEndpoint {
  @Field(() => WebhookEndpoint, { description: 'The endpoint, as in the list.' })
  endpoint!: WebhookEndpoint;

  @Field(() => String, {
    description:
      'The secret that signs requests to the endpoint, shown this once and not stored. Verify each request with it, by the rules of Standard Webhooks.',
  })
  secret!: string;
}

@Resolver()
export class WebhookEndpointResolver {
  @Query(() => [EventType], {
    description:
      'Returns the types of events that webhook endpoints of the caller’s account can get. Owners of partners; admins with PARTNERS or ALL.',
  })
  eventTypes(@Ctx() ctx: RequestContext): Promise<EventType[]> {
    return listEventTypes(ctx);
  }

  @Query(() => [WebhookEndpoint], {
    description:
      'Returns the webhook endpoints of the caller’s account, newest first, without archived ones. Admins share those of the platform. Owners of partners; admins with PARTNERS or ALL.',
  })
  webhookEndpoints(@Ctx() ctx: RequestContext): Promise<Row<WebhookEndpoint>[]> {
    return endpoints.listEndpoints(ctx);
  }

  @Mutation(() => CreatedWebhookEndpoint, {
    description:
      'Creates a webhook endpoint, which gets all events from then on. Errors: BAD_USER_INPUT for a URL that is not public, or an unknown type; CONFLICT (ENDPOINT_LIMIT) if there are 10. Owners of partners; admins with PARTNERS or ALL.',
  })
  createWebhookEndpoint(
    @Ctx() ctx: RequestContext,
    @Args(() => CreateWebhookEndpointArgs) args: CreateWebhookEndpointArgs,
  ): Promise<CreatedWebhookEndpoint> {
    return endpoints.createEndpoint(ctx, args);
  }

  @Mutation(() => WebhookEndpoint, {
    description:
      'Changes, enables or disables a webhook endpoint. Errors: BAD_USER_INPUT as for a new one; NOT_FOUND; CONFLICT (STALE_VERSION). Owners of partners; admins with PARTNERS or ALL.',
  })
  updateWebhookEndpoint(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateWebhookEndpointArgs) args: UpdateWebhookEndpointArgs,
  ): Promise<WebhookEndpoint> {
    return endpoints.updateEndpoint(ctx, args);
  }

  @Mutation(() => CreatedWebhookEndpoint, {
    description:
      'Gives a webhook endpoint a new secret. Until the overlap ends, each request has signatures by both. Errors: NOT_FOUND. Owners of partners; admins with PARTNERS or ALL.',
  })
  rotateWebhookSecret(
    @Ctx() ctx: RequestContext,
    @Args(() => RotateWebhookSecretArgs) args: RotateWebhookSecretArgs,
  ): Promise<CreatedWebhookEndpoint> {
    return endpoints.rotateSecret(ctx, args);
  }

  @Mutation(() => WebhookEndpoint, {
    description:
      'Ends a webhook endpoint permanently. Its open deliveries fail. Errors: NOT_FOUND. Owners of partners; admins with PARTNERS or ALL.',
  })
  archiveWebhookEndpoint(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the endpoint.' }) id: string,
  ): Promise<WebhookEndpoint> {
    return endpoints.archiveEndpoint(ctx, { id });
  }

  @Mutation(() => WebhookDelivery, {
    description:
      'Sends a test of the type `webhook.test` to a webhook endpoint, once. Errors: NOT_FOUND; CONFLICT (ENDPOINT_STATUS) if the endpoint is not enabled. Owners of partners; admins with PARTNERS or ALL.',
  })
  testWebhookEndpoint(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the endpoint.' }) id: string,
  ): Promise<WebhookDelivery> {
    return endpoints.testEndpoint(ctx, { id });
  }
}
