import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { companyOf, GERMAN, givenChange, updateCompany, withdrawChange } from '../support/given/companies.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin, givenMember } from '../support/given/people.ts';
import { whileHeld } from '../support/locks.ts';
import { toldTo } from '../notifications/told.ts';

const api = useApi();

const changesOf = ({ resellerId }: Partner) =>
  api.rows('select status, closed_at is null as open from company_change where reseller_id = $1 order by created_at', [
    resellerId,
  ]);

const mailsTo = async (recipient: string) =>
  (
    await api.rows(
      `select data ->> 'news' as news, data -> 'fields' as fields from email_message
       where recipient = $1 and template = 'company.change_told' order by created_at`,
      [recipient],
    )
  ).map(({ news, fields }) => [news, fields]);

const eventsOf = async ({ resellerId }: Partner) =>
  (
    await api.rows(
      `select action, changes from audit_event where target_id = $1 and action ~ 'company' order by sequence`,
      [resellerId],
    )
  ).map(({ action, changes }) => [action, JSON.parse(String(changes)) as Record<string, unknown>] as const);

test('changes website, phone and description at once, and asks for nothing', async () => {
  const partner = await givenPartner(api);

  const { data, errors } = await updateCompany(api, partner.actor, {
    website: 'BluePeak.example',
    phone: ' +49 30 1234567 ',
    description: 'We sell.\nWe help.',
  });

  expect(errors).toBeUndefined();
  expect(data?.updateCompany).toMatchObject({
    website: 'https://bluepeak.example',
    phone: '+49 30 1234567',
    description: 'We sell.\nWe help.',
    pendingChange: null,
  });
  expect(await changesOf(partner)).toEqual([]);
  expect(await mailsTo(partner.email)).toEqual([]);
  expect(await eventsOf(partner)).toMatchObject([
    ['partner.company_changed', { phone: { from: null, to: '+49 30 1234567' } }],
  ]);
});

test('null removes a value, and an omitted one stays', async () => {
  const { actor } = await givenPartner(api);
  await updateCompany(api, actor, { phone: '1', description: 'Text' });

  const { data } = await updateCompany(api, actor, { phone: null });

  expect(data?.updateCompany).toMatchObject({ phone: null, description: 'Text' });
});

test('asks for a change of the other data, which stays as it is, and tells owners and our team', async () => {
  const admin = await givenAdmin(api, 'PARTNERS');
  const reviewer = await givenAdmin(api, 'REVIEW');
  const partner = await givenPartner(api, { companyName: 'Blue Peak' });
  const second = await givenMember(api, partner, 'OWNER');
  const member = await givenMember(api, partner);
  const before = await mailsTo('team@reachgenie.example');

  const { data } = await updateCompany(api, partner.actor, GERMAN);

  const { pendingChange, ...company } = data?.updateCompany ?? {};
  expect(company).toMatchObject({ companyName: 'Blue Peak', legalName: null, vatId: null });
  expect(pendingChange).toMatchObject({
    status: 'PENDING',
    before: { companyName: 'Blue Peak', legalName: null },
    after: { companyName: 'Blue Peak', ...GERMAN },
    requestedBy: 'Olive Owner',
    decidedBy: null,
    closedAt: null,
  });
  const told = [['REQUESTED', Object.keys(GERMAN)]];
  expect(await mailsTo(partner.email)).toEqual(told);
  expect(await mailsTo(second.email)).toEqual(told);
  expect(await mailsTo(member.email)).toEqual([]);
  expect((await mailsTo('team@reachgenie.example')).slice(before.length)).toEqual(told);
  expect((await toldTo(api, admin.actor))[0]).toMatchObject({
    kind: 'COMPANY_CHANGE_REQUESTED',
    subjectId: pendingChange?.id,
    subjectName: 'Blue Peak',
  });
  expect(await toldTo(api, reviewer.actor)).toEqual([]);
  expect(await eventsOf(partner)).toMatchObject([
    [
      'company.change_requested',
      {
        changeId: { from: null, to: pendingChange?.id },
        before: { to: { legalName: null } },
        after: { to: { legalName: GERMAN.legalName } },
      },
    ],
  ]);
});

test('a new request replaces the pending one, and keeps what it asked for', async () => {
  const partner = await givenPartner(api);
  const first = await givenChange(api, partner, { legalName: 'First GmbH' });

  const second = await givenChange(api, partner, { city: 'Berlin' });

  expect(second.id).not.toBe(first.id);
  expect(second.after).toMatchObject({ legalName: 'First GmbH', city: 'Berlin' });
  expect(await changesOf(partner)).toEqual([
    { status: 'WITHDRAWN', open: false },
    { status: 'PENDING', open: true },
  ]);
});

test('the same request again, and changes of other data, leave the pending one alone', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenChange(api, partner);

  await updateCompany(api, partner.actor, GERMAN);
  const { data } = await updateCompany(api, partner.actor, { phone: '1' });

  expect(data?.updateCompany.pendingChange?.id).toBe(id);
  expect(await changesOf(partner)).toHaveLength(1);
  expect(await mailsTo(partner.email)).toHaveLength(1);
});

