import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { createKey } from '../../support/given/api-keys.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const LIST = `query ($time: DateTime) { partnerApplications(filter: { createdFrom: $time }) { items { id } } }`;

describe('F8: refuses a time beyond the database or RFC 3339, and names its field', () => {
  test.each([
    ['before year 1 in UTC', '0001-01-01T00:00:00+00:01'],
    ['before year 1', '0000-01-01T00:00:00+14:00'],
    ['after year 9999 in UTC', '9999-12-31T23:59:59-14:00'],
    ['of five digits', '+010000-01-01T00:00:00Z'],
    ['negative', '-000001-12-31T10:00:00Z'],
    ['on the 30th of February', '2026-02-30T00:00:00Z'],
    ['on the 29th of February, but not in a leap year', '2100-02-29T00:00:00Z'],
    ['at 24 o’clock', '2026-01-01T24:00:00Z'],
    ['in a leap second', '1990-12-31T23:59:60Z'],
    ['without a zone', '2026-01-01T00:00:00'],
    ['without a time', '2026-01-01'],
    ['with a space', '2026-01-01 00:00:00Z'],
    ['with a minus sign', '2026-01-01T00:00:00|01:00'],
    ['as a word of PostgreSQL', 'infinity'],
    ['as an empty text', ''],
    ['as a number', 1_767_225_600_000],
  ])('%s: %j', async (_, time) => {
    const asVariable = await api.ask(api.admin, LIST, { time });
    const asLiteral = await api.ask(
      api.admin,
      LIST.replace('($time: DateTime)', '').replace('$time', JSON.stringify(time)),
    );
    const asExpiry = await createKey(api, reseller.actor, { expiresAt: time as string });

    const problem = { path: 'time', message: expect.stringContaining('from year 1 to 9999 in UTC') };
    expect(asVariable.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [problem] } }]);
    expect(asLiteral.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(asLiteral.errors?.[0]?.message).toContain('from year 1 to 9999 in UTC');
    expect(asExpiry.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'expiresAt' }] } },
    ]);
    expect(await api.rows('select 1 from api_key')).toEqual([]);
  });
});

test.each([
  ['the last moment', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ['a fraction of a millisecond, which is cut off', '9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.999Z'],
  ['another zone', '9999-12-31T23:59:59+14:00', '9999-12-31T09:59:59.000Z'],
  ['small letters (RFC 3339, 5.6)', '2099-01-01t00:00:00z', '2099-01-01T00:00:00.000Z'],
  ['a negative zero (RFC 3339, 4.3)', '2099-01-01T00:00:00-00:00', '2099-01-01T00:00:00.000Z'],
])('%s is kept to the millisecond', async (_, time, kept) => {
  const { data } = await createKey(api, (await givenPartner(api)).actor, { expiresAt: time });

  expect(data?.createApiKey.apiKey.expiresAt).toBe(kept);
});

describe('from the first to the last valid time', () => {
  const from = '0001-01-01T00:00:00Z';
  const to = '9999-12-31T23:59:59.999Z';

  test('finds and exports applications', async () => {
    const id = await givenApplication(api);
    const list = `query ($filter: PartnerApplicationFilter) { partnerApplications(filter: $filter) { items { id } pageInfo { totalItems } } }`;
    const link = `mutation ($filter: PartnerApplicationFilter) { exportPartnerApplications(filter: $filter) { url } }`;
    const filter = { createdFrom: from, createdTo: to };

    const found = await api.ask<{ partnerApplications: { items: { id: string }[] } }>(api.admin, list, { filter });
    const exported = await api.ask<{ exportPartnerApplications: { url: string } }>(api.admin, link, { filter });

    expect(found.data?.partnerApplications.items[0]).toEqual({ id });
    const { pathname, search } = new URL(exported.data?.exportPartnerApplications.url ?? '');
    expect(await (await fetch(`${api.url}${pathname}${search}`)).text()).toContain(id);
  });

  test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])(
    'counts statistics, and refuses too many periods in %s',
    async (timeZone) => {
      const query = `query ($from: DateTime, $to: DateTime, $timeZone: String!) {
        partnerApplicationStatistics(from: $from, to: $to) { total medianHoursToDecision byIndustry { count } }
        over: partnerApplicationStatistics(from: $from, to: $to) { overTime(interval: WEEK, timeZone: $timeZone) { submitted } }
      }`;

      const counted = await api.ask(api.admin, query.replace(/over: .*/, '').replace(', $timeZone: String!', ''), {
        from,
        to,
      });
      const over = await api.ask(api.admin, query, { from, to, timeZone });

      expect(counted.errors).toBeUndefined();
      expect(over.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'interval' }] } }]);
    },
  );

  test('F8: finds audit events', async () => {
    const query = `query ($from: DateTime, $to: DateTime) { auditEvents(filter: { from: $from, to: $to }) { pageInfo { totalItems } } }`;

    expect((await api.ask(api.admin, query, { from, to })).errors).toBeUndefined();
  });
});
