import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { changeStatus, givenApplication, givenSubmission } from '../support/given/applications.ts';
import { withdraw } from '../support/given/callers/applicants.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { create, update, validClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin } from '../support/given/people.ts';
import { whileChanged } from '../support/database.changes.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

interface Named {
  type: string;
  id: string;
  name: string | null;
}

interface Event {
  type: string;
  actor: { id: string | null; kind: string; name: string; apiKeyName: string | null };
  subject: Named;
  partner: Named | null;
  mentions: Named[];
}

const LIST = `query ($filter: AuditEventFilter) {
  auditEvents(filter: $filter, limit: 100) {
    items { type actor { id kind name apiKeyName } subject { type id name } partner { type id name } mentions { type id name } }
  }
}`;

const NAME_INDEXES = [
  'user_account_name_index',
  'partner_account_company_name_index',
  'client_account_name_index',
  'partner_application_company_name_index',
];
const TEXT_INDEXES = [
  'user_account_search_index',
  'partner_account_search_index',
  'client_account_search_index',
  'partner_application_search_index',
];

let mine: Partner;
let theirs: Partner;

async function list(actor: Actor, filter?: object): Promise<Event[]> {
  const { data, errors } = await api.ask<{ auditEvents: { items: Event[] } }>(actor, LIST, { filter });
  expect(errors).toBeUndefined();
  return data?.auditEvents.items ?? [];
}

async function givenClient({ actor }: Pick<Partner, 'actor'>, companyName: string): Promise<string> {
  const { data } = await create(api, actor, { ...validClient(), companyName });
  return data?.createClientAccount.id ?? '';
}

beforeAll(async () => {
  mine = await givenPartner(api, { companyName: 'Zephyr Technologies' });
  theirs = await givenPartner(api, { companyName: 'Aurora Systems' });
});

test('names who acted, on what, and for which partner', async () => {
  const id = await givenClient(mine, 'Harbor Motors');

  const expected = {
    type: 'CLIENT_CREATED',
    actor: { id: mine.ownerId, kind: 'PARTNER', name: 'Olive Owner', apiKeyName: null },
    subject: { type: 'ClientAccount', id, name: 'Harbor Motors' },
    partner: { type: 'PartnerAccount', id: mine.resellerId, name: 'Zephyr Technologies' },
    mentions: [],
  };
  expect(await list(api.admin, { targetId: id })).toEqual([expected]);
  expect(await list(mine.actor, { targetId: id })).toEqual([expected]);
});

test('names objects as they are called now', async () => {
  const id = await givenClient(mine, 'Before');
  await update(api, mine.actor, { id, input: { companyName: 'After' } });

  expect((await list(mine.actor, { targetId: id })).map(({ subject }) => subject.name)).toEqual(['After', 'After']);
});

test('names the key that a program used', async () => {
  const key = await givenKey(api, mine.actor, { name: 'CRM sync' });
  const id = await givenClient({ actor: key }, 'Made by a program');

  const [event] = await list(mine.actor, { targetId: id });

  expect(event?.actor).toEqual({ id: mine.ownerId, kind: 'PARTNER', name: 'Olive Owner', apiKeyName: 'CRM sync' });
});

test('names applicants by the contact, and the people whom changes mention', async () => {
  const { id: assigneeId } = await givenAdmin(api);
  const { id, token } = await givenSubmission(api, { companyName: 'Müller Handel', contactName: 'Jürgen Müller' });
  await api.ask(
    api.admin,
    'mutation ($id: ID!, $to: ID) { assignPartnerApplication(id: $id, assigneeId: $to) { id } }',
    {
      id,
      to: assigneeId,
    },
  );
  await withdraw(api, token);

  const [withdrawn, assigned] = await list(api.admin, { targetId: id });

  expect(withdrawn?.actor).toEqual({ id, kind: 'APPLICANT', name: 'Jürgen Müller', apiKeyName: null });
  expect(withdrawn?.subject).toEqual({ type: 'PartnerApplication', id, name: 'Müller Handel' });
  expect(assigned?.mentions).toEqual([{ type: 'User', id: assigneeId, name: expect.any(String) }]);
});

test('B3: a partner learns no name and no ID of an admin', async () => {
  await api.ask(api.admin, 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { tier: GOLD }) { id } }', {
    id: mine.resellerId,
  });
  const [byAdmin] = await list(api.admin, { types: ['PARTNER_UPDATED'], resellerId: mine.resellerId });

  const [event] = await list(mine.actor, { types: ['PARTNER_UPDATED'] });

  expect(event?.actor).toEqual({ id: null, kind: 'ADMIN', name: 'ReachGenie', apiKeyName: null });
  expect(byAdmin?.actor).toMatchObject({ kind: 'ADMIN', id: expect.any(String) });
  expect(await list(mine.actor, { actorIds: [byAdmin?.actor.id] })).toEqual([]);
});

