import { agreementSamples } from './agreements.ts';
import { clientSamples } from './client.samples.ts';
import { companySamples } from './companies.ts';
import { exportSamples } from './exports.ts';
import { fileSamples } from './files.ts';
import { managerSamples } from './managers.ts';
import { notificationSamples } from './notifications.ts';
import { provisioningSamples } from './provisionings.ts';
import { onboardingSamples } from './onboarding.ts';
import type { Samples } from './samples.types.ts';
import { tierSamples } from './tiers.ts';
import { webhookSamples } from './webhooks.ts';
import { workspaceSamples } from './workspaces.ts';

/** Add a line for each feature with a tenant table. */
export const samples: readonly Samples[] = [
  tierSamples,
  clientSamples,
  companySamples,
  exportSamples,
  fileSamples,
  managerSamples,
  notificationSamples,
  webhookSamples,
  provisioningSamples,
  onboardingSamples,
  workspaceSamples,
  agreementSamples,
];
