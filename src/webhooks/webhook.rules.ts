import { canManageWebhooks, isRecent, recentIf, type RootFieldRules } from '../core/graphql/permissions.ts';
import { inTurn } from '../core/limits/shield.ts';

/** People only. A stolen session cannot send the events of an account elsewhere. */
export const webhookRules: RootFieldRules = {
  Query: {
    eventTypes: canManageWebhooks,
    webhookEndpoints: canManageWebhooks,
    webhookDeliveries: canManageWebhooks,
    webhookDelivery: canManageWebhooks,
  },
  Mutation: {
    createWebhookEndpoint: inTurn(canManageWebhooks, isRecent),
    updateWebhookEndpoint: inTurn(
      canManageWebhooks,
      recentIf<{ input?: { url?: string | null } }>(({ input }) => input?.url != null),
    ),
    rotateWebhookSecret: inTurn(canManageWebhooks, isRecent),
    archiveWebhookEndpoint: canManageWebhooks,
    testWebhookEndpoint: canManageWebhooks,
    replayWebhookDelivery: canManageWebhooks,
    replayWebhookDeliveries: canManageWebhooks,
  },
};
