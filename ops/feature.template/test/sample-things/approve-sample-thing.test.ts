import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { approveSampleThing, givenSampleThing, storedSampleThings } from '../support/given/sample-things.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { actionsOn, givenMember } from '../support/given/people.ts';

const api = useApi();
let me: Partner;

beforeAll(async () => {
  me = await givenPartner(api);
});

test('an admin approves a sample thing, and its creator gets an email', async () => {
  const member = await givenMember(api, me);
  const { id } = await givenSampleThing(api, member.actor);

  const { data, errors } = await approveSampleThing(api, api.admin, { id, expectedVersion: 1 });

  expect(errors).toBeUndefined();
  expect(data?.approveSampleThing).toMatchObject({ id, status: 'APPROVED', version: 2 });
  expect(await actionsOn(api, id)).toEqual(['sample_thing.created', 'sample_thing.approved']);
  expect(await api.rows(`select recipient from email_message where template = 'sample_thing.approved'`)).toEqual([
    { recipient: member.email },
  ]);
});

test('an approved sample thing is a conflict, and nothing changes', async () => {
  const { id } = await givenSampleThing(api, me.actor);
  await approveSampleThing(api, api.admin, { id });
  const before = await storedSampleThings(api);

  const { errors } = await approveSampleThing(api, api.admin, { id });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'SAMPLE_THING_STATUS' } }]);
  expect(await storedSampleThings(api)).toEqual(before);
});

test('a stale version is a conflict, and nothing changes', async () => {
  const { id } = await givenSampleThing(api, me.actor);
  const before = await storedSampleThings(api);

  const { errors } = await approveSampleThing(api, api.admin, { id, expectedVersion: 7 });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', version: 1 } }]);
  expect(await storedSampleThings(api)).toEqual(before);
});

test.each([uuid(), 'no ID'])('the ID %s is not found, and nothing changes', async (id) => {
  const before = await storedSampleThings(api);

  const { errors } = await approveSampleThing(api, api.admin, { id });

  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(await storedSampleThings(api)).toEqual(before);
});

test('refuses its owner with FORBIDDEN, and changes nothing', async () => {
  const { id } = await givenSampleThing(api, me.actor);
  const before = await storedSampleThings(api);

  const { errors } = await approveSampleThing(api, me.actor, { id });

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await storedSampleThings(api)).toEqual(before);
});
