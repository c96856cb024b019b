import { beforeAll, expect, test } from 'vitest';
import { useApi, type Answer } from '../support/api.ts';
import { chance, insertApplications } from '../support/application-rows.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

const ADDRESS = 'quxzy.vkwjp@zorblatt.example';

/** So many addresses of random letters that PostgreSQL cannot keep count of all their trigrams. */
beforeAll(async () => {
  await insertApplications(
    api.rows,
    Array.from({ length: 2_000 }, () => ({})),
  );
  await api.rows(`update partner_application set company_name = 'Größmann & Söhne 100%_\\' || substr(contact_email, 1, 7)
    where hashtext(id::text) % 3 = 0`);
  const [one, other] = await api.rows('select id from partner_application order by id limit 2');
  await api.rows('update partner_application set contact_email = $2 where id = $1', [one?.['id'], ADDRESS]);
  const scattered = Array.from(ADDRESS.slice(2), (_, index) => ADDRESS.slice(index, index + 3)).join(' ');
  await api.rows('update partner_application set company_name = $2 where id = $1', [other?.['id'], scattered]);
  await api.rows('analyze partner_application');
});

test('what has all parts of a text, but not the text, is not found', async () => {
  const { ids, total } = await search(ADDRESS);

  expect(total).toBe(1);
  expect(await api.rows('select contact_email from partner_application where id = any($1)', [ids])).toEqual([
    { contact_email: ADDRESS },
  ]);
});

const SEARCH = `query ($search: String!, $after: String) {
  partnerApplications(filter: { search: $search }, limit: 100, after: $after) {
    items { id } pageInfo { totalItems hasNextPage endCursor }
  }
}`;

interface Found {
  partnerApplications: {
    items: { id: string }[];
    pageInfo: { totalItems: number; hasNextPage: boolean; endCursor: string };
  };
}

async function search(text: string): Promise<{ ids: string[]; total: number | undefined }> {
  const ids: string[] = [];
  let after: string | null = null;
  let total: number | undefined;
  do {
    const answer: Answer<Found> = await api.ask<Found>(api.admin, SEARCH, { search: text, after });
    expect(answer.errors).toBeUndefined();
    const { items = [], pageInfo } = answer.data?.partnerApplications ?? {};
    ids.push(...items.map(({ id }) => id));
    total = pageInfo?.totalItems;
    after = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return { ids: ids.toSorted(), total };
}

async function byHand(text: string): Promise<{ ids: string[]; total: number }> {
  const rows = await api.rows(
    `select id from partner_application
     where strpos(lower(company_name || ' ' || contact_name || ' ' || contact_email), lower($1)) > 0 order by id`,
    [text],
  );
  return { ids: rows.map(({ id }) => String(id)).toSorted(), total: rows.length };
}

test('finds what has the text somewhere, whatever part of whichever text it is', async () => {
  const random = chance(5);
  const texts = await api.rows('select search from partner_application order by id limit 40');
  for (const { search: whole } of texts) {
    const letters = Array.from(String(whole));
    const length = 1 + random(letters.length);
    const start = random(letters.length - length + 1);
    // Letters once more as capitals; what is asked for is trimmed.
    const part =
      letters
        .slice(start, start + length)
        .join('')
        .trim()
        .toUpperCase() || 'x';

    expect({ part, ...(await search(part)) }).toEqual({ part, ...(await byHand(part)) });
  }
});

test.each([
  { what: 'a whole address', text: async () => (await someone())['contact_email'], byRarest: true },
  { what: 'a name with rare letters', text: async () => (await someone())['company_name'], byRarest: true },
  { what: 'another address', text: () => 'f00dfeed-dead-beef-cafe-f00dfeedbabe@company.example', byRarest: true },
  { what: 'what everybody has', text: () => 'company.example', byRarest: false },
  { what: 'a short text', text: () => '0f5', byRarest: false },
  { what: 'no ASCII', text: () => 'ößÖÄÜéèß', byRarest: false },
])('looks for the rarest trigrams of $what: $byRarest', async ({ text, byRarest }) => {
  const asked = String(await text());
  let found;
  const statements = await statementsOf(async () => {
    found = await search(asked);
  });

  expect(statements.some((statement) => statement.includes('strpos'))).toBe(byRarest);
  expect(found).toEqual(await byHand(asked));
});

const someone = async (): Promise<Record<string, unknown>> =>
  (
    await api.rows(`select contact_email, company_name from partner_application where company_name like 'G%' limit 1`)
  )[0] ?? {};
