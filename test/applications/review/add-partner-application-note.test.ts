import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { givenApplication, stored } from '../../support/given/applications.ts';
import { auditOf } from '../../support/given/people.ts';

const api = useApi();

const add = (actor: Actor | undefined, variables: { id: string; note: string; authorName?: string | null }) =>
  api.ask<{ addPartnerApplicationNote: object }>(
    actor,
    `mutation Note($id: ID!, $note: String!, $authorName: String) {
      addPartnerApplicationNote(id: $id, note: $note, authorName: $authorName) { id authorName note createdAt }
    }`,
    variables,
  );

test.each([
  { authorName: undefined, by: 'Ada Admin' },
  { authorName: null, by: 'Ada Admin' },
  { authorName: ' Grace ', by: 'Grace' },
])('adds a note by $by', async ({ authorName, by }) => {
  const id = await givenApplication(api);

  const { data, errors } = await add(api.admin, {
    id,
    note: ' Called.\r\nAgain. ',
    ...(authorName === undefined ? {} : { authorName }),
  });

  expect(errors).toBeUndefined();
  expect(data?.addPartnerApplicationNote).toMatchObject({ authorName: by, note: 'Called.\nAgain.' });
  expect(
    await api.rows('select author_name, note from partner_application_note where application_id = $1', [id]),
  ).toEqual([{ author_name: by, note: 'Called.\nAgain.' }]);
  expect(await auditOf(api, id)).toMatchObject([
    { action: 'application.note_added', actor_email: 'admin@reachgenie.example', changes: null },
  ]);
});

test('names every invalid field, and stores nothing', async () => {
  const id = await givenApplication(api);
  const before = await stored(api, id);

  const { errors } = await add(api.admin, { id, note: '', authorName: 'x'.repeat(201) });

  expect(errors?.[0]?.extensions.fields?.map(({ path }) => path)).toEqual(['note', 'authorName']);
  expect(await stored(api, id)).toEqual(before);
});

test.each(['random', 'malformed'])('a %s application is not found', async (kind) => {
  const { errors } = await add(api.admin, { id: kind === 'random' ? uuid() : 'no-uuid', note: 'x' });

  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('refuses anonymous callers, and changes nothing', async () => {
  const id = await givenApplication(api);
  const before = await stored(api, id);

  const { errors } = await add(undefined, { id, note: 'x' });

  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(await stored(api, id)).toEqual(before);
});
