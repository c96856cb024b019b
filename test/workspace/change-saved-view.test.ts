import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin, givenMember } from '../support/given/people.ts';
import { changeView, givenView, viewsOf } from '../support/given/workspaces.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const stored = () => api.rows('select * from saved_view order by id');
const remove = (actor: Actor, id: string) => api.ask(actor, 'mutation ($id: ID!) { deleteSavedView(id: $id) }', { id });

test('renames, changes and shares a view, and keeps what is omitted', async () => {
  const { id } = await givenView(api, reseller.actor);
  const { actor } = await givenMember(api, reseller);
  expect(await viewsOf(api, actor)).toEqual([]);

  await changeView(api, reseller.actor, { id, input: { name: 'New', isShared: true } });
  const { data } = await changeView(api, reseller.actor, { id, input: { search: '{}' } });

  expect(data?.updateSavedView).toMatchObject({ id, name: 'New', search: '{}', isShared: true, isOwn: true });
  expect(await viewsOf(api, actor)).toMatchObject([{ id, name: 'New', search: '{}', isOwn: false }]);
});

test('deletes a view', async () => {
  const { actor } = await givenMember(api, reseller);
  const { id } = await givenView(api, actor, { list: 'AUDIT' });

  expect((await remove(actor, id)).data).toEqual({ deleteSavedView: true });
  expect(await viewsOf(api, actor, 'AUDIT')).toEqual([]);
  expect((await remove(actor, id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('nobody changes or deletes the view of someone else, even a shared one', async () => {
  const { id } = await givenView(api, reseller.actor, { isShared: true });
  const colleague = await givenMember(api, reseller, 'OWNER');
  const admin = await givenView(api, api.admin, { isShared: true });
  const before = await stored();

  for (const [actor, other] of [
    [colleague.actor, id],
    [api.admin, id],
    [(await givenAdmin(api)).actor, admin.id],
  ] as const) {
    const changed = await changeView(api, actor, { id: other, input: { name: 'Taken' } });
    expect(changed.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await remove(actor, other)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  }

  expect(await stored()).toEqual(before);
});
