import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenAdminKey } from '../support/given/api-keys.ts';
import { askForLink, downloadExport, EXPORT_EMAILS } from '../support/given/exports.ts';
import { givenPartner } from '../support/given/partners.ts';

const api = useApi();
const APPLICATION = uuid();

const download = (variables: object) => downloadExport(api, variables, api.admin, EXPORT_EMAILS);

const stored = () => api.rows('select (select count(*) from list_export), (select count(*) from audit_event)');

beforeAll(async () => {
  for (const [index, status] of ['SENT', 'FAILED', 'FAILED'].entries()) {
    await api.rows(
      `insert into email_message (id, application_id, recipient, template, data, status, tries, last_error, created_at)
        values ($1, $2, $3, $4, '{"secret": true}', $5, 2, $6, $7)`,
      [
        uuid(),
        index === 1 ? APPLICATION : null,
        `mail-${index}@csv.example`,
        index === 2 ? 'later.template' : 'application.received',
        status,
        status === 'FAILED' ? '=cmd|x' : null,
        `2026-01-0${index + 1}T10:00:00Z`,
      ],
    );
  }
});

test('exports emails with words, newest first, and without their data', async () => {
  const rows = await download({ filter: { search: '@csv.example' } });

  expect(rows.map(({ Recipient }) => Recipient)).toEqual([
    'mail-2@csv.example',
    'mail-1@csv.example',
    'mail-0@csv.example',
  ]);
  expect(rows[1]).toEqual({
    Recipient: 'mail-1@csv.example',
    Email: 'Application received',
    Language: 'English',
    Status: 'Failed',
    Attempts: '2',
    Reason: "'=cmd|x",
    'Created (UTC)': '2026-01-02 10:00:00',
    'Sent (UTC)': '',
    'ID of the application': APPLICATION,
    ID: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(rows[0]?.['Email']).toBe('later.template');
  expect(JSON.stringify(rows)).not.toContain('secret');
});

test('applies filter and language', async () => {
  const rows = await download({
    filter: { status: ['FAILED'], search: '@csv.example', createdTo: '2026-01-03T00:00:00Z' },
    language: 'DE',
  });

  expect(rows).toMatchObject([{ Empfänger: 'mail-1@csv.example', Sprache: 'Englisch', Status: 'Fehlgeschlagen' }]);
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
  { who: 'an API key', actor: () => givenAdminKey(api), code: 'FORBIDDEN' },
])('refuses $who, and stores nothing', async ({ actor, code }) => {
  const asker = await actor();
  const before = await stored();

  const { errors } = await askForLink(api, asker, {}, EXPORT_EMAILS);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});
