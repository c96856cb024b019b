import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { auditOf, givenAdmin } from '../support/given/people.ts';

const api = useApi();

interface Note {
  id: string;
  authorName: string;
  note: string;
  createdAt: string;
}

const LIST = `query ($partnerId: ID!) { partnerNotes(partnerId: $partnerId) { items { id authorName note createdAt } } }`;
const ADD = `mutation ($partnerId: ID!, $note: String!) {
  addPartnerNote(partnerId: $partnerId, note: $note) { id authorName note createdAt }
}`;

let partner: Partner;

const add = (actor: Actor, note: string, partnerId = partner.resellerId) =>
  api.ask<{ addPartnerNote: Note }>(actor, ADD, { partnerId, note });

const list = (actor: Actor, partnerId = partner.resellerId) =>
  api.ask<{ partnerNotes: { items: Note[] } }>(actor, LIST, { partnerId });

const stored = () => api.rows('select id from partner_note');

beforeAll(async () => {
  partner = await givenPartner(api);
});

test('an admin adds notes and reads them, newest first, of this partner only', async () => {
  const other = await givenPartner(api);
  await add(api.admin, 'About the other.', other.resellerId);

  const first = await add(api.admin, '  Wants Gold.\nIn January. ');
  const second = await add(api.admin, 'Called again.');

  const notes = [second.data?.addPartnerNote, first.data?.addPartnerNote];
  expect(notes[1]).toEqual({
    id: expect.any(String),
    authorName: expect.any(String),
    note: 'Wants Gold.\nIn January.',
    createdAt: expect.any(String),
  });
  expect((await list(api.admin)).data?.partnerNotes.items).toEqual(notes);
});

test('B3: the audit log tells admins of a note, without its text, and tells the partner nothing', async () => {
  await add(api.admin, 'A secret about them.');

  const events = (await auditOf(api, partner.resellerId)).filter(({ action }) => action === 'partner.note_added');
  const activity = 'query { auditEvents(limit: 100) { items { type changes } } }';
  const { data } = await api.ask<{ auditEvents: { items: { type: string }[] } }>(partner.actor, activity);

  expect(events.length).toBeGreaterThan(0);
  expect(JSON.stringify(events)).not.toContain('secret');
  expect(events.every(({ reseller_id: tenant }) => tenant === null)).toBe(true);
  expect(data?.auditEvents.items.map(({ type }) => type)).not.toContain('PARTNER_NOTE_ADDED');
});

test('partners can neither read nor add notes, not even on themselves', async () => {
  const before = await stored();

  expect((await list(partner.actor)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await add(partner.actor, 'Mine.')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await stored()).toEqual(before);
});

test('an admin without PARTNERS reads notes, and adds none', async () => {
  const { actor } = await givenAdmin(api, 'REVIEW');
  const before = await stored();

  expect((await list(actor)).errors).toBeUndefined();
  expect((await add(actor, 'Mine.')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await stored()).toEqual(before);
});

test.each([uuid(), 'no ID'])('a partner that does not exist has no notes, and gets none: %s', async (id) => {
  const before = await stored();

  expect((await list(api.admin, id)).data?.partnerNotes.items).toEqual([]);
  expect((await add(api.admin, 'To nobody.', id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(await stored()).toEqual(before);
});

test('refuses a blank note', async () => {
  const { errors } = await add(api.admin, ' \n ');

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'note' }] } }]);
});
