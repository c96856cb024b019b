import { describe, beforeAll, expect, test } from 'vitest';
import { useApi, type GraphQLProblem } from '../../support/api.ts';
import { chance, insertApplications, someApplication } from '../../support/given/rows/application-rows.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';
import { statementsOf } from '../../support/statements.ts';
import { CHOICES, statisticsByHand, type Range } from '../../support/oracles/statistics-oracle.ts';

const api = useApi();

const STATISTICS = `query ($from: DateTime, $to: DateTime, $first: Int) {
  partnerApplicationStatistics(from: $from, to: $to) {
    total withdrawn byStatus { status count } byPartnershipType { partnershipType count } byCompanySize { companySize count }
    byIndustry(first: $first) { industry count } approvalRate medianHoursToDecision
  }
}`;

interface Statistics {
  total: number;
  withdrawn: number;
  byStatus: { status: string; count: number }[];
  byPartnershipType: { partnershipType: string; count: number }[];
  byCompanySize: { companySize: string; count: number }[];
  byIndustry: { industry: string; count: number }[];
  approvalRate: number | null;
  medianHoursToDecision: number | null;
}

interface Answered {
  partnerApplicationStatistics: Statistics;
}

async function statistics(variables: object = {}): Promise<Statistics | undefined> {
  const { data, errors } = await api.ask<Answered>(api.admin, STATISTICS, variables);
  expect(errors).toBeUndefined();
  return data?.partnerApplicationStatistics;
}

const byHand = (range: Range) => statisticsByHand(api, range);

const refusal = async (query: string, variables: object = {}): Promise<GraphQLProblem[] | undefined> =>
  (await api.ask(api.admin, query, variables)).errors;

test('returns zeros before the first application, and null without a value', async () => {
  expect(await statistics()).toEqual({
    total: 0,
    withdrawn: 0,
    byStatus: CHOICES.byStatus[1].map((status) => ({ status, count: 0 })),
    byPartnershipType: CHOICES.byPartnershipType[1].map((partnershipType) => ({ partnershipType, count: 0 })),
    byCompanySize: CHOICES.byCompanySize[1].map((companySize) => ({ companySize, count: 0 })),
    byIndustry: [],
    approvalRate: null,
    medianHoursToDecision: null,
  });
});

test('counts a change by the API immediately', async () => {
  const ids = [];
  for (const industry of ['Software', 'Retail', 'Software']) ids.push(await givenApplication(api, { industry }));
  const [first = '', second = '', third = ''] = ids;
  await changeStatus(api, api.admin, { id: first, status: 'APPROVED' });
  await changeStatus(api, api.admin, { id: second, status: 'REJECTED' });
  await changeStatus(api, api.admin, { id: second, status: 'REVIEWING' });
  await changeStatus(api, api.admin, { id: third, status: 'REJECTED' });

  const answer = await statistics();

  expect(answer).toMatchObject({ total: 3, approvalRate: 0.5 });
  expect(answer?.byIndustry).toEqual([
    { industry: 'Software', count: 2 },
    { industry: 'Retail', count: 1 },
  ]);
  expect(answer).toEqual(await byHand({}));
});

