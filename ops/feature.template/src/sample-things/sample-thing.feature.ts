import type { Feature } from '../feature.ts';
import { sampleThingEmails } from './sample-thing.emails.tsx';
import { SampleThing } from './sample-thing.entity.ts';
import { SampleThingResolver } from './sample-thing.resolver.ts';
import { sampleThingRules } from './sample-thing.rules.ts';

const auditActions = {
  'sample_thing.created': 'A sample thing was created.',
  'sample_thing.approved': 'A sample thing was approved.',
} as const;

type SampleThingActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends SampleThingActions {}
}

/** The sample things of partners. */
export const sampleThings: Feature = {
  entities: [SampleThing],
  resolvers: [SampleThingResolver],
  rules: [sampleThingRules],
  auditActions,
  emails: sampleThingEmails,
};
