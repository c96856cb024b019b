import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalWebAddress } from '../../../src/core/text/web.address.ts';
import { useApi } from '../../support/api.ts';
import { counts, submit, validInput } from '../../support/given/applications.ts';

const api = useApi();

describe('accepts a website in any common spelling, and stores its normal form', () => {
  test.each([
    // Unchanged, with or without a scheme
    ['https://example.com', 'https://example.com'],
    ['http://example.com', 'http://example.com'],
    ['www.example.com', 'https://www.example.com'],
    ['example.com', 'https://example.com'],
    ['Example.COM/Path?Q=1#Top', 'https://example.com/Path?Q=1#Top'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['example.com:80', 'http://example.com'],
    ['example.com?q=1', 'https://example.com/?q=1'],
    // Schemes as typed and pasted
    ['HTTP://WWW.Example.com:80/', 'http://www.example.com'],
    ['https:example.com', 'https://example.com'],
    ['https:/example.com', 'https://example.com'],
    ['http//example.com', 'http://example.com'],
    ['//example.com', 'https://example.com'],
    [String.raw`https:\\example.com\a`, 'https://example.com/a'],
    ['https://https://example.com', 'https://example.com'],
    ['https://http://example.com', 'http://example.com'],
    ['http:// example.com', 'http://example.com'],
    // Surrounding characters
    [' https://example.com/ \n', 'https://example.com'],
    ['<https://example.com/a>', 'https://example.com/a'],
    ['"www.example.com",', 'https://www.example.com'],
    ['„example.com“', 'https://example.com'],
    ['(example.com)', 'https://example.com'],
    ['example.com.', 'https://example.com'],
    ['example.com,', 'https://example.com'],
    ['https://en.wikipedia.org/wiki/Apple_Inc.', 'https://en.wikipedia.org/wiki/Apple_Inc.'],
    ['https://example.com./a', 'https://example.com/a'],
    ['https://example.com:443/?', 'https://example.com'],
    // Hosts
    ['my_shop.tumblr.com', 'https://my_shop.tumblr.com'],
    ['a-.tumblr.com', 'https://a-.tumblr.com'],
    ['müller.de', 'https://xn--mller-kva.de'],
    ['MÜLLER.de/Über', 'https://xn--mller-kva.de/%C3%9Cber'],
    ['faß.de', 'https://xn--fa-hia.de'],
    ['例え。jp', 'https://xn--r8jz45g.jp'],
    ['ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／ａ', 'https://example.com/a'],
    ['пример.рф', 'https://xn--e1afmkfd.xn--p1ai'],
    ['نامه\u200cای.com', 'https://xn--mgba3gch31f060k.com'],
    ['💩.la', 'https://xn--ls8h.la'],
    ['xn--mller-kva.de', 'https://xn--mller-kva.de'],
    // Invisible characters
    ['https://exa\u00admple.com', 'https://example.com'],
    ['https://ex\u200bample.com', 'https://example.com'],
    ['\ufeffhttps://example.com\u200e', 'https://example.com'],
    ['\u2068https://example.com\u2069', 'https://example.com'],
    ['https://שלום.example\u200f/', 'https://xn--9dbne9b.example'],
  ])('%j', async (website, normal) => {
    const { data, errors } = await submit(api, validInput({ website }));

    expect(errors).toBeUndefined();
    const id = data?.submitPartnerApplication.applicationId;
    expect(await api.rows('select website from partner_application where id = $1', [id])).toEqual([
      { website: normal },
    ]);
  });
});

describe('refuses an address that is not public, and stores nothing', () => {
  test.each([
    'mailto:a@b.example',
    'javascript:alert(1)',
    'javascript://example.com/%0aalert(1)',
    'data:text/html,x',
    'ftp://example.com',
    'file:///etc/passwd',
    'view-source:https://example.com',
    'htps://example.com',
    'info@example.com',
    'https://user:secret@example.com',
    'https://example.com@evil.example',
    'https://example.com%2f@evil.example',
    'localhost',
    'https://localhost:3000',
    'https://intranet/',
    '127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://[::1]/',
    'https://example',
    'https://example.123',
    'a..b.example',
    'https://.example.com',
    'https://example.com:99999',
    'https://exa mple.com',
    'https://example.com/a b',
    'www.example.com, www.example.org',
    'see example.com',
    'https://',
    'www.',
    'n/a',
    '-',
    'https://a\u202eb.example',
    `https://${'a'.repeat(64)}.example`,
    `https://${'abc.'.repeat(70)}example`,
    `https://example.com/${'ü'.repeat(1_000)}`,
  ])('%j', async (website) => {
    const before = await counts(api);

    const { errors } = await submit(api, validInput({ website }));

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.website' }] } }]);
    expect(await counts(api)).toEqual(before);
  });

  test('the message gives a valid example', async () => {
    const { errors } = await submit(api, validInput({ website: 'ftp://example.com' }));

    const message = 'must be an http or https address, such as https://example.com';
    expect(errors?.[0]?.extensions.fields).toEqual([{ path: 'input.website', message, rule: 'WEB_ADDRESS' }]);
  });
});

test('normalizing is idempotent, and keeps the meaning for a browser', () => {
  const part = fc.constantFrom(
    'https:',
    'http',
    ':',
    '/',
    '//',
    '\\',
    'example',
    '.com',
    '.',
    'ü',
    '。',
    '@',
    '?',
    '#',
    ':443',
    '%2e',
    '<',
    '>',
    '"',
    'a_b',
    ' ',
    '\u200d',
    '١',
    '0x',
    'xn--',
  );
  const address = fc.oneof(
    fc.array(part, { maxLength: 9 }).map((parts) => parts.join('')),
    fc.webUrl(),
    fc.domain(),
  );

  fc.assert(
    fc.property(address, (text) => {
      const normal = normalWebAddress(text);
      fc.pre(normal !== undefined);

      expect(normalWebAddress(normal)).toBe(normal);
      expect(new URL(normal).href.replace(/^([^/]*\/\/[^/]*)\/$/, '$1')).toBe(normal);
      expect(normal).toMatch(/^https?:\/\/[a-z\d._-]+\.[a-z][a-z\d-]+(:\d+)?(\/[!-~]*)?$/);
    }),
    { numRuns: 5_000, seed: 77 },
  );
});
