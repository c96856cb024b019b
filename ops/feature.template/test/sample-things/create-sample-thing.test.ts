import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { createSampleThing, storedSampleThings } from '../support/given/sample-things.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { actionsOn, givenMember } from '../support/given/people.ts';

const api = useApi();
let me: Partner;

beforeAll(async () => {
  me = await givenPartner(api);
});

test('creates a pending sample thing with its audit event', async () => {
  const { data, errors } = await createSampleThing(api, me.actor, { name: '  First  ' });

  expect(errors).toBeUndefined();
  expect(data?.createSampleThing).toMatchObject({ name: 'First', status: 'PENDING', version: 1 });
  const { id = '' } = data?.createSampleThing ?? {};
  expect(await actionsOn(api, id)).toEqual(['sample_thing.created']);
  expect(await api.rows('select reseller_id, created_by from sample_thing where id = $1', [id])).toEqual([
    { reseller_id: me.resellerId, created_by: me.ownerId },
  ]);
});

test.each(['', ' ', 'x'.repeat(201)])('refuses the name %j, and stores nothing', async (name) => {
  const before = await storedSampleThings(api);

  const { errors } = await createSampleThing(api, me.actor, { name });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.name' }] } }]);
  expect(await storedSampleThings(api)).toEqual(before);
});

test.each<{ caller: string; actor: () => Promise<Actor | undefined>; code: string }>([
  { caller: 'a visitor', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  {
    caller: 'a read-only user',
    actor: async () => (await givenMember(api, me, 'READ_ONLY')).actor,
    code: 'FORBIDDEN',
  },
  { caller: 'an admin', actor: async () => api.admin, code: 'FORBIDDEN' },
])('refuses $caller with $code, and stores nothing', async ({ actor, code }) => {
  const caller = await actor();
  const before = await storedSampleThings(api);

  const { errors } = await createSampleThing(api, caller, { name: 'First' });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await storedSampleThings(api)).toEqual(before);
});
