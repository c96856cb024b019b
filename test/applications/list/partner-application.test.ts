import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';
import { messagesOf, statementsOf } from '../../support/statements.ts';

const api = useApi();

const GET = `query Get($id: ID!) {
  partnerApplication(id: $id) {
    id companyName status version website companySize decidedAt createdAt updatedAt
    notes { id authorName note createdAt }
    statusHistory { from to changedBy message changedAt }
    emails { recipient template status tries lastError createdAt sentAt }
  }
}`;

const NOTE = `mutation Note($id: ID!, $note: String!) { addPartnerApplicationNote(id: $id, note: $note) { id } }`;

test('returns an application with its notes, history and emails, oldest first', async () => {
  const id = await givenApplication(api, { companyName: 'Nested' });
  for (const note of ['first', 'second']) await api.ask(api.admin, NOTE, { id, note });
  await changeStatus(api, api.admin, { id, status: 'REVIEWING' });
  await changeStatus(api, api.admin, { id, status: 'APPROVED', message: 'Welcome!' });

  const { data, errors } = await api.ask(api.admin, GET, { id });

  expect(errors).toBeUndefined();
  expect(data?.['partnerApplication']).toMatchObject({
    id,
    companyName: 'Nested',
    status: 'APPROVED',
    version: 3,
    website: 'https://bright.example',
    companySize: 'SIZE_11_50',
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    decidedAt: expect.stringMatching(/Z$/),
    notes: [
      { note: 'first', authorName: 'Ada Admin' },
      { note: 'second', authorName: 'Ada Admin' },
    ],
    statusHistory: [
      { from: 'PENDING', to: 'REVIEWING', changedBy: 'Ada Admin', message: null },
      { from: 'REVIEWING', to: 'APPROVED', changedBy: 'Ada Admin', message: 'Welcome!' },
    ],
    emails: [
      { template: 'application.received', status: 'QUEUED', tries: 0 },
      { template: 'application.submitted' },
      { template: 'application.submitted' },
      { template: 'application.status_changed' },
      { template: 'application.status_changed' },
    ],
  });
});

test.each(['random', 'malformed'])('returns null for a %s ID', async (kind) => {
  const id = kind === 'random' ? uuid() : 'no-uuid';

  expect(await api.ask(api.admin, GET, { id })).toEqual({ data: { partnerApplication: null } });
});

test('reads twenty applications with notes, history and emails in four statements', async () => {
  for (let n = 0; n < 5; n++) await givenApplication(api);

  const statements = await statementsOf(() =>
    api.ask(api.admin, '{ partnerApplications { items { id notes { id } statusHistory { to } emails { id } } } }'),
  );

  expect(statements.filter((text) => /from "?(partner_application|email_message)/.test(text))).toHaveLength(4);
});

test('reads one application with notes, history and emails in one message', async () => {
  const id = await givenApplication(api);
  const messages = (selection: string) =>
    messagesOf(() => api.ask(api.admin, `{ partnerApplication(id: "${id.toUpperCase()}") { ${selection} } }`));

  expect(
    (await messages('notes { id } ... on PartnerApplication { emails { id } } statusHistory { to }')).map(tablesOf),
  ).toEqual([
    ['partner_application_note', 'partner_application_status_change', 'email_message', 'partner_application'],
  ]);
  expect((await messages('id')).map(tablesOf)).toEqual([['partner_application']]);
});

const tablesOf = (statements: string[]) => statements.map((text) => /from "(\w+)"/.exec(text)?.[1]);

test('refuses anonymous callers', async () => {
  const id = await givenApplication(api);

  expect((await api.ask(undefined, GET, { id })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
