import { expect, test } from 'vitest';
import { formatMoney } from '../../src/money/currency.ts';
import { MinorUnits } from '../../src/money/minor-units.scalar.ts';
import { PlainDate } from '../../src/core/graphql/date.scalar.ts';
import { addDays, dayOf, daysBetween } from '../../src/core/text/day.ts';

test.each([
  [1999, 'EUR', 'en', '€19.99'],
  [-5, 'USD', 'en', '-$0.05'],
  [7800, 'JPY', 'en', '¥7,800'],
  [12_000, 'KWD', 'en', 'KWD 12.000'],
  [Number.MAX_SAFE_INTEGER, 'EUR', 'en', '€90,071,992,547,409.91'],
  [123_450, 'EUR', 'de', '1.234,50 €'],
  [100, 'EUR', 'no such language', '€1.00'],
])('%i %s in %s is %s', (amount, currency, locale, text) => {
  expect(formatMoney({ amount, currency }, locale).replaceAll(/\s/gu, ' ')).toBe(text);
});

test.each([1.5, Number.MAX_SAFE_INTEGER + 1, '5', null])('%s is no amount', (value) => {
  expect(() => MinorUnits.parseValue(value)).toThrow('MinorUnits must be a whole number');
});

test.each(['2027-02-29', '2027-13-01', '2027-1-1', '0000-01-01', '2027-01-01T00:00:00Z', '', 20_270_101, null])(
  '%s is no day',
  (value) => {
    expect(() => PlainDate.parseValue(value)).toThrow('Date must be a day');
  },
);

test('days are counted without clocks', () => {
  expect(dayOf('2028-02-29')).toBe('2028-02-29');
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(daysBetween('2027-03-01', '2027-04-01')).toBe(31);
});
