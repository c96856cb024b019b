import { sql } from 'kysely';
import { fromVisible } from '../core/database/tenancy.ts';
import { mayChangeClients } from '../core/graphql/permissions.ts';
import type { Feature } from '../feature.ts';
import { ClientAccount } from './client-account.entity.ts';
import { ClientAccountResolver } from './client-account.resolver.ts';
import { clientAccountRules } from './client-account.rules.ts';
import { clientEvents } from './client.events.ts';
import { clientMetrics } from './client.metrics.ts';
import { ClientImportResolver } from './import/client-import.resolver.ts';

const auditActions = {
  'client.created': 'A client was created.',
  'client.updated': 'A client was changed.',
  'client.subscription_changed': 'The subscription of a client was changed.',
} as const;

type ClientActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends ClientActions {}
}

/** The clients of resellers. */
export const clients: Feature = {
  entities: [ClientAccount],
  resolvers: [ClientAccountResolver, ClientImportResolver],
  rules: [clientAccountRules],
  auditActions,
  events: clientEvents,
  tierMetrics: clientMetrics,
  firstSteps: [
    {
      key: 'CLIENT',
      description: 'Add a client.',
      isFor: mayChangeClients,
      isDone: (reader) => sql`exists (select 1 ${fromVisible(reader, ClientAccount)})`,
    },
  ],
};
