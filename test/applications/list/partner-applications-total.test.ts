import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { statementsOf } from '../../support/statements.ts';
import { chance, insertApplications, insertAssignees, someApplication } from '../../support/given/application-rows.ts';

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

async function totalOf(filter: object): Promise<number | undefined> {
  const { data, errors } = await api.ask<{ partnerApplications: { pageInfo: { totalItems: number } } }>(
    api.admin,
    `query ($filter: PartnerApplicationFilter) { partnerApplications(filter: $filter) { pageInfo { totalItems } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data?.partnerApplications.pageInfo.totalItems;
}

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
  ['unassigned', () => [true, false], '(assignee_id is null) = $1::boolean'],
  ['createdFrom', () => ['2025-12-01T00:00:00Z', '2026-01-17T13:14:15.016Z'], 'created_at >= $1::timestamptz'],
  ['createdTo', () => ['2026-03-01T00:00:00Z', '2026-02-17T13:14:15.016Z'], 'created_at < $1::timestamptz'],
];

test('equals a count of the rows for every combination of filters', async () => {
  for (let asked = 0; asked < 2 ** QUESTIONS.length; asked++) {
    const filter: Record<string, unknown> = {};
    const conditions = ['true'];
    const values: unknown[] = [];
    for (const [bit, [name, choices, condition]] of QUESTIONS.entries()) {
      if (!(asked & (2 ** bit))) continue;
      const all = choices() as unknown[];
      filter[name] = all[random(all.length)];
      values.push(filter[name]);
      conditions.push(condition.replace('$1', `$${values.length}`));
    }

    const [counted] = await api.rows(
      `select count(*)::int as n from partner_application where ${conditions.join(' and ')}`,
      values,
    );
    expect({ filter, total: await totalOf(filter) }).toEqual({ filter, total: counted?.['n'] });
  }
});

test.each([
  { filter: {}, counts: false },
  { filter: { status: ['PENDING'], createdFrom: '2025-12-24T18:00:00Z' }, counts: false },
  { filter: { unassigned: true }, counts: false },
  { filter: { withdrawn: true, industry: ['Retail'] }, counts: false },
  { filter: { status: ['REJECTED'], withdrawn: false }, counts: false },
  { filter: { assigneeId: NOBODY, companySize: ['SIZE_1_10'] }, counts: false },
  { filter: { industry: ['Retail'], partnershipType: ['REFERRAL'], unassigned: false }, counts: false },
  { filter: { search: 'company' }, counts: true },
])('counts rows for $filter: $counts', async ({ filter, counts }) => {
  const statements = await statementsOf(() => totalOf(filter));

  expect(statements.some((text) => text.includes('count(*)'))).toBe(counts);
});
