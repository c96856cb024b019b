import { clientSamples } from './client.samples.ts';
import type { Samples } from './samples.types.ts';

/** Add a line for each feature with a tenant table. */
export const samples: readonly Samples[] = [clientSamples];
