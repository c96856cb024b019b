import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { chance, insertApplications, someApplication } from '../../support/given/rows/application-rows.ts';
import { periodsByHand, type Asked, type Period } from '../../support/oracles/period-oracle.ts';

const api = useApi();

const OVER_TIME = `query ($from: DateTime, $to: DateTime, $interval: StatisticsInterval! = DAY, $timeZone: String! = "UTC") {
  partnerApplicationStatistics(from: $from, to: $to) {
    overTime(interval: $interval, timeZone: $timeZone) { periodStart submitted approved rejected withdrawn }
  }
}`;

const ask = (variables: object) =>
  api.ask<{ partnerApplicationStatistics: { overTime: Period[] } }>(api.admin, OVER_TIME, variables);

async function overTime(asked: Partial<Asked>): Promise<Period[] | undefined> {
  const { data, errors } = await ask(asked);
  expect(errors).toBeUndefined();
  return data?.partnerApplicationStatistics.overTime;
}

test('periods are empty before the first application', async () => {
  expect(await overTime({})).toEqual([]);
  expect(await overTime({ from: '2026-01-01T12:00:00Z' })).toEqual([]);
  expect(await overTime({ from: '2026-01-01T12:00:00Z', to: '2026-01-01T12:00:00Z' })).toEqual([]);
});

test('periods without events are zero', async () => {
  const [first, second, ...others] =
    (await overTime({ from: '2026-01-01T12:00:00Z', to: '2026-01-03T00:00:00Z' })) ?? [];

  expect(first).toEqual({
    periodStart: '2026-01-01T00:00:00.000Z',
    submitted: 0,
    approved: 0,
    rejected: 0,
    withdrawn: 0,
  });
  expect(second).toMatchObject({ periodStart: '2026-01-02T00:00:00.000Z' });
  expect(others).toEqual([]);
});

const iso = (time: number | undefined) => new Date(time ?? 0).toISOString();

/** Days of clock changes in the zones below. The applications are around these days. */
const CHANGES = [
  '2018-02-16',
  '2018-11-02',
  '2025-10-31',
  '2026-03-06',
  '2026-03-27',
  '2026-04-03',
  '2026-10-02',
  '2026-10-23',
];

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo', // until 2019 its clocks changed at midnight: 2018-11-04 begins at 01:00
  'America/Havana', // its clocks go back to midnight: 2025-11-02 has two
  'Asia/Kathmandu',
  'Australia/Lord_Howe', // by half an hour
  'Pacific/Auckland', // half a day ahead, and 13 hours in summer
  'Pacific/Kiritimati', // 14 hours ahead
];

async function givenApplications(): Promise<void> {
  const random = chance(4);
  for (const day of CHANGES) {
    await insertApplications(
      api.rows,
      Array.from({ length: 150 }, () => someApplication(random, `${day}T00:00:00Z`, 5)),
    );
  }
  // Some are in the cube, later ones only in the journal, and some no longer count.
  await api.rows('select fold_partner_application_deltas(1000000)');
  for (const day of CHANGES) {
    await insertApplications(
      api.rows,
      Array.from({ length: 20 }, () => someApplication(random, `${day}T00:00:00Z`, 5)),
    );
  }
  await api.rows(`delete from partner_application where hashtext(id::text) % 20 = 0`);
  await api.rows(`update partner_application set status = 'REVIEWING', decided_at = null, withdrawn_at = null
    where status = 'REJECTED' and hashtext(id::text) % 10 = 1`);
}

describe('periods match a manual count across every clock change', () => {
  beforeAll(givenApplications);

  test.each(ZONES)('by days in %s', async (timeZone) => {
    const random = chance(5);
    for (const day of CHANGES) {
      const start = Date.parse(day);
      const moment = () => start + (random(9 * 86_400) - 2 * 86_400) * 1000 + random(1000);
      const times = [moment(), moment()].toSorted((one, other) => one - other);
      for (const [from, to] of [times, [start, start + 10.25 * 86_400_000]]) {
        const asked = { from: iso(from), to: iso(to), interval: 'DAY', timeZone } as const;
        expect(await overTime(asked)).toEqual(await periodsByHand(api, asked));
      }
    }
  });

  test.each(ZONES)('by weeks and months in %s, with either end open', async (timeZone) => {
    for (const range of [{}, { from: '2025-10-31T04:05:06.789Z' }, { to: '2018-11-03T22:11:00Z' }]) {
      for (const interval of ['WEEK', 'MONTH'] as const) {
        const asked = { ...range, interval, timeZone };
        expect(await overTime(asked)).toEqual(await periodsByHand(api, asked));
      }
    }
  });
});

