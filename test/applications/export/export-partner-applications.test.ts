import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { withdraw } from '../../support/given/callers/applicants.ts';
import { changeStatus, counts, givenApplication, givenSubmission } from '../../support/given/applications.ts';
import { downloadExport, EXPORT, exportLink } from '../../support/given/exports.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { auditOf, givenAdmin } from '../../support/given/people.ts';
import { statementsOf } from '../../support/statements.ts';

const api = useApi();

const linkOf = (variables: object, actor?: Actor) => exportLink(api, variables, actor);
const download = (variables: object) => downloadExport(api, variables);

beforeAll(async () => {
  for (const [index, companyName] of ['Delta "Quoted", Ltd', '=HYPERLINK("x")', 'Ümlaut'].entries()) {
    const id = await givenApplication(api, {
      companyName,
      industry: index ? 'Mining' : 'Software',
      companySize: 'SIZE_1_10',
    });
    const created = new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
    await api.rows('update partner_application set created_at = $2 where id = $1', [id, created]);
  }
});

test('exports every application of the list, with its filter and in its order', async () => {
  const rows = await download({ sortOrder: 'ASC' });

  expect(rows.map(({ Company }) => Company)).toEqual(['Delta "Quoted", Ltd', `'=HYPERLINK("x")`, 'Ümlaut']);
  expect(rows[0]).toEqual({
    Company: 'Delta "Quoted", Ltd',
    Contact: 'Zoë Hart',
    Email: expect.stringContaining('@bright.example'),
    Phone: '+49 30 1234567',
    Website: 'https://bright.example',
    Partnership: 'Reseller',
    'Company size': '1–10 employees',
    Industry: 'Software',
    Status: 'Pending',
    'Submitted (UTC)': '2026-01-01 00:00:00',
    'Last changed (UTC)': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    'Decided (UTC)': '',
    'Withdrawn (UTC)': '',
    Assignee: '',
    Motivation: 'We have sold to small companies for ten years.\nThey ask for exactly this.',
    'Target market': '',
    'Current solutions': '',
    'Additional information': '',
    ID: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(await download({ filter: { industry: ['Software'] } })).toHaveLength(1);
  expect(await download({ filter: { search: 'nobody' } })).toEqual([]);
});

test('shows each status, including withdrawn, and each assignee in the requested language', async () => {
  const industry = ['Words'];
  const { id: adminId } = await givenAdmin(api);
  const ids: Record<string, string> = {};
  for (const name of ['PENDING', 'REVIEWING', 'APPROVED', 'REJECTED', 'WITHDRAWN']) {
    const { id, token } = await givenSubmission(api, {
      industry: 'Words',
      companyName: name,
      companySize: 'SIZE_501_PLUS',
    });
    if (name === 'WITHDRAWN') await withdraw(api, token);
    else if (name !== 'PENDING') await changeStatus(api, api.admin, { id, status: name });
    ids[name] = id;
  }
  const assign =
    'mutation ($id: ID!, $assigneeId: ID) { assignPartnerApplication(id: $id, assigneeId: $assigneeId) { id } }';
  await api.ask(api.admin, assign, { id: ids['REVIEWING'], assigneeId: adminId });
  const [admin] = await api.rows('select name from user_account where id = $1', [adminId]);

  const english = await download({ filter: { industry }, sortOrder: 'ASC', language: 'EN' });
  const german = await download({ filter: { industry }, sortOrder: 'ASC', language: 'DE' });
  const declined = await download({ filter: { industry, status: ['REJECTED'], withdrawn: false } });

  expect(english.map(({ Status }) => Status)).toEqual(['Pending', 'In review', 'Approved', 'Declined', 'Withdrawn']);
  expect(german.map(({ Status }) => Status)).toEqual([
    'Offen',
    'In Prüfung',
    'Angenommen',
    'Abgelehnt',
    'Zurückgezogen',
  ]);
  expect(english.map(({ Assignee }) => Assignee)).toEqual(['', admin?.['name'], '', '', '']);
  expect(german[0]).toMatchObject({ Unternehmensgröße: 'Über 500 Mitarbeitende', Partnerschaft: 'Reseller' });
  expect(declined.map(({ Company }) => Company)).toEqual(['REJECTED']);
  const closed = english.slice(2).map((row) => [row['Decided (UTC)'] !== '', row['Withdrawn (UTC)'] !== '']);
  expect(closed).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ]);
  for (const text of [JSON.stringify(english), JSON.stringify(german)]) {
    expect(text).not.toMatch(/SIZE_|TECHNOLOGY"|RESELLER"/);
    expect(text).not.toContain(adminId);
  }
});

