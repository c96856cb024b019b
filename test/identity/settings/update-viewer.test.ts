import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { givenKey } from '../../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf, givenAdmin, givenMember, type Person } from '../../support/given/people.ts';

const api = useApi();
let partner: Partner;
let member: Person;

beforeAll(async () => {
  partner = await givenPartner(api);
  member = await givenMember(api, partner);
});

interface Settings {
  id: string;
  name: string;
  language: string | null;
  timeZone: string | null;
  dateFormat: string | null;
  version: number;
}

const FIELDS = '{ id name language timeZone dateFormat version }';

const update = (actor: Actor | undefined, input: object, expectedVersion?: number) =>
  api.ask<{ updateViewer: Settings }>(
    actor,
    `mutation Settings($input: UpdateViewerInput!, $expectedVersion: Int) {
      updateViewer(input: $input, expectedVersion: $expectedVersion) ${FIELDS}
    }`,
    { input, expectedVersion },
  );

const settingsOf = async (actor: Actor) =>
  (await api.ask<{ viewer: Settings }>(actor, `{ viewer ${FIELDS} }`)).data?.viewer;

const storedUser = async (id: string) =>
  (await api.rows('select to_jsonb(user_account) as row from user_account where id = $1', [id]))[0]?.['row'];

const CHANGED = { language: 'DE', timeZone: 'Europe/Berlin', dateFormat: 'ISO' };

test.each([
  ['an admin', () => givenAdmin(api), null],
  ['a member of a partner', () => Promise.resolve(member), 'EN'],
])('%s changes their own settings, and the change is audited', async (_who, given, languageBefore) => {
  const { id, actor } = await given();

  const { data } = await update(actor, CHANGED);

  expect(data?.updateViewer).toMatchObject({ id, ...CHANGED });
  expect(await settingsOf(actor)).toEqual(data?.updateViewer);
  const { changes, ...event } = (await auditOf(api, id)).findLast((each) => each['action'] !== 'session.started') ?? {};
  expect(event).toMatchObject({ action: 'user.settings_changed', actor_id: id });
  expect(JSON.parse(String(changes))).toEqual({
    language: { from: languageBefore, to: 'DE' },
    timeZone: { from: null, to: 'Europe/Berlin' },
    dateFormat: { from: null, to: 'ISO' },
  });
});

test('omitted settings stay, and null clears one', async () => {
  const { actor } = await givenMember(api, partner);
  await update(actor, CHANGED);

  expect((await update(actor, { language: 'EN' })).data?.updateViewer).toMatchObject({ ...CHANGED, language: 'EN' });

  const cleared = { language: null, timeZone: null, dateFormat: null };
  const { data } = await update(actor, { name: null, ...cleared });
  expect(data?.updateViewer).toMatchObject({ name: 'Olive Owner', ...cleared });
});

test('a new name is tidied, and outdates the access token, which holds the name', async () => {
  const { id, actor } = await givenMember(api, partner);

  const { data } = await update(actor, { name: '  Ada Stone ' });

  expect(data?.updateViewer.name).toBe('Ada Stone');
  expect((await api.ask(actor, '{ viewer { id } }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  expect((await auditOf(api, id)).at(-1)).toMatchObject({ action: 'user.settings_changed', actor_id: id });
});

test('the same settings again change nothing', async () => {
  const { id, actor } = await givenMember(api, partner);
  await update(actor, CHANGED);
  const before = [await storedUser(id), await auditOf(api, id)];

  expect((await update(actor, CHANGED)).data?.updateViewer).toMatchObject(CHANGED);

  expect([await storedUser(id), await auditOf(api, id)]).toEqual(before);
});

test.each(['Mars/Olympus', 'BST', '+02:00', 'SystemV/AST4', 'Europe/Berlin; drop table user_account'])(
  'an unknown time zone is refused at its field: %s',
  async (timeZone) => {
    const before = await storedUser(member.id);

    const { errors } = await update(member.actor, { name: 'Somebody', timeZone });

    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.timeZone', rule: 'TIME_ZONE' }] } },
    ]);
    expect(await storedUser(member.id)).toEqual(before);
  },
);

test('a stale version is a conflict, and nothing changes', async () => {
  const { id, actor } = await givenMember(api, partner);
  const { data } = await update(actor, { language: 'DE' });
  const before = await storedUser(id);

  const { errors } = await update(actor, { language: 'EN' }, (data?.updateViewer.version ?? 0) - 1);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'STALE_VERSION' } }]);
  expect(await storedUser(id)).toEqual(before);
});

test.each([
  { who: 'anonymous', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an API key of the user', actor: () => givenKey(api, partner.actor), code: 'FORBIDDEN' },
])('$who may not: $code', async ({ actor, code }) => {
  const before = await storedUser(partner.ownerId);

  const { errors } = await update(await actor(), CHANGED);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await storedUser(partner.ownerId)).toEqual(before);
});