describe('statistics match a manual count', () => {
  const random = chance(6);

  beforeAll(async () => {
    for (let fold = 0; fold < 2; fold++) {
      await insertApplications(
        api.rows,
        Array.from({ length: 250 }, () => someApplication(random, '2025-11-20T00:00:00Z', 110)),
      );
      if (fold === 0) await api.rows('select fold_partner_application_deltas(1000000)');
    }
    // Keeps those of other tests, which have emails.
    await api.rows(`delete from partner_application where hashtext(id::text) % 20 = 0
      and id not in (select application_id from email_message where application_id is not null)`);
  });

  test('for all time', async () => {
    expect(await statistics()).toEqual(await byHand({}));
    expect(await statistics({ first: 2 })).toEqual(await byHand({ first: 2 }));
    expect(await statistics({ first: null })).toEqual(await byHand({}));
  });

  test('for the median of an odd and an even number of decisions, in one hour and apart', async () => {
    for (let more = 0; more < 4; more++) {
      expect(await statistics()).toEqual(await byHand({}));
      await insertApplications(api.rows, [
        { status: 'REJECTED', created: '2026-01-01T00:00:00Z', decided: `2026-02-0${more + 1}T00:00:00Z` },
      ]);
    }
  });

  test('for ranges from minutes to months, at midnight or not, across ends of months', async () => {
    const start = Date.parse('2025-11-15T00:00:00Z');
    for (let round = 0; round < 60; round++) {
      const unit = [1, 60_000, 3_600_000, 86_400_000][round % 4] ?? 1;
      const moment = () => start + Math.round((random(120 * 86_400) * 1000 + random(1000)) / unit) * unit;
      const [from, to] = [moment(), moment()]
        .toSorted((one, other) => one - other)
        .map((time) => new Date(time).toISOString());
      for (const range of [{ from, to }, { from }, { to }, { from, to: from }]) {
        expect(await statistics(range)).toEqual(await byHand(range));
      }
    }
    for (const range of [
      { from: '2025-12-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
      { from: '2025-12-01T00:00:00Z', to: '2025-12-02T00:00:00Z' },
    ]) {
      expect(await statistics(range)).toEqual(await byHand(range));
    }
    expect(await statistics({ from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59.999Z' })).toEqual(
      await byHand({}),
    );
  });

  test('for the totals of lists', async () => {
    const LIST = `query ($filter: PartnerApplicationFilter) { partnerApplications(filter: $filter) { pageInfo { totalItems } } }`;
    const some = (values: readonly string[]) => (random(2) ? values.filter(() => random(2) === 0) : null);
    const when = () => (random(2) ? new Date(Date.parse('2025-11-15') + random(120 * 86_400_000)).toISOString() : null);
    for (let round = 0; round < 60; round++) {
      const filter = {
        status: some(CHOICES.byStatus[1]),
        withdrawn: [null, null, true, false][random(4)],
        partnershipType: some(CHOICES.byPartnershipType[1]),
        companySize: some(CHOICES.byCompanySize[1]),
        createdFrom: when(),
        createdTo: when(),
      };
      const { data } = await api.ask(api.admin, LIST, { filter });
      const [row] = await api.rows(
        `select count(*)::int as total from partner_application
          where status = any(coalesce($1::text[], array[status])) and ($2::boolean is null or $2 = (withdrawn_at is not null))
            and partnership_type = any(coalesce($3::text[], array[partnership_type]))
            and ($4::text[] is null or 'SIZE_' || translate(replace(company_size, '+', '-PLUS'), '-', '_') = any($4))
            and created_at >= coalesce($5::timestamptz, '-infinity') and created_at < coalesce($6::timestamptz, 'infinity')`,
        Object.values(filter),
      );
      expect(data).toEqual({ partnerApplications: { pageInfo: { totalItems: row?.['total'] } } });
    }
  });
});

test('reads only the selected fields, once, in one statement', async () => {
  const reads = async (selection: string) => {
    const statements = await statementsOf(() =>
      api.ask(api.admin, `{ partnerApplicationStatistics { ${selection} } }`),
    );
    return statements.filter((statement) => statement.includes('partner_application'));
  };

  expect(await reads('__typename')).toEqual([]);
  const [counts, ...others] = await reads('total byStatus { count } withdrawn byCompanySize { count } again: total');
  expect(others).toEqual([]);
  expect(counts?.match(/partner_application_(withdrawn_)?count/g)).toHaveLength(2);
  expect(counts).not.toMatch(/industry|activity|decision/);
  const [rate, ...more] = await reads('total byStatus { count } approvalRate again: approvalRate');
  expect(more).toEqual([]);
  expect(rate?.match(/partner_application_(count|decision_count)/g)).toHaveLength(2);
  const everything = await reads(
    'total byIndustry { count } some: byIndustry(first: 2) { count } overTime { submitted } medianHoursToDecision',
  );
  expect(everything).toHaveLength(1);
  expect(
    await reads(
      'overTime { submitted } medianHoursToDecision total some: byIndustry(first: 5) { count } byIndustry { count }',
    ),
  ).toEqual(everything);
});

test('refuses a range that ends before it starts, and too many industries', async () => {
  const ofRange = '($from: DateTime, $to: DateTime) { partnerApplicationStatistics(from: $from, to: $to) { total } }';
  expect(await refusal(`query ${ofRange}`, { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' })).toMatchObject(
    [{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'from' }] } }],
  );
  for (const first of [0, -1, 101]) {
    expect(await refusal(`{ partnerApplicationStatistics { byIndustry(first: ${first}) { count } } }`)).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'first' }] } },
    ]);
  }
});
