import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { statementsOf } from '../../support/statements.ts';
import {
  chance,
  insertApplications,
  insertAssignees,
  someApplication,
} from '../../support/given/rows/application-rows.ts';

const api = useApi();
const random = chance(8);
const NOBODY = '00000000-0000-0000-0000-000000000000';
let assignees: string[] = [];

/** Half of them in the cubes and half in the journal. */
beforeAll(async () => {
  assignees = await insertAssignees(api.rows, 2);
  for (let fold = 0; fold < 2; fold++) {
    await insertApplications(
      api.rows,
      Array.from({ length: 240 }, () => someApplication(random, '2025-11-20T00:00:00Z', 110, assignees)),
    );
    if (fold === 0) await api.rows('select fold_partner_application_deltas(1000000)');
  }
});

const COUNTS = 'counts { pending reviewing approved rejected withdrawn }';

interface Counted {
  partnerApplications: { pageInfo: { totalItems: number }; counts: Record<string, number> };
}

async function ask(filter: object, selection: string): Promise<Counted['partnerApplications'] | undefined> {
  const { data, errors } = await api.ask<Counted>(
    api.admin,
    `query ($filter: PartnerApplicationFilter) { partnerApplications(filter: $filter) { ${selection} } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data?.partnerApplications;
}

const totalOf = async (filter: object) => (await ask(filter, 'pageInfo { totalItems }'))?.pageInfo.totalItems;

/** The values of each filter, and their condition on a row. */
const QUESTIONS: [name: string, values: () => unknown, condition: string][] = [
  ['status', () => [['PENDING'], ['REVIEWING', 'APPROVED']], `status = any($1)`],
  ['withdrawn', () => [true, false], '(withdrawn_at is not null) = $1::boolean'],
  ['partnershipType', () => [['RESELLER'], ['REFERRAL', 'TECHNOLOGY']], 'partnership_type = any($1)'],
  [
    'companySize',
    () => [['SIZE_1_10'], ['SIZE_501_PLUS']],
    `'SIZE_' || translate(replace(company_size, '+', '-PLUS'), '-', '_') = any($1)`,
  ],
  ['industry', () => [['Software'], ['software', 'Äpfel', 'None']], 'industry = any($1)'],
  ['assigneeId', () => [...assignees, NOBODY], 'assignee_id = $1::uuid'],
  [
    'assigneeIds',
    () => [assignees, [assignees[0], null], [null], ['nobody'], [NOBODY]],
    `coalesce(assignee_id::text, 'null') in
      (select coalesce(id, 'null') from jsonb_array_elements_text($1::jsonb) as given (id))`,
  ],
  ['unassigned', () => [true, false], '(assignee_id is null) = $1::boolean'],
  ['createdFrom', () => ['2025-12-01T00:00:00Z', '2026-01-17T13:14:15.016Z'], 'created_at >= $1::timestamptz'],
  ['createdTo', () => ['2026-03-01T00:00:00Z', '2026-02-17T13:14:15.016Z'], 'created_at < $1::timestamptz'],
];

/** No filter, each alone, each pair, and all together. */
const COMBINATIONS: (typeof QUESTIONS)[] = [
  [],
  ...QUESTIONS.map((question) => [question]),
  ...QUESTIONS.flatMap((one, index) => QUESTIONS.slice(index + 1).map((other) => [one, other])),
  QUESTIONS,
];

test('total and counts equal counts of the rows for every pair of filters', async () => {
  for (const combination of COMBINATIONS) {
    const filter: Record<string, unknown> = {};
    const values: unknown[] = [];
    const conditions = combination.map(([name, choices, condition]) => {
      const all = choices() as unknown[];
      filter[name] = all[random(all.length)];
      values.push(name === 'assigneeIds' ? JSON.stringify(filter[name]) : filter[name]);
      return { name, condition: condition.replace('$1', `$${values.length}`) };
    });
    const where = (hidden: string[]) =>
      ['true', ...conditions.map(({ name, condition }) => (hidden.includes(name) ? 'true' : `(${condition})`))].join(
        ' and ',
      );

    const rows = await api.rows(
      `select lower(case when withdrawn_at is null then status else 'WITHDRAWN' end) as kind, count(*)::int as n,
        (select count(*)::int from partner_application where ${where([])}) as total
       from partner_application where ${where(['status', 'withdrawn'])} group by kind`,
      values,
    );
    const counts = { pending: 0, reviewing: 0, approved: 0, rejected: 0, withdrawn: 0 };
    for (const { kind, n } of rows) Object.assign(counts, { [String(kind)]: n });
    const answer = await ask(filter, `pageInfo { totalItems } ${COUNTS}`);
    expect({ filter, total: answer?.pageInfo.totalItems, counts: answer?.counts }).toEqual({
      filter,
      total: rows[0]?.['total'] ?? 0,
      counts,
    });
  }
});

test.each([{ filter: { search: 'company' } }, { filter: { search: 'company', industry: ['Retail'] } }])(
  'counts the rows of $filter by status',
  async ({ filter }) => {
    const found = await ask(filter, `pageInfo { totalItems } ${COUNTS}`);

    const sum = Object.values(found?.counts ?? {}).reduce((one, other) => one + other, 0);
    expect(sum).toBe(found?.pageInfo.totalItems);
    expect(found?.counts['withdrawn']).toBeGreaterThan(0);
  },
);

test.each([
  { filter: {}, counts: false },
  { filter: { status: ['PENDING'], createdFrom: '2025-12-24T18:00:00Z' }, counts: false },
  { filter: { unassigned: true }, counts: false },
  { filter: { withdrawn: true, industry: ['Retail'] }, counts: false },
  { filter: { status: ['REJECTED'], withdrawn: false }, counts: false },
  { filter: { assigneeId: NOBODY, companySize: ['SIZE_1_10'] }, counts: false },
  { filter: { industry: ['Retail'], partnershipType: ['REFERRAL'], unassigned: false }, counts: false },
  { filter: { assigneeIds: [null, NOBODY], industry: ['Retail'] }, counts: false },
  { filter: { search: 'company' }, counts: true },
])('counts rows for $filter: $counts', async ({ filter, counts }) => {
  const statements = await statementsOf(() => totalOf(filter));

  expect(statements.some((text) => text.includes('count(*)'))).toBe(counts);
});

test('counts by status only if selected, and in the statement of the page', async () => {
  const without = await statementsOf(() => ask({}, 'items { id }'));
  const counted = await statementsOf(() => ask({}, `items { id } ${COUNTS}`));

  expect(counted).toHaveLength(without.length);
  expect(without.some((text) => text.includes('json_build_object'))).toBe(false);
  expect(counted.filter((text) => text.includes('json_build_object'))).toHaveLength(1);
});
