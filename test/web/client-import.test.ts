import fc from 'fast-check';
import papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../../web/src/api/api.error.ts';
import type { ImportedClientInput } from '../../web/src/generated/partner/graphql.ts';
import { columnsOf, rowsOf } from '../../web/src/partner/import/columns.ts';
import { readCsv } from '../../web/src/partner/import/csv.file.ts';
import { callsOf, runImport, twinsIn, type Result } from '../../web/src/partner/import/import.run.ts';

const read = (file: File) => readCsv(file, papa);
const fileOf = (...parts: BlobPart[]) => new File(parts, 'clients.csv');

describe('a file', () => {
  test.each([
    { by: 'commas', text: 'Company,Plan\nAcme,"a, b"\n' },
    { by: 'semicolons', text: 'Company;Plan\r\nAcme;"a, b"\r\n' },
    { by: 'tabs', text: 'Company\tPlan\nAcme\t"a, b"' },
  ])('is read with $by', async ({ text }) => {
    expect(await read(fileOf(text))).toEqual({
      name: 'clients.csv',
      headings: ['Company', 'Plan'],
      rows: [['Acme', 'a, b']],
    });
  });

  test.each([
    { as: 'UTF-8 with a mark', bytes: Buffer.from('\ufeffFirma\nMüller', 'utf8') },
    { as: 'UTF-16', bytes: Buffer.from('\ufeffFirma\nMüller', 'utf16le') },
    { as: 'the Western code page', bytes: Buffer.from('Firma\nMüller', 'latin1') },
  ])('is read as $as', async ({ bytes }) => {
    expect(await read(fileOf(new Uint8Array(bytes)))).toMatchObject({ headings: ['Firma'], rows: [['Müller']] });
  });

  test('has rows as long as its headings, and no blank ones', async () => {
    expect(await read(fileOf('a,b\n1\n , \n1,2,3\n'))).toMatchObject({
      rows: [
        ['1', ''],
        ['1', '2'],
      ],
    });
  });

  test.each([
    { why: 'no rows', file: fileOf('Company,Plan\n'), wrong: 'empty' },
    { why: 'nothing', file: fileOf(''), wrong: 'empty' },
    { why: '5,001 rows', file: fileOf(`Company\n${'Acme\n'.repeat(5_001)}`), wrong: 'tooMany' },
    { why: 'more than 10 MB', file: fileOf('x'.repeat(10_000_001)), wrong: 'tooLarge' },
    { why: 'binary content', file: fileOf('PK\u0003\u0004\0\0\nx'), wrong: 'unreadable' },
  ])('with $why is refused', async ({ file, wrong }) => {
    expect(await read(file)).toEqual({ wrong });
  });
});

test.each([
  [
    ['Company', 'Contact', 'E-mail', 'Phone', 'Plan'],
    [0, 1, 2, 3, 4],
  ],
  [
    ['Firma', 'Ansprechpartner', 'E-Mail-Adresse', 'Telefonnummer', 'Tarif'],
    [0, 1, 2, 3, 4],
  ],
  [
    ['companyName', 'contactName', 'contactEmail', 'contactPhone', 'subscriptionTier'],
    [0, 1, 2, 3, 4],
  ],
  [
    ['ID', 'Client name', 'Name', 'Email'],
    [1, 2, 3, undefined, undefined],
  ],
])('guesses the columns of %j', (headings, expected) => {
  const { companyName, contactName, contactEmail, contactPhone, subscriptionTier } = columnsOf(headings);

  expect([companyName, contactName, contactEmail, contactPhone, subscriptionTier]).toEqual(expected);
});

test('rows have their number in a spreadsheet as key, and the plan for those without one', () => {
  const headings = ['Company', 'Contact', 'Email', 'Plan'];
  const file = {
    name: '',
    headings,
    rows: [
      ['Acme', 'Ada', 'a@x.example', 'Gold'],
      ['Bold', 'Bo', 'b@x.example', ' '],
    ],
  };

  const rows = rowsOf(file, { columns: columnsOf(headings), plan: 'Basic', billingOwnedByReseller: false });

  expect(rows).toMatchObject([
    { key: '2', companyName: 'Acme', contactName: 'Ada', subscriptionTier: 'Gold', billingOwnedByReseller: false },
    { key: '3', companyName: 'Bold', contactPhone: '', subscriptionTier: 'Basic' },
  ]);
});

test('calls have all rows once and in order, at most 100 and 60,000 characters each', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 400 });

  fc.assert(
    fc.property(sizes, (lengths) => {
      const rows = lengths.map((length, index): ImportedClientInput => ({
        key: String(index),
        companyName: 'x'.repeat(length),
      }));

      const calls = callsOf(rows);

      expect(calls.flat()).toEqual(rows);
      for (const call of calls) {
        expect(call.length).toBeLessThanOrEqual(100);
        expect(JSON.stringify(call).length).toBeLessThanOrEqual(60_300);
      }
    }),
    { seed: 20 },
  );
});

const result = (key: string, more: Partial<Result> = {}): Result => ({
  key,
  status: 'VALID',
  mailbox: `${key}@x.example`,
  client: null,
  error: null,
  problems: [],
  ...more,
});

test('rows of different calls with one mailbox are found, but not after an invalid one', () => {
  const mailbox = 'ada@x.example';
  const problems = [
    { field: 'companyName', message: '', rule: 'LENGTH', min: 1, max: 200, character: null, codePoint: null },
  ];
  const results = [
    result('2', { mailbox, status: 'FAILED', problems }),
    result('3', { mailbox }),
    result('4'),
    result('5', { mailbox }),
    result('6', { mailbox: null, status: 'FAILED' }),
  ];

  expect(twinsIn(results)).toEqual(new Map([['5', '3']]));
});

describe('an import', () => {
  const rows = Array.from({ length: 250 }, (_, index): ImportedClientInput => ({ key: String(index) }));
  const sent = (call: ImportedClientInput[]) => call.map(({ key }) => result(key));
  const limited = () => new ApiError({ message: '', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 7 } });

  test('waits if there are too many calls, and sends each row once', async () => {
    const [keys, waits] = [[] as string[], [] as number[]];
    let calls = 0;

    await runImport(rows, {
      send: async (call) => {
        if (++calls === 2) throw limited();
        return sent(call);
      },
      onResults: (results) => keys.push(...results.map(({ key }) => key)),
      wait: async (milliseconds) => void waits.push(milliseconds),
      signal: new AbortController().signal,
    });

    expect(keys).toEqual(rows.map(({ key }) => key));
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(5_000);
  });

  test('stops at a failed call, and keeps the results before', async () => {
    const keys: string[] = [];
    const failure = new ApiError({ message: '', extensions: { code: 'UNAVAILABLE' } });

    const run = runImport(rows, {
      send: async (call) => {
        if (call[0]?.key === '100') throw failure;
        return sent(call);
      },
      onResults: (results) => keys.push(...results.map(({ key }) => key)),
      wait: async () => undefined,
      signal: new AbortController().signal,
    });

    await expect(run).rejects.toBe(failure);
    expect(keys).toHaveLength(100);
  });

  test('sends nothing more once the page is left', async () => {
    const page = new AbortController();
    let calls = 0;

    const run = runImport(rows, {
      send: async (call) => {
        calls++;
        page.abort();
        return sent(call);
      },
      onResults: () => undefined,
      wait: async () => undefined,
      signal: page.signal,
    });

    await expect(run).rejects.toThrow('abort');
    expect(calls).toBe(1);
  });
});
