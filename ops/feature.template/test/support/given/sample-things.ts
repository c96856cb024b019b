import type { Actor, Answer, Api } from '../api.ts';
import type { Samples } from './samples.types.ts';

export interface SampleThing {
  id: string;
  name: string;
  status: string;
  version: number;
  createdAt: string;
  updatedAt: string;
}

const FIELDS = 'id name status version createdAt updatedAt';

const CREATE = `mutation Create($input: CreateSampleThingInput!) { createSampleThing(input: $input) { ${FIELDS} } }`;

const APPROVE = `mutation Approve($id: ID!, $expectedVersion: Int) {
  approveSampleThing(id: $id, expectedVersion: $expectedVersion) { ${FIELDS} }
}`;

export const createSampleThing = (
  api: Api,
  actor: Actor | undefined,
  input: object,
): Promise<Answer<{ createSampleThing: SampleThing }>> => api.ask(actor, CREATE, { input });

export const approveSampleThing = (
  api: Api,
  actor: Actor | undefined,
  variables: { id: string; expectedVersion?: number },
): Promise<Answer<{ approveSampleThing: SampleThing }>> => api.ask(actor, APPROVE, variables);

/** Creates a sample thing for a test. */
export async function givenSampleThing(api: Api, actor: Actor, name = 'First'): Promise<SampleThing> {
  const { data, errors } = await createSampleThing(api, actor, { name });
  if (!data) throw new Error(`The sample thing could not be created: ${JSON.stringify(errors)}`);
  return data.createSampleThing;
}

/** All stored data of sample things, to prove that a refusal changed nothing. */
export const storedSampleThings = async (api: Api): Promise<unknown> => [
  await api.rows('select * from sample_thing order by id'),
  await api.rows(`select * from audit_event where target_type = 'SampleThing' order by id`),
  await api.rows(`select * from email_message where template like 'sample_thing.%' order by id`),
];

export const sampleThingSamples: Samples = {
  row: (api, { actor }) => givenSampleThing(api, actor),
  variables: {
    ApproveSampleThing: async (api, { actor }) => ({ id: (await givenSampleThing(api, actor)).id }),
  },
  changes: {
    approveSampleThing: { given: (api, { actor }) => givenSampleThing(api, actor), by: 'admin' },
  },
};
