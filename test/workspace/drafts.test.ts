import { beforeAll, expect, test, vi } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { draftOf, givenView, saveDraft, setState } from '../support/given/workspaces.ts';

const api = useApi();
const KEY = 'note:01a1e9dd-b612-74f7-b5cf-ed74457a7661';
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

test('a draft follows its user, and nobody else sees it', async () => {
  const { actor } = await givenMember(api, reseller);
  await saveDraft(api, actor, { key: KEY, text: 'Called' });
  await saveDraft(api, actor, { key: KEY, text: 'Called them.\n\nThey  wait' });

  expect(await draftOf(api, actor, KEY)).toEqual({ text: 'Called them.\n\nThey  wait' });
  expect(await draftOf(api, actor, 'note:other')).toBeNull();
  expect(await draftOf(api, reseller.actor, KEY)).toBeNull();
  expect(await draftOf(api, api.admin, KEY)).toBeNull();
});

test('a sent draft is deleted, and only the own one', async () => {
  await saveDraft(api, reseller.actor, { key: KEY, text: 'Mine' });
  await saveDraft(api, api.admin, { key: KEY, text: 'Theirs' });
  const remove = () => api.ask(reseller.actor, 'mutation ($key: String!) { deleteDraft(key: $key) }', { key: KEY });

  expect((await remove()).data).toEqual({ deleteDraft: true });
  expect((await remove()).data).toEqual({ deleteDraft: true });

  expect(await draftOf(api, reseller.actor, KEY)).toBeNull();
  expect(await draftOf(api, api.admin, KEY)).toEqual({ text: 'Theirs' });
});

test.each([
  { key: KEY, text: '' },
  { key: KEY, text: 'x'.repeat(10_001) },
  { key: 'k'.repeat(201), text: 'x' },
])('refuses texts that are too short or too long', async (given) => {
  const before = await api.rows('select * from draft order by user_id, key');

  const { errors } = await saveDraft(api, reseller.actor, given);

  expect(errors?.[0]?.extensions.fields).toMatchObject([{ rule: 'LENGTH' }]);
  expect(await api.rows('select * from draft order by user_id, key')).toEqual(before);
});

test('the oldest of more than 100 drafts makes room', async () => {
  const { id, actor } = await givenMember(api, reseller);
  await api.rows(
    `insert into draft (user_id, key, reseller_id, text, updated_at)
     select $1, 'draft ' || each, $2, 'Old', now() - each * interval '1 hour' from generate_series(1, 100) each`,
    [id, reseller.resellerId],
  );

  await saveDraft(api, actor, { key: KEY, text: 'New' });

  expect(await draftOf(api, actor, 'draft 100')).toBeNull();
  expect(await draftOf(api, actor, 'draft 99')).toEqual({ text: 'Old' });
  expect(await draftOf(api, actor, KEY)).toEqual({ text: 'New' });
});

test('the worker deletes drafts after 30 days, and everything of removed users', async () => {
  const { id, actor } = await givenMember(api, reseller);
  const left = await givenMember(api, reseller);
  await saveDraft(api, actor, { key: 'new', text: 'New' });
  await saveDraft(api, actor, { key: 'old', text: 'Old' });
  await api.rows(`update draft set updated_at = now() - interval '31 days' where user_id = $1 and key = 'old'`, [id]);
  await saveDraft(api, left.actor, { key: 'new', text: 'New' });
  await givenView(api, left.actor, { isShared: true });
  await setState(api, left.actor, { key: 'TOUR', value: '{}' });
  await api.ask(reseller.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id: left.id });

  const worker = await api.startAnother({ WORKER: 'only' });

  try {
    await vi.waitFor(async () => expect(await draftOf(api, actor, 'old')).toBeNull(), 10_000);
    expect(await draftOf(api, actor, 'new')).toEqual({ text: 'New' });
    for (const table of ['draft', 'saved_view', 'interface_state']) {
      expect(await api.rows(`select 1 from ${table} where user_id = $1`, [left.id])).toEqual([]);
    }
  } finally {
    await worker.stop();
  }
});