test('a request for what the account has withdraws the pending one', async () => {
  const partner = await givenPartner(api);
  await givenChange(api, partner, { legalName: 'First GmbH' });

  const { data } = await updateCompany(api, partner.actor, { legalName: null });

  expect(data?.updateCompany.pendingChange).toBeNull();
  expect(await changesOf(partner)).toEqual([{ status: 'WITHDRAWN', open: false }]);
});

test('a company keeps its name', async () => {
  const partner = await givenPartner(api, { companyName: 'Blue Peak' });

  const { after } = await givenChange(api, partner, { companyName: null, city: 'Berlin' });

  expect(after).toMatchObject({ companyName: 'Blue Peak', city: 'Berlin' });
});

test('tidies a tax ID by the country that the company will have', async () => {
  const partner = await givenPartner(api);

  const { after } = await givenChange(api, partner, { countryCode: 'DE', vatId: 'de 123.456-789' });

  expect(after.vatId).toBe('DE123456789');
});

test.each([
  ['a tax ID of another country', { countryCode: 'DE', vatId: 'ATU12345678' }, 'TAX_ID', 'input.vatId'],
  ['a tax ID without a digit', { vatId: 'NONE' }, 'TAX_ID', 'input.vatId'],
  ['a country that does not exist', { countryCode: 'ZZ' }, 'COUNTRY', 'input.countryCode'],
  ['a country in lower case', { countryCode: 'de' }, 'COUNTRY', 'input.countryCode'],
  ['a blank city', { city: ' ' }, 'LENGTH', 'input.city'],
  ['a private address', { website: 'http://localhost/' }, 'WEB_ADDRESS', 'input.website'],
  ['a long phone number', { phone: '1'.repeat(41) }, 'LENGTH', 'input.phone'],
])('refuses %s, and changes nothing', async (_what, input, rule, path) => {
  const partner = await givenPartner(api);
  const before = await companyOf(api, partner);

  const { errors } = await updateCompany(api, partner.actor, { description: 'New', ...input });

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path, rule }] });
  expect(await companyOf(api, partner)).toEqual(before);
});

test('refuses a version that another owner’s request has changed', async () => {
  const partner = await givenPartner(api);
  const { version } = await companyOf(api, partner);
  await givenChange(api, partner);
  const before = await companyOf(api, partner);

  const { errors } = await updateCompany(api, partner.actor, { city: 'Hamburg' }, version);

  expect(errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', version: before.version } },
  ]);
  expect(await companyOf(api, partner)).toEqual(before);
});

test('of two requests at once with one version, one wins', async () => {
  const partner = await givenPartner(api);
  const { version } = await companyOf(api, partner);
  const row = { sql: 'select from partner_account where id = $1', values: [partner.resellerId] };

  const answers = await whileHeld(api, row, 2, () =>
    Promise.all(['Berlin', 'Hamburg'].map((city) => updateCompany(api, partner.actor, { city }, version))),
  );

  const reasons = answers.map(({ errors }) => errors?.[0]?.extensions.reason);
  expect(reasons.toSorted()).toEqual(['STALE_VERSION', undefined]);
  expect(await changesOf(partner)).toEqual([{ status: 'PENDING', open: true }]);
});

test('PostgreSQL holds one pending change a partner, and no change without its audit event', async () => {
  const partner = await givenPartner(api);
  await givenChange(api, partner);
  const insert = `insert into company_change (reseller_id, id, before, after, requested_by, created_at, updated_at)
    select reseller_id, gen_random_uuid(), before, after, requested_by, now(), now() from company_change where reseller_id = $1`;

  await expect(api.rows(insert, [partner.resellerId])).rejects.toThrow('company_change_pending_unique');
  await expect(
    api.rows(`update company_change set status = 'WITHDRAWN', closed_at = now() where reseller_id = $1`, [
      partner.resellerId,
    ]),
  ).rejects.toThrow('has no audit event');
});

test('after ten requests in a day, the next has to wait, and changes of free fields go on', async () => {
  const partner = await givenPartner(api);
  for (let count = 0; count < 10; count++) {
    const { id } = await givenChange(api, partner, { city: `City ${count}` });
    await withdrawChange(api, partner.actor, id);
  }

  const { errors } = await updateCompany(api, partner.actor, { city: 'One more' });

  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  expect(await changesOf(partner)).toHaveLength(10);
  expect((await updateCompany(api, partner.actor, { phone: '1' })).errors).toBeUndefined();
});

test('only owners change the data', async () => {
  const partner = await givenPartner(api);
  const { actor } = await givenMember(api, partner);
  const before = await companyOf(api, partner);

  for (const caller of [actor, api.admin]) {
    expect((await updateCompany(api, caller, { phone: '1' })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }

  expect(await companyOf(api, partner)).toEqual(before);
});
