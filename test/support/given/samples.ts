import { clientSamples } from './client.samples.ts';
import { exportSamples } from './exports.ts';
import { notificationSamples } from './notifications.ts';
import { provisioningSamples } from './provisionings.ts';
import { onboardingSamples } from './onboarding.ts';
import type { Samples } from './samples.types.ts';
import { webhookSamples } from './webhooks.ts';
import { workspaceSamples } from './workspaces.ts';

/** Add a line for each feature with a tenant table. */
export const samples: readonly Samples[] = [
  clientSamples,
  exportSamples,
  notificationSamples,
  webhookSamples,
  provisioningSamples,
  onboardingSamples,
  workspaceSamples,
];
