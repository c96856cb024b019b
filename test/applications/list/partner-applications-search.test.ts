import { beforeAll, expect, test } from 'vitest';
import { useApi, type Answer } from '../../support/api.ts';
import { chance, insertApplications } from '../../support/given/rows/application-rows.ts';
import { statementsOf } from '../../support/statements.ts';

const api = useApi();

/** No name has it, so no sample contains it. */
const ADDRESS = 'quxzy.vkwjp@zorblatt.example';

beforeAll(async () => {
  await insertApplications(
    api.rows,
    Array.from({ length: 2_000 }, () => ({})),
  );
  await api.rows(`update partner_application set company_name = 'Größmann & Söhne 100%_\\' || substr(contact_email, 1, 7)
    where hashtext(id::text) % 3 = 0`);
  const scattered = Array.from(ADDRESS.slice(2), (_, index) => ADDRESS.slice(index, index + 3)).join(' ');
  await api.rows(
    `update partner_application set company_name = $1
    where id = (select max(id::text)::uuid from partner_application)`,
    [scattered],
  );
});

test('does not find a text by its scattered parts', async () => {
  expect(await search(ADDRESS)).toEqual({ ids: [], total: 0 });
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
     where strpos(search_text(company_name || ' ' || contact_name || ' ' || contact_email), fold_text($1)) > 0 order by id`,
    [text],
  );
  return { ids: rows.map(({ id }) => String(id)).toSorted(), total: rows.length };
}

test('finds every part of every text', async () => {
  const random = chance(5);
  const texts = await api.rows('select search from partner_application order by id limit 40');
  for (const { search: whole } of texts) {
    const letters = Array.from(String(whole).split('\n')[0] ?? ''); // below it are other spellings
    const length = 1 + random(letters.length);
    const start = random(letters.length - length + 1);
    // Letters again as capitals. The search text is trimmed.
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
  { text: ADDRESS, byRarest: true },
  { text: 'F00dfeed-Dead-Beef-Cafe-f00dfeedbabe@company.example', byRarest: true },
  { text: 'company.example', byRarest: false },
  { text: '0f5', byRarest: false },
  { text: 'ößÖÄÜéèß', byRarest: false },
])('searches for the rarest trigrams of $text: $byRarest', async ({ text, byRarest }) => {
  let found;
  const statements = await statementsOf(async () => {
    found = await search(text);
  });

  expect(statements.some((statement) => statement.includes('strpos'))).toBe(byRarest);
  expect(found).toEqual(await byHand(text));
});

test('reads the sample once, not for each search', async () => {
  await search('anything');

  const statements = await statementsOf(() => search('something'));

  expect(statements.filter((statement) => statement.includes('tablesample'))).toEqual([]);
});
