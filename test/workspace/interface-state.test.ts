import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { setState } from '../support/given/workspaces.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const read = async (actor: Actor, keys = ['COLUMNS_CLIENTS', 'TOUR']) =>
  (await api.ask(actor, 'query ($keys: [InterfaceKey!]!) { interfaceState(keys: $keys) { key value } }', { keys }))
    .data?.['interfaceState'];

test('keeps the last state of each key, for its user only', async () => {
  const { actor } = await givenMember(api, reseller);
  await setState(api, actor, { key: 'TOUR', value: '{"step":1}' });
  await setState(api, actor, { key: 'TOUR', value: '{"step":2}' });
  await setState(api, actor, { key: 'COLUMNS_CLIENTS', value: '{"shown":["companyName"]}' });
  await setState(api, actor, { key: 'HINTS', value: '{}' });

  expect(await read(actor)).toEqual([
    { key: 'COLUMNS_CLIENTS', value: '{"shown":["companyName"]}' },
    { key: 'TOUR', value: '{"step":2}' },
  ]);
  expect(await read(reseller.actor)).toEqual([]);
  expect(await read(api.admin)).toEqual([]);
});

test.each([
  { given: { key: 'TOUR', value: 'true' }, rule: 'JSON' },
  { given: { key: 'TOUR', value: `{"a":"${'x'.repeat(4_000)}"}` }, rule: 'LENGTH' },
  { given: { key: 'ANYTHING', value: '{}' }, rule: 'TYPE' },
])('refuses $rule: $given.key', async ({ given, rule }) => {
  const before = await api.rows('select * from interface_state');

  const { errors } = await setState(api, reseller.actor, given);

  expect(errors?.[0]?.extensions.fields).toMatchObject([{ rule }]);
  expect(await api.rows('select * from interface_state')).toEqual(before);
});
