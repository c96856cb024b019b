import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin, givenMember, type Person } from '../support/given/people.ts';
import { changeView, createView, givenView, viewsOf } from '../support/given/workspaces.ts';

const api = useApi();
let reseller: Partner;
let member: Person;
let stranger: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
  member = await givenMember(api, reseller);
  stranger = await givenPartner(api);
});

test('lists own views in their order, then the shared ones of the same partner, with who saved them', async () => {
  const first = await givenView(api, member.actor, { name: 'First' });
  await givenView(api, member.actor, { name: 'Second' });
  await givenView(api, reseller.actor, { name: 'Of all', isShared: true });
  await givenView(api, reseller.actor, { name: 'Private' });
  await givenView(api, stranger.actor, { name: 'Elsewhere', isShared: true });
  await givenView(api, api.admin, { name: 'Of admins', isShared: true });
  await changeView(api, member.actor, { id: first.id, input: { position: 9 } });

  const views = await viewsOf(api, member.actor);

  expect(views?.map(({ name, isOwn, ownerName }) => ({ name, isOwn, ownerName }))).toEqual([
    { name: 'Second', isOwn: true, ownerName: 'Olive Owner' },
    { name: 'First', isOwn: true, ownerName: 'Olive Owner' },
    { name: 'Of all', isOwn: false, ownerName: 'Olive Owner' },
  ]);
});

test('admins share with admins only', async () => {
  const colleague = await givenAdmin(api);
  await givenView(api, colleague.actor, { list: 'PARTNERS', name: 'Gold', isShared: true });
  await givenView(api, colleague.actor, { list: 'PARTNERS', name: 'My partners' });
  await givenView(api, reseller.actor, { list: 'PARTNERS', name: 'Not for admins', isShared: true });

  expect((await viewsOf(api, api.admin, 'PARTNERS'))?.map(({ name }) => name)).toEqual(['Gold']);
});

test('lists only views of that list', async () => {
  await givenView(api, reseller.actor, { list: 'MEMBERS', name: 'Removed' });

  expect((await viewsOf(api, reseller.actor, 'MEMBERS'))?.map(({ name }) => name)).toEqual(['Removed']);
});

test.each([
  { given: { name: ' ' }, rule: 'LENGTH' },
  { given: { name: 'x'.repeat(61) }, rule: 'LENGTH' },
  { given: { search: 'status=ACTIVE' }, rule: 'JSON' },
  { given: { search: '["ACTIVE"]' }, rule: 'JSON' },
  { given: { search: 'null' }, rule: 'JSON' },
  { given: { search: `{"search":"${'x'.repeat(2_000)}"}` }, rule: 'LENGTH' },
])('refuses $rule: $given', async ({ given, rule }) => {
  const before = await stored();

  const { errors } = await createView(api, reseller.actor, given);

  expect(errors?.[0]?.extensions.fields).toMatchObject([{ rule }]);
  expect(await stored()).toEqual(before);
});

test('a user can have 50 views, and concurrent calls cannot pass that', async () => {
  const { actor } = await givenMember(api, reseller);
  for (let count = 0; count < 48; count++) await givenView(api, actor);

  const answers = await Promise.all([1, 2, 3, 4].map(() => createView(api, actor)));

  const reasons = answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.reason) ?? []);
  expect(reasons).toEqual(['TOO_MANY_SAVED_VIEWS', 'TOO_MANY_SAVED_VIEWS']);
  expect((await viewsOf(api, actor))?.filter(({ isOwn }) => isOwn)).toHaveLength(50);
});

const stored = () => api.rows('select * from saved_view order by id');
