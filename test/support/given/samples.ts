import { clientSamples } from './client.samples.ts';
import type { Samples } from './samples.types.ts';

/** A new feature with a table of partners is a line here. */
export const samples: readonly Samples[] = [clientSamples];
