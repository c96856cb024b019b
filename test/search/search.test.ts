import { beforeAll, describe, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember, inviteAdmin, inviteMember } from '../support/given/people.ts';
import { messagesOf } from '../support/statements.ts';

const api = useApi();
let reseller: Partner;
let stranger: Partner;

const SEARCH = `query Search($text: String!) {
  search(text: $text) {
    applications { id companyName }
    partners { id companyName }
    clients { id companyName }
    people { name role partnerAccountId companyName }
  }
}`;

interface Found {
  search: {
    applications: { companyName: string }[];
    partners: { companyName: string }[];
    clients: { companyName: string }[];
    people: { name: string; role: string; partnerAccountId: string | null; companyName: string | null }[];
  };
}

const ask = (text: string, actor: Actor = api.admin) => api.ask<Found>(actor, SEARCH, { text });

/** The names of each kind that was found. */
async function find(text: string, actor?: Actor) {
  const { data, errors } = await ask(text, actor);
  expect(errors).toBeUndefined();
  const { applications = [], partners = [], clients = [], people = [] } = data?.search ?? {};
  return {
    applications: applications.map(({ companyName }) => companyName),
    partners: partners.map(({ companyName }) => companyName),
    clients: clients.map(({ companyName }) => companyName),
    people: people.map(({ name }) => name),
  };
}

beforeAll(async () => {
  reseller = await givenPartner(api, { companyName: 'Zwölfer Handel' });
  stranger = await givenPartner(api, { companyName: 'Quartz' });
  await givenApplication(api, { companyName: 'Old Zwölfer' });
  for (const companyName of ['Zwölf Apostles', 'Der Zwölfer', 'Žwolfina']) {
    await givenClient(api, reseller.actor, { companyName });
  }
  await givenClient(api, stranger.actor, { companyName: 'Zwölf foreign clients' });
  await inviteMember(api, reseller.actor, { name: 'Zwölfine Muster' });
  await inviteMember(api, stranger.actor, { name: 'Another Zwölfine' });
  await inviteAdmin(api, api.admin, { name: 'Anton Zwölf' });
});

test('admins find applications, partners and people, those whose names begin with the text first', async () => {
  expect(await find('ZWÖLF')).toEqual({
    applications: ['Zwölfer Handel', 'Old Zwölfer'],
    partners: ['Zwölfer Handel'],
    clients: [],
    people: ['Zwölfine Muster', 'Another Zwölfine', 'Anton Zwölf'],
  });
});

test('a person has the partner to open', async () => {
  const { data } = await ask('zwölfine');

  expect(data?.search.people).toEqual([
    {
      name: 'Zwölfine Muster',
      role: 'PARTNER',
      partnerAccountId: reseller.resellerId,
      companyName: 'Zwölfer Handel',
    },
    { name: 'Another Zwölfine', role: 'PARTNER', partnerAccountId: stranger.resellerId, companyName: 'Quartz' },
  ]);
});

test('owners find only their own clients and members', async () => {
  expect(await find('zwölf', reseller.actor)).toEqual({
    applications: [],
    partners: [],
    clients: ['Zwölf Apostles', 'Žwolfina', 'Der Zwölfer'],
    people: ['Zwölfine Muster'],
  });
});

test('members find clients, and no people', async () => {
  const { actor } = await givenMember(api, reseller);

  expect(await find('Muster', actor)).toMatchObject({ people: [] });
  expect(await find('Apostles', actor)).toMatchObject({ clients: ['Zwölf Apostles'] });
});

test('partners that are no resellers find only their members', async () => {
  const { actor } = await givenPartner(api, { partnershipType: 'REFERRAL', companyName: 'Zwölf Tips' });
  await inviteMember(api, actor, { name: 'Mia Zwölf' });

  expect(await find('zwölf', actor)).toEqual({ applications: [], partners: [], clients: [], people: ['Mia Zwölf'] });
});

describe('one or two characters find the beginnings of names', () => {
  test.each([
    { text: 'z', clients: ['Zwölf Apostles', 'Žwolfina'] },
    { text: 'ZW', clients: ['Zwölf Apostles', 'Žwolfina'] },
    { text: 'wo', clients: [] },
    { text: '％', clients: [] },
    { text: '™', clients: [] },
  ])('$text', async ({ text, clients }) => {
    expect(await find(text, reseller.actor)).toMatchObject({ clients });
  });
});

test.each(['%%%', '___', '™™™', '\\\\\\', "'''"])('finds %s literally', async (text) => {
  expect(await find(text)).toEqual({ applications: [], partners: [], clients: [], people: [] });
});

test('finds at most eight of a kind, those that begin with the text first', async () => {
  for (const number of ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1']) {
    await givenClient(api, reseller.actor, { companyName: `Crane ${number}` });
  }
  await givenClient(api, reseller.actor, { companyName: 'New crane' });

  const { clients } = await find('crane', reseller.actor);

  expect(clients).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Crane ${number}`));
});

test('finds a name by its new spelling at once', async () => {
  const { id } = await givenMember(api, reseller);
  await api.rows(`update user_account set name = 'Ivan Hill' where id = $1`, [id]);

  expect(await find('van hi', reseller.actor)).toMatchObject({ people: ['Ivan Hill'] });
});

test('does not find removed members', async () => {
  const { id } = await givenMember(api, reseller);
  await api.rows(`update user_account set name = 'Hugo Past' where id = $1`, [id]);
  await api.ask(reseller.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id });

  expect(await find('Hugo', reseller.actor)).toMatchObject({ people: [] });
  expect(await find('Hugo')).toMatchObject({ people: [] });
});

test('goes to PostgreSQL in one message, and reads only what is selected', async () => {
  await ask('zwölf'); // samples the texts
  const messages = await messagesOf(() => ask('zwölf'));
  const narrow = await messagesOf(() => api.ask(api.admin, '{ search(text: "zwölf") { partners { id } } }'));

  expect(messages.map((statements) => statements.length)).toEqual([3]);
  expect(narrow.map((statements) => statements.length)).toEqual([1]);
});
