import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { cellsOf, downloadExport, exportLink } from '../../support/given/exports.ts';

const api = useApi();

/** The number of columns, and the places of two of them. */
const TITLES = 19;
const PHONE = 3;
const MOTIVATION = 14;

/** Texts that a spreadsheet shows unchanged, and possible formulas, which get an apostrophe. */
const HARMLESS = [
  'Plain & Co',
  'a=b',
  '1+1',
  'Ümlaut – dash',
  '+49 30 1234567',
  '+1 (555) 010-9999',
  '+44 20/7946.0000',
  '030 1234567',
  '“Quoted”',
];
const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '﹢1',
  '\u22121',
  '\t=1',
  '\ttext',
  '\r=1',
  '\rtext',
  '\n=1',
  '  =1',
  '\u00a0=1',
  '\u3000＝1',
  '\u200b=1',
  '\ufeff=1',
  '\u2060\u00ad @x',
  '\u202e=1',
  '+49-1',
  '+49-30-123',
  '+49 30-A1',
  '+49 30|x',
  '+cmd|x',
];

test('F3: no cell is a formula in a spreadsheet, and phone numbers stay as typed', async () => {
  const texts = [...HARMLESS, ...FORMULAS];
  for (const [index, text] of texts.entries()) {
    await api.rows(
      `insert into partner_application (id, company_name, contact_name, contact_email, contact_phone, partnership_type,
         company_size, industry, motivation, created_at, updated_at)
       values (gen_random_uuid(), 'Signs', 'S', $1, $2, 'RESELLER', '1-10', 'Signs', $2,
         timestamptz '2025-03-01' + $3 * interval '1 minute', now())`,
      [`signs-${index}@signs.example`, text, index],
    );
  }

  const link = await exportLink(api, { filter: { industry: ['Signs'] }, sortOrder: 'ASC' });
  const file = await (await fetch(link)).text();

  const motivations = cellsOf(file).filter((_, cell) => cell % TITLES === MOTIVATION && cell >= TITLES);
  const phones = cellsOf(file).filter((_, cell) => cell % TITLES === PHONE && cell >= TITLES);
  const expected = [...HARMLESS, ...FORMULAS.map((text) => `'${text}`)];
  expect(motivations).toEqual(expected);
  expect(phones).toEqual(expected);
});

test.each([
  ['+4930123456', '+49 30123456'],
  ['+15550109999', '+1 5550109999'],
  ['+420123456789', '+420 123456789'],
  ['+70123456789', '+7 0123456789'],
])('adds a space to a phone number that spreadsheets would read as a number: %s', async (typed, shown) => {
  const industry = `Phone ${typed}`;
  await givenApplication(api, { industry, contactPhone: typed });

  expect((await downloadExport(api, { filter: { industry: [industry] } })).map(({ Phone }) => Phone)).toEqual([shown]);
});