test('assignees do not cost a query per row', async () => {
  const link = await linkOf({ filter: { industry: ['Words'] } });

  const statements = await statementsOf(async () => void (await (await fetch(link)).text()));

  expect(statements.filter((text) => text.includes('user_account'))).toHaveLength(1);
});

test('is an attachment in UTF-8 that no cache stores', async () => {
  const response = await fetch(await linkOf({}));

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="partner-applications-[\d-]+\.csv"$/,
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('audits the caller and the list', async () => {
  await linkOf({ filter: { industry: ['Mining'] }, sortBy: 'COMPANY_NAME' });

  const [row] = await api.rows('select id from application_export order by created_at desc, id desc limit 1');
  const [event] = await auditOf(api, String(row?.['id']));
  expect(event).toMatchObject({ action: 'application.exported', actor_email: 'admin@reachgenie.example' });
  expect(JSON.parse(String(event?.['changes']))).toMatchObject({
    filter: { to: { industry: ['Mining'] } },
    sortBy: { to: 'companyName' },
  });
});

test('exports each row once, even if there are more than fit into memory', async () => {
  await api.rows(`insert into partner_application (id, company_name, contact_name, contact_email, partnership_type,
      company_size, industry, motivation, created_at, updated_at)
    select gen_random_uuid(), 'Many', 'M', 'many-' || n || '@many.example', 'RESELLER', '1-10', 'Many', 'M',
      timestamptz '2025-01-01' + (n / 3) * interval '1 hour', now()
    from generate_series(1, 1100) as n`);

  const rows = await download({ filter: { industry: ['Many'] } });

  expect(rows).toHaveLength(1100);
  expect(new Set(rows.map(({ ID }) => ID)).size).toBe(1100);
});

test('refuses an ID that is not text, and names the argument', async () => {
  const { errors } = await api.ask(api.admin, EXPORT, { filter: { assigneeId: 'a\u0000b' } });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'filter.assigneeId' }] } }]);
});

const expired = async () => {
  const link = await linkOf({});
  await api.rows(`update application_export set expires_at = now() - interval '1 second'`);
  return link;
};

const ofDeactivated = async () => {
  const { id, actor } = await givenAdmin(api);
  const link = await linkOf({}, actor);
  await api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id });
  return link;
};

test.each([
  { what: 'no token', link: async () => `${api.url}/exports/applications` },
  { what: 'two tokens', link: async () => `${await linkOf({})}&token=x` },
  { what: 'a forged token', link: async () => (await linkOf({})).slice(0, -3) },
  {
    what: 'the token of an applicant',
    link: async () => `${api.url}/exports/applications?token=${(await givenSubmission(api)).token}`,
  },
  { what: 'an expired token', link: expired },
  { what: 'the token of a deactivated admin', link: ofDeactivated },
])('$what gets the same answer as a missing page', async ({ link }) => {
  const response = await fetch(await link());

  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test('no log line contains a link', async () => {
  const link = await linkOf({});
  await fetch(link);

  expect(JSON.stringify(api.logs)).toContain('/exports/applications');
  expect(JSON.stringify(api.logs)).not.toContain(new URL(link).searchParams.get('token'));
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
])('refuses $who', async ({ actor, code }) => {
  const asker = await actor();
  const before = [await counts(api), await api.rows('select * from application_export')];

  const { errors } = await api.ask(asker, EXPORT);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect([await counts(api), await api.rows('select * from application_export')]).toEqual(before);
});
