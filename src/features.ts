import 'reflect-metadata';
import { access } from './access/access.feature.ts';
import { agreements } from './agreements/agreement.feature.ts';
import { applications } from './applications/application.feature.ts';
import { audit } from './audit/audit.feature.ts';
import { clients } from './clients/client.feature.ts';
import { company } from './company/company.feature.ts';
import { idempotency } from './core/idempotency/idempotency.feature.ts';
import { email } from './email/email.feature.ts';
import { listExports } from './exports/export.feature.ts';
import { registerEvents } from './events/event.catalogue.ts';
import { events } from './events/event.feature.ts';
import { files } from './files/file.feature.ts';
import { registerFileGates } from './files/file.gates.ts';
import type { Feature } from './feature.ts';
import { identity } from './identity/identity.feature.ts';
import { jobs } from './jobs/job.feature.ts';
import { live } from './live/live.feature.ts';
import { money } from './money/money.feature.ts';
import { notifications } from './notifications/notification.feature.ts';
import { onboarding } from './onboarding/onboarding.feature.ts';
import { partners } from './partners/partner.feature.ts';
import { provisioning } from './provisioning/provisioning.feature.ts';
import { rest } from './rest/rest.feature.ts';
import { search } from './search/search.feature.ts';
import { tiers } from './tiers/tier.feature.ts';
import { webhooks } from './webhooks/webhook.feature.ts';
import { workspace } from './workspace/workspace.feature.ts';

/** Add a new feature here. The schema, the worker, the HTTP server and their tests are built from this list. */
export const features: readonly Feature[] = [
  idempotency,
  jobs,
  audit,
  events,
  email,
  notifications,
  live,
  identity,
  partners,
  files,
  money,
  tiers,
  applications,
  company,
  agreements,
  clients,
  provisioning,
  access,
  onboarding,
  search,
  listExports,
  workspace,
  rest,
  webhooks,
];

/** Collects one kind of part from all features, in their order. */
export const allOf = <Item>(itemsOf: (feature: Feature) => readonly Item[] | undefined): Item[] =>
  features.flatMap((feature) => itemsOf(feature) ?? []);

registerEvents(allOf((feature) => feature.events));

for (const { fileGates = {} } of features) registerFileGates(fileGates);
