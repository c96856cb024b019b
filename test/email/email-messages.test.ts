import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';

const api = useApi();
const APPLICATION = uuid();

const LIST = `query ($filter: EmailMessageFilter) {
  emailMessages(filter: $filter) {
    items { id applicationId recipient template status tries lastError createdAt sentAt }
    pageInfo { totalItems }
    counts { queued failed heldBack }
  }
}`;

interface Listed {
  emailMessages: {
    items: { recipient: string; applicationId: string | null }[];
    pageInfo: { totalItems: number };
    counts: object;
  };
}

async function list(variables: object) {
  const { data, errors } = await api.ask<Listed>(api.admin, LIST, variables);
  expect(errors).toBeUndefined();
  const { items = [], pageInfo, counts } = data?.emailMessages ?? {};
  return { items, names: items.map(({ recipient }) => recipient.split('@')[0]), pageInfo, counts };
}

beforeAll(async () => {
  const mails = ['SENT', 'FAILED', 'QUEUED', 'FAILED'];
  for (const [index, status] of mails.entries()) {
    await api.rows(
      `insert into email_message (id, application_id, recipient, template, data, status, tries, last_error, created_at)
        values ($1, $2, $3, 'application.received', '{"secret": true}', $4, 1, null, $5)`,
      [
        uuid(),
        index === 1 ? APPLICATION : null,
        `m${index}@acme.example`,
        status,
        new Date(Date.UTC(2026, 0, index + 1)),
      ],
    );
  }
});

test('lists emails with their applications, newest first', async () => {
  const { names, items, pageInfo } = await list({});

  expect(names).toEqual(['m3', 'm2', 'm1', 'm0']);
  expect(items.map(({ applicationId }) => applicationId)).toEqual([null, null, APPLICATION, null]);
  expect(pageInfo?.totalItems).toBe(4);
});

test.each([
  { status: ['FAILED'], names: ['m3', 'm1'] },
  { status: ['QUEUED', 'FAILED', 'FAILED'], names: ['m3', 'm2', 'm1'] },
  { status: ['SENT'], names: ['m0'] },
  { status: [], names: [] },
])('filters by $status, and the total matches', async ({ status, names }) => {
  const listed = await list({ filter: { status } });

  expect(listed.names).toEqual(names);
  expect(listed.pageInfo?.totalItems).toBe(names.length);
});

test.each([
  { filter: { search: 'M1@acme' }, names: ['m1'], counts: { queued: 0, failed: 1, heldBack: 0 } },
  { filter: { search: '%' }, names: [], counts: { queued: 0, failed: 0, heldBack: 0 } },
  {
    filter: { createdFrom: '2026-01-02T00:00:00Z', createdTo: '2026-01-04T00:00:00Z' },
    names: ['m2', 'm1'],
    counts: { queued: 1, failed: 1, heldBack: 0 },
  },
  { filter: { search: 'acme', status: ['SENT'] }, names: ['m0'], counts: { queued: 1, failed: 2, heldBack: 0 } },
])('finds by $filter, and counts what is not sent', async ({ filter, names, counts }) => {
  const listed = await list({ filter });

  expect(listed.names).toEqual(names);
  expect(listed.counts).toEqual(counts);
  expect(listed.pageInfo?.totalItems).toBe(names.length);
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
])('refuses $who', async ({ actor, code }) => {
  expect((await api.ask(await actor(), LIST)).errors).toMatchObject([{ extensions: { code } }]);
});
