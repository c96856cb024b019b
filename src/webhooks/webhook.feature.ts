import { boundedCount } from '../core/telemetry/figure.ts';
import type { Feature } from '../feature.ts';
import { WebhookDeliveryResolver } from './deliveries/webhook-delivery.resolver.ts';
import { WebhookTryResolver } from './deliveries/webhook-try.resolver.ts';
import { WebhookEndpointResolver } from './endpoints/webhook-endpoint.resolver.ts';
import { WebhookDelivery } from './webhook-delivery.entity.ts';
import { WebhookEndpoint } from './webhook-endpoint.entity.ts';
import { WebhookMessage } from './webhook-message.entity.ts';
import { webhookConsumer } from './webhook.consumer.ts';
import { webhookEmails } from './webhook.emails.tsx';
import { forgetOldMessages, holdOpenDeliveries } from './webhook.open.ts';
import { webhookRules } from './webhook.rules.ts';

const auditActions = {
  'webhook.endpoint_created': 'A webhook endpoint was created.',
  'webhook.endpoint_updated': 'A webhook endpoint was changed, enabled or disabled.',
  'webhook.endpoint_archived': 'A webhook endpoint was archived.',
  'webhook.endpoint_disabled': 'A failing webhook endpoint was disabled.',
  'webhook.endpoint_tested': 'A test was sent to a webhook endpoint.',
  'webhook.secret_rotated': 'The secret of a webhook endpoint was replaced.',
  'webhook.deliveries_replayed': 'Events were sent to a webhook endpoint again.',
} as const;

type WebhookActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends WebhookActions {}
}

/** Events by HTTP to addresses of partners and of the platform: decision 84. */
export const webhooks: Feature = {
  entities: [WebhookEndpoint, WebhookMessage, WebhookDelivery],
  resolvers: [WebhookEndpointResolver, WebhookDeliveryResolver, WebhookTryResolver],
  rules: [webhookRules],
  auditActions,
  emails: webhookEmails,
  consumers: [webhookConsumer],
  figures: [
    {
      name: 'reachgenie_webhook_deliveries_due',
      help: 'Webhook deliveries that are due and wait for a worker. At most 10,000.',
      query: `select null as label, ${boundedCount(`from webhook_delivery where status = 'PENDING' and next_try_at <= now()`)} as value`,
    },
  ],
  tidy: [forgetOldMessages],
  resume: holdOpenDeliveries,
  work: async (worker) => {
    const { WebhookSender } = await import('./sending/webhook.sender.ts');
    return new WebhookSender(worker).start();
  },
};
