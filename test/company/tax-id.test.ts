import { expect, test } from 'vitest';
import { COUNTRIES } from '../../src/company/company.countries.ts';
import { normalTaxId, taxIdProblem } from '../../src/company/company.tax-id.ts';
import { COUNTRY_CODES } from '../../web/src/company/country.codes.ts';

const isTaxId = (text: string, country: string | null): boolean =>
  taxIdProblem(normalTaxId(text, country), country) === undefined;

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

test('each country of the EU has a shape, which its example has, and no other country’s example', () => {
  const examples = EU.map((country) => [country, taxIdProblem('?', country)?.example ?? ''] as const);

  for (const [country, example] of examples) {
    expect([country, isTaxId(example, country)]).toEqual([country, true]);
    const others = examples.filter(([other]) => other !== country);
    expect(others.filter(([, text]) => isTaxId(text, country))).toEqual([]);
  }
});

test.each([
  ['de 123 456 789', 'DE', true],
  ['DE12345678', 'DE', false],
  ['123456789', 'DE', false],
  ['EL123456789', 'GR', true],
  ['GR123456789', 'GR', false],
  ['NL123456789B01', 'NL', true],
  ['CHE-123.456.788 MWST', 'CH', true],
  ['GB 123 4567 89', 'GB', true],
  ['12-3456789', 'US', true],
  ['12-3456789', null, true],
  ['1', 'US', false],
  ['none', 'US', false],
  ['<b>1</b>', 'US', false],
  ['1'.repeat(31), 'US', false],
])('%s of %s: %s', (text, country, expected) => {
  expect(isTaxId(text, country)).toBe(expected);
});

test('the countries are the 249 of ISO 3166-1, and Kosovo, for the API and the form', () => {
  expect(COUNTRIES.size).toBe(250);
  expect([...COUNTRIES]).toEqual(expect.arrayContaining([...EU, 'CH', 'GB', 'US', 'XK']));
  expect(['UK', 'EU', 'ZZ', 'DD', 'SU', 'AN', 'de'].filter((code) => COUNTRIES.has(code))).toEqual([]);
  expect(COUNTRY_CODES).toEqual([...COUNTRIES]);
});
