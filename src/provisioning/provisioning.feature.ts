import { sendingJobs } from '../core/jobs/job.queue.ts';
import { boundedCount } from '../core/telemetry/figure.ts';
import type { Feature, Served, ServedProcess, WorkerParts } from '../feature.ts';
import { callbackEndpoint } from './callback/callback.endpoint.ts';
import { ClientProvisioning } from './client-provisioning.entity.ts';
import { adoptNewClients, provisioningConsumer } from './provisioning.consumer.ts';
import { provisioningEmails } from './failure/provisioning.emails.tsx';
import { provisioningEvents } from './provisioning.events.ts';
import { ProvisionedClientResolver, ProvisioningResolver } from './provisioning.resolver.ts';
import { holdOpenProvisionings } from './provisioning.resume.ts';
import { provisioningRules } from './provisioning.rules.ts';
import { forgetOvertaken, readyClients } from './provisioning.service.ts';

const auditActions = {
  'client.provisioned': 'The product has a client as it is here.',
  'client.provisioning_failed': 'The product does not have a client as it is here, and no attempt follows.',
  'client.provisioning_retried': 'Someone sent a client to the product again.',
} as const;

type ProvisioningActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends ProvisioningActions {}
}

/** Sets up clients in the product. */
export const provisioning: Feature = {
  entities: [ClientProvisioning],
  resolvers: [ProvisionedClientResolver, ProvisioningResolver],
  rules: [provisioningRules],
  auditActions,
  emails: provisioningEmails,
  events: provisioningEvents,
  consumers: [provisioningConsumer],
  onboardingFacts: [
    {
      key: 'PROVISIONED',
      title: 'Set up in the product',
      description: 'The product has the client as it is here.',
      isKnown: ({ config }) => config.product !== undefined,
      read: readyClients,
    },
  ],
  figures: [
    {
      name: 'reachgenie_failed_provisionings',
      help: 'Clients that the product does not have as they are here, and that are not sent again. At most 10,000.',
      query: `select null as label, ${boundedCount(`from client_provisioning where status = 'FAILED'`)} as value`,
    },
  ],
  tidy: [adoptNewClients, forgetOvertaken],
  resume: holdOpenProvisionings,
  start: async ({ config, log }) => {
    if (!config.product) log.info('provisioning is off: PRODUCT_API_URL is not set');
  },
  work: startSending,
  serve: serveCallbacks,
};

async function startSending(worker: WorkerParts) {
  if (!worker.product) return undefined;
  const { ProvisioningSender } = await import('./sending/provisioning.sender.ts');
  return new ProvisioningSender(worker, worker.product).start();
}

function serveCallbacks({ config, orm }: ServedProcess): Served {
  const { product, email } = config;
  if (!product) return {};
  const noting = { orm, jobs: { sending: sendingJobs }, adminRecipients: email.adminRecipients };
  return { endpoints: (server) => callbackEndpoint(server, { ...noting, secrets: product.callbackSecrets }) };
}