test('periods start at local midnight, on Mondays, and on the first of a month', async () => {
  const starts = async (asked: Partial<Asked>) => (await overTime(asked))?.map(({ periodStart }) => periodStart);

  expect(await starts({ from: '2026-03-28T12:00:00Z', to: '2026-03-30T12:00:00Z', timeZone: 'Europe/Berlin' })).toEqual(
    ['2026-03-27T23:00:00.000Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  );
  expect(
    await starts({ from: '2018-11-03T12:00:00Z', to: '2018-11-05T12:00:00Z', timeZone: 'America/Sao_Paulo' }),
  ).toEqual(['2018-11-03T03:00:00.000Z', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z']);
  expect(
    await starts({ from: '2025-11-01T12:00:00Z', to: '2025-11-03T12:00:00Z', timeZone: 'America/Havana' }),
  ).toEqual(['2025-11-01T04:00:00.000Z', '2025-11-02T04:00:00.000Z', '2025-11-03T05:00:00.000Z']);
  expect(await starts({ from: '2011-12-29T00:00:00Z', to: '2012-01-01T00:00:00Z', timeZone: 'Pacific/Apia' })).toEqual([
    '2011-12-28T10:00:00.000Z',
    '2011-12-29T10:00:00.000Z',
    '2011-12-30T10:00:00.000Z',
    '2011-12-31T10:00:00.000Z',
  ]);
  expect(
    await starts({
      from: '2026-01-01T00:00:00Z',
      to: '2026-01-06T00:00:00Z',
      interval: 'WEEK',
      timeZone: 'Asia/Kathmandu',
    }),
  ).toEqual(['2025-12-28T18:15:00.000Z', '2026-01-04T18:15:00.000Z']);
  expect(
    await starts({
      from: '2026-04-01T00:00:00Z',
      to: '2026-05-02T00:00:00Z',
      interval: 'MONTH',
      timeZone: 'Australia/Lord_Howe',
    }),
  ).toEqual(['2026-03-31T13:00:00.000Z', '2026-04-30T13:30:00.000Z']);
});

test.each([
  ['Asia/Kolkata', 'Asia/Calcutta'],
  ['Asia/Kolkata', '+05:30'],
  ['Asia/Kolkata', '+0530'],
  ['America/Sao_Paulo', '-03:00'], // since 2019
  ['Europe/Kyiv', 'Europe/Kiev'],
  ['America/Nuuk', 'America/Godthab'],
  ['America/Los_Angeles', 'US/Pacific'],
  ['America/Los_Angeles', 'US/Pacific-New'], // PostgreSQL no longer has it
  ['Europe/Berlin', 'europe/berlin'],
  ['Europe/Brussels', 'CET'],
  ['Asia/Tokyo', 'Japan'],
  ['America/New_York', 'EST5EDT'],
  ['UTC', 'GMT'],
  ['UTC', 'Etc/UTC'],
  ['UTC', 'Zulu'],
  ['UTC', '+00:00'],
])('%s is also known as %s', async (timeZone, alias) => {
  const range = { from: '2026-03-20T12:00:00Z', to: '2026-04-10T12:00:00Z', interval: 'DAY' } as const;

  const periods = await overTime({ ...range, timeZone: alias });

  expect(periods).toHaveLength(22);
  expect(periods).toEqual(await overTime({ ...range, timeZone }));
});

test.each([
  'Etc/Unknown', // sent by a browser that does not know its zone
  'undefined',
  'UTC+3',
  'BST', // of Britain, or of Bangladesh?
  'PST',
  'localtime',
  '+24:00',
  '<+03>-03',
  'Mars/Olympus_Mons',
  'posix/Europe/Berlin',
  'SystemV/AST4', // known to Node, but not an IANA name
  'Europe/Berlin\u0000',
  '',
  ' ',
])('refuses the time zone %j', async (timeZone) => {
  const { data, errors } = await ask({ timeZone });

  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'timeZone' }] } }]);
});

test('refuses too many periods, and suggests a solution', async () => {
  const { errors } = await ask({ from: '2000-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'interval' }] } }]);
  expect(errors?.[0]?.extensions.fields?.[0]?.message).toContain('1500');
  expect(await overTime({ from: '2000-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z', interval: 'WEEK' })).toHaveLength(
    1358,
  );
  expect(await overTime({ from: '2020-01-01T00:00:00Z', to: '2024-02-09T00:00:00Z' })).toHaveLength(1500);
});

test.each([
  { from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59.999Z' },
  { from: '0001-01-01T00:00:00Z' },
  { to: '9999-12-31T23:59:59.999Z' },
])('refuses the earliest and latest times like any range that is too long: %j', async (range) => {
  for (const timeZone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const { errors } = await ask({ ...range, timeZone });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'interval' }] } }]);
  }
});
