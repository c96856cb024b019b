import { expect } from 'vitest';
import type { Api } from '../api.ts';

/** All values in the order of their enum. */
export const CHOICES = {
  byStatus: ['status', ['PENDING', 'REVIEWING', 'APPROVED', 'REJECTED']],
  byPartnershipType: ['partnershipType', ['RESELLER', 'REFERRAL', 'TECHNOLOGY']],
  byCompanySize: ['companySize', ['SIZE_1_10', 'SIZE_11_50', 'SIZE_51_200', 'SIZE_201_500', 'SIZE_501_PLUS']],
} as const;

export interface Range {
  from?: string | undefined;
  to?: string | undefined;
  first?: number;
}

/** Computes the statistics of a range from the rows, in the simplest way. */
export async function statisticsByHand(api: Api, { from, to, first = 10 }: Range): Promise<object> {
  const rows = await api.rows(
    `select case when withdrawn_at is null then status else 'WITHDRAWN' end as status, partnership_type as "partnershipType", industry,
      'SIZE_' || translate(replace(company_size, '+', '-PLUS'), '-', '_') as "companySize",
      (extract(epoch from decided_at - created_at) / 3600)::float8 as hours
    from partner_application
    where created_at >= coalesce($1::timestamptz, '-infinity') and created_at < coalesce($2::timestamptz, 'infinity')`,
    [from ?? null, to ?? null],
  );
  const count = (column: string, value: string) => rows.filter((row) => row[column] === value).length;
  const counts = Object.entries(CHOICES).map(([field, [name, values]]) => [
    field,
    values.map((value) => ({ [name]: value, count: count(name, value) })),
  ]);
  const hours = rows.flatMap((row) => (row['hours'] === null ? [] : [Number(row['hours'])])).toSorted((a, b) => a - b);
  const middle = [hours[Math.ceil(hours.length / 2) - 1], hours[Math.floor(hours.length / 2)]];
  const approved = count('status', 'APPROVED');
  return {
    total: rows.length,
    withdrawn: count('status', 'WITHDRAWN'),
    ...Object.fromEntries(counts),
    byIndustry: [...new Set(rows.map(({ industry }) => String(industry)))]
      .toSorted(new Intl.Collator('en', { numeric: true }).compare)
      .map((industry) => ({ industry, count: count('industry', industry) }))
      .toSorted((one, other) => other.count - one.count)
      .slice(0, first),
    approvalRate: hours.length > 0 ? approved / hours.length : null,
    medianHoursToDecision: hours.length > 0 ? expect.closeTo(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2, 9) : null,
  };
}
