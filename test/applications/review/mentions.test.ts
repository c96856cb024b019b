import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { toldTo } from '../../notifications/told.ts';
import { useApi, type Actor } from '../../support/api.ts';
import { givenApplication, stored } from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenAdmin } from '../../support/given/people.ts';
import { statementsOf } from '../../support/statements.ts';

const api = useApi();

const add = (id: string, mentionIds: string[] | null, actor: Actor = api.admin, note = '@Ann Admin, look at this.') =>
  api.ask(
    actor,
    `mutation ($id: ID!, $note: String!, $mentionIds: [ID!]) {
      addPartnerApplicationNote(id: $id, note: $note, mentionIds: $mentionIds) { id }
    }`,
    { id, note, mentionIds },
  );

const deactivate = (id: string) => api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id });

test('a note tells those whom it mentions, in one statement, but not its author', async () => {
  const id = await givenApplication(api, { companyName: 'Octavo Media' });
  const [author, one, two] = [await givenAdmin(api), await givenAdmin(api), await givenAdmin(api, 'REVIEW')];
  const note = 'Long. '.repeat(40);

  const sent = await statementsOf(() => add(id, [author.id, one.id, two.id, one.id], author.actor, note));

  for (const { actor } of [one, two]) {
    const told = (await toldTo(api, actor)).filter(({ kind }) => kind === 'MENTIONED');
    expect(told).toMatchObject([{ actorName: 'Olive Owner', subjectId: id, subjectName: 'Octavo Media' }]);
    expect(told[0]?.detail).toBe(note.slice(0, 200));
  }
  expect((await toldTo(api, author.actor)).filter(({ kind }) => kind === 'MENTIONED')).toEqual([]);
  expect(sent.filter((text) => text.includes('insert into notification'))).toHaveLength(1);
});

test.each([null, []])(
  'a note with the mentions %o tells nobody, and takes no further statement',
  async (mentionIds) => {
    const id = await givenApplication(api);

    const sent = await statementsOf(() => add(id, mentionIds));

    expect(sent.filter((text) => /notification|from "user_account"/.test(text))).toEqual([]);
  },
);

test.each([
  { who: 'an unknown admin', mention: async () => uuid() },
  { who: 'no ID', mention: async () => 'me' },
  { who: 'a partner', mention: async () => (await givenPartner(api)).ownerId },
  { who: 'an admin without the right', mention: async () => (await givenAdmin(api, 'FINANCE')).id },
  {
    who: 'a deactivated admin',
    mention: async () => {
      const { id } = await givenAdmin(api);
      await deactivate(id);
      return id;
    },
  },
])('cannot mention $who, and stores nothing', async ({ mention }) => {
  const id = await givenApplication(api);
  const mentionIds = [(await givenAdmin(api)).id, await mention()];
  const before = [await stored(api, id), await api.rows('select * from notification order by id')];

  const { errors } = await add(id, mentionIds);

  const fields = [{ path: 'mentionIds', rule: 'REVIEWERS' }];
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields } }]);
  expect([await stored(api, id), await api.rows('select * from notification order by id')]).toEqual(before);
});
