import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { insertApplications, type ApplicationRow } from '../../support/given/rows/application-rows.ts';

const api = useApi();

const HOUR = 3_600_000;
const RANGE = { from: '2026-01-02T07:00:00Z', to: '2026-03-03T21:30:00Z' };

/** Decided after this many milliseconds, and submitted in the range or before it. */
function decided(after: number, submitted = `2026-01-${String(10 + (after % 19))}T10:00:00Z`): ApplicationRow {
  return { status: 'APPROVED', created: submitted, decided: new Date(Date.parse(submitted) + after).toISOString() };
}

async function medians(): Promise<(number | undefined)[]> {
  const { data } = await api.ask<Record<'all' | 'ranged', { medianHoursToDecision: number }>>(
    api.admin,
    `query ($from: DateTime!, $to: DateTime!) {
      all: partnerApplicationStatistics { medianHoursToDecision }
      ranged: partnerApplicationStatistics(from: $from, to: $to) { medianHoursToDecision }
    }`,
    RANGE,
  );
  return [data?.all.medianHoursToDecision, data?.ranged.medianHoursToDecision];
}

/** In hours, from the sorted rows: the middle one, or the average of the two middle ones. */
async function byHand(condition = 'true'): Promise<unknown> {
  const [row] = await api.rows(
    `select percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at) / 3600) as median
     from partner_application where decided_at is not null and ${condition}`,
  );
  return expect.closeTo(Number(row?.['median']), 9);
}

test('the median moves through the decisions of ten minutes as later ones are added one by one', async () => {
  const close = Array.from({ length: 40 }, (_, index) => decided(100 * HOUR + index * 13_001));
  const quicker = Array.from({ length: 38 }, (_, index) => decided(index * HOUR + 7));
  const before = Array.from({ length: 5 }, (_, index) => decided(100 * HOUR + index * 90_000, '2025-12-01T00:00:00Z'));
  await insertApplications(api.rows, [...close, ...quicker, ...before]);
  await api.rows('select fold_partner_application_deltas(1000)');

  for (let slower = 0; slower < 76; slower++) {
    expect(await medians()).toEqual([
      await byHand(),
      await byHand(`created_at >= '${RANGE.from}' and created_at < '${RANGE.to}'`),
    ]);
    await insertApplications(api.rows, [decided((200 + slower) * HOUR)]);
  }
});