test('B1: an ID of a stranger in the changes gets no name', async () => {
  const foreign = await givenClient(theirs, 'Stranger');
  const id = await givenClient(mine, foreign);

  const [event] = await list(mine.actor, { targetId: id });

  expect(event?.mentions).toEqual([]);
  expect(event?.subject.name).toBe(foreign);
});

test('an object that does not exist has no name', async () => {
  const id = uuid();
  await api.rows(
    `insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential,
      target_type, target_id, hash, chain_id)
    values (gen_random_uuid(), $1, now(), 'of.earlier', 'gone@acme.example', $2, 'PARTNER', 'session:1:1', 'Deal', $2, '', $1)`,
    [mine.resellerId, id],
  );

  expect(await list(mine.actor, { targetId: id })).toEqual([
    {
      type: 'OTHER',
      actor: { id, kind: 'PARTNER', name: 'gone@acme.example', apiKeyName: null },
      subject: { type: 'Deal', id, name: null },
      partner: expect.objectContaining({ name: 'Zephyr Technologies' }),
      mentions: [],
    },
  ]);
});

test('reads the names of a whole list in one statement', async () => {
  const sent = await statementsOf(() => list(api.admin));

  expect(sent.filter((text) => text.includes('"user_account"'))).toHaveLength(1);
  expect(sent).toHaveLength(2);
});

describe('filters', () => {
  test('by people', async () => {
    const events = await list(api.admin, { actorIds: [theirs.ownerId] });

    expect(new Set(events.map(({ actor }) => actor.id))).toEqual(new Set([theirs.ownerId]));
    expect(await list(api.admin, { actorIds: [] })).toEqual([]);
    expect(await list(api.admin, { actorIds: ['nobody'] })).toEqual([]);
    expect(await list(mine.actor, { actorIds: [theirs.ownerId] })).toEqual([]);
  });

  test('by types of objects', async () => {
    const events = await list(mine.actor, { targetTypes: ['ClientAccount', 'ApiKey'] });

    expect(new Set(events.map(({ subject }) => subject.type))).toEqual(new Set(['ClientAccount', 'ApiKey']));
  });

  test.each([
    { who: 'an admin', actor: () => api.admin },
    { who: 'a partner', actor: () => mine.actor },
  ])('by a name in any spelling, for $who', async ({ actor }) => {
    const id = await givenClient(mine, 'Müller Straße 9');

    const events = await list(actor(), { search: 'MULLER  strasse' });

    expect(new Set(events.map(({ subject }) => subject.name))).toEqual(new Set(['Müller Straße 9']));
    expect(events[0]?.subject.id).toBe(id);
    expect(await list(theirs.actor, { search: 'Müller' })).toEqual([]);
    expect(await list(actor(), { search: 'no such name' })).toEqual([]);
  });

  test.each([
    { who: 'an admin', actor: () => api.admin },
    { who: 'a partner', actor: () => mine.actor },
  ])('by the beginning of a name, if it has fewer than three letters, for $who', async ({ actor }) => {
    const id = await givenClient(mine, 'Ünlü & Söhne');
    const others = [await givenClient(mine, 'Neben Ünlü'), await givenClient(theirs, 'Ünlü Zwei')];

    const found = (await list(actor(), { search: 'u̅n' })).map(({ subject }) => subject.id);

    expect(found).toContain(id);
    expect(found).not.toContain(others[0]);
    expect(found.includes(others[1] ?? '')).toBe(actor() === api.admin);
    for (const text of ['-', '& ', '%']) expect(await list(actor(), { search: text })).toEqual([]);
  });

  test.each([
    { text: 'un', indexes: NAME_INDEXES },
    { text: 'unl', indexes: [...NAME_INDEXES, ...TEXT_INDEXES] },
  ])('by a name: each type is read by an index for $text', async ({ text, indexes }) => {
    const sent = await statementsOf(() => list(api.admin, { search: text }));
    const [statement = ''] = sent.filter((each) => each.includes('audit_event'));

    const change = 'set enable_seqscan = off; set enable_sort = off';
    const plan = await whileChanged(api, { change, back: 'reset all' }, () =>
      api.rows(`explain (generic_plan) ${statement}`),
    );

    const lines = JSON.stringify(plan);
    for (const index of indexes) expect(lines).toContain(index);
    expect(lines).not.toMatch(/Seq Scan on (user_account|partner_account|client_account|partner_application)/);
  });

  test('by the name of an application, for admins only', async () => {
    const id = await givenApplication(api, { companyName: 'Octavo Media' });
    await changeStatus(api, api.admin, { id, status: 'REVIEWING' });

    expect((await list(api.admin, { search: 'octavo' })).map(({ subject }) => subject.id)).toEqual([id]);
    expect(await list(mine.actor, { search: 'octavo' })).toEqual([]);
  });
});
