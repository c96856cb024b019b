import {
  canApproveSampleThings,
  canCreateSampleThings,
  canReadSampleThings,
  type RootFieldRules,
} from '../core/graphql/permissions.ts';

export const sampleThingRules: RootFieldRules = {
  Query: {
    sampleThings: canReadSampleThings,
  },
  Mutation: {
    createSampleThing: canCreateSampleThings,
    approveSampleThing: canApproveSampleThings,
  },
};
