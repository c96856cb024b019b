import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmailAddress, isSameAddress, mailboxOf, tidyAddress } from '../../../src/core/text/mailbox.ts';

/** How people and programs write `anna@b.example`. */
test.each([
  ['capital letters', 'Anna@B.Example'],
  ['full-width letters, @ and dot', 'ａｎｎａ＠ｂ．ｅｘａｍｐｌｅ'],
  ['the full stop of Chinese and Japanese', 'anna@b。example'],
  ['its half-width form', 'anna@b｡example'],
  ['a small @', 'anna﹫b.example'],
  ['the dot of the DNS root', 'anna@b.example.'],
  ['spaces around, some that do not break', '\u00a0 anna@b.example\u3000\u2028'],
  ['a tab and line ends of a spreadsheet', '\tanna@b.example\r\n'],
  ['the line end of a mainframe', 'anna@b.example\u0085'],
  ['a byte order mark', '\ufeffanna@b.example'],
  ['zero-width spaces', 'an\u200bna@b\u2060.example'],
  ['soft hyphens', 'an\u00adna@b.exam\u00adple'],
  ['joiners without letters to join', 'an\u200dna@b\u200c.example'],
  ['direction marks', '\u202aanna@b.example\u202c\u200e'],
  ['isolates', '\u2066anna@b.example\u2069'],
  ['variation selectors', 'anna\ufe0f@b.example'],
  ['mailto:', 'mailto:anna@b.example'],
  ['MAILTO: and a subject', 'MAILTO:anna@b.example?subject=Hello'],
  ['angle brackets', '<anna@b.example>'],
  ['the comma of a list', 'anna@b.example, '],
  ['the semicolon of Outlook', 'anna@b.example;'],
  ['decorative letters', '𝐚𝐧𝐧𝐚@𝕓.example'],
  ['letters in circles', 'ⓐnna@b.example'],
])('F7: %s: one address, one mailbox', (_, text) => {
  expect(tidyAddress(text)).toBe('anna@b.example');
  expect(mailboxOf(text)).toBe('anna@b.example');
});

test.each([
  ['a typographic apostrophe', 'o’brien@b.example', "o'brien@b.example"],
  ['an acute accent for an apostrophe', 'o´brien@b.example', "o'brien@b.example"],
  ['a non-breaking hyphen', 'anna\u2011maria@b.example', 'anna-maria@b.example'],
  ['a dash in the domain', 'anna@b\u2013c.example', 'anna@b-c.example'],
  ['a domain in Unicode', 'anna@Bücher.example', 'anna@xn--bcher-kva.example'],
  ['the same decomposed', 'anna@bu\u0308cher.example', 'anna@xn--bcher-kva.example'],
  ['the same as Punycode from a browser', 'anna@XN--BCHER-KVA.example', 'anna@xn--bcher-kva.example'],
  ['a ß in the domain', 'anna@straße.example', 'anna@xn--strae-oqa.example'],
  ['a joiner that changes the domain', 'anna@نامه\u200cای.com', 'anna@xn--mgba3gch31f060k.com'],
  ['a local part in Unicode, decomposed', 'zoe\u0308@b.example', 'zo\u00eb@b.example'],
  ['the sign of kelvin', '\u212aim@b.example', 'kim@b.example'],
  ['a ligature', 'ﬁnn@b.example', 'finn@b.example'],
  ['capitals of a Turkish keyboard', 'İLKER@GMAİL.COM', 'ilker@gmail.com'],
])('%s', (_, text, tidy) => {
  expect(tidyAddress(text)).toBe(tidy);
  expect(isEmailAddress(tidyAddress(text))).toBe(true);
});

test('a dotted i in Punycode is an i', () => {
  const dotted = new URL('http://gmai\u0307l.com').hostname;

  expect(dotted).toMatch(/^xn--/);
  expect(tidyAddress(`ilker@${dotted}`)).toBe('ilker@gmail.com');
});

test.each([
  ['the text after a plus', 'anna+crm@b.example', 'anna@b.example'],
  ['several pluses', 'anna+crm+2@b.example', 'anna@b.example'],
  ['a plus at the start, which is the name', '+anna@b.example', '+anna@b.example'],
  ['a full-width plus', 'anna＋crm@b.example', 'anna@b.example'],
  ['dots of Gmail', 'a.n.n.a@gmail.com', 'anna@gmail.com'],
  ['Gmail by its other name', 'An.na+x@GoogleMail.com', 'anna@gmail.com'],
  ['dots elsewhere, which are significant', 'a.nna@b.example', 'a.nna@b.example'],
  ['Proton', 'anna@pm.me', 'anna@proton.me'],
  ['Proton by its first name', 'anna@protonmail.com', 'anna@proton.me'],
  ['Apple', 'anna@mac.com', 'anna@icloud.com'],
  ['Yandex', 'anna@ya.ru', 'anna@yandex.ru'],
  ['a final sigma', 'ΟΔΟΣ@b.example', 'οδοσ@b.example'],
  ['a property name of JavaScript objects', 'anna@constructor', 'anna@constructor'],
])('a mailbox ignores %s', (_, address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

test.each([
  ['i without a dot', 'gıthub@b.example', 'github@b.example'],
  ['ß', 'straße@b.example', 'strasse@b.example'],
  ['a Cyrillic a', '\u0430nna@b.example', 'anna@b.example'],
  ['a Cyrillic a in the domain', 'anna@\u0430cme.example', 'anna@acme.example'],
  ['an accent', 'zoë@b.example', 'zoe@b.example'],
  ['a domain below', 'anna@mail.b.example', 'anna@b.example'],
])('%s is another mailbox', (_, one, other) => {
  expect(mailboxOf(one)).not.toBe(mailboxOf(other));
});

test.each([
  ['a display name', 'Anna <anna@b.example>'],
  ['two addresses', 'anna@b.example, bea@b.example'],
  ['quotes', '"anna"@b.example'],
  ['a header in quotes', '"a\r\nBcc: x@y.z"@b.co'],
  ['a comment', 'anna(work)@b.example'],
  ['a line end within', 'anna@b.\nexample'],
  ['a tab within', 'an\tna@b.example'],
  ['a path', 'anna@b.example/x'],
  ['a port', 'anna@b.example:25'],
  ['a percent', 'anna@b%2Eexample'],
  ['an address literal', 'anna@[127.0.0.1]'],
  ['an address of the network', 'anna@127.0.0.1'],
  ['one of them in another notation', 'anna@0x7f.1'],
  ['no dot in the domain', 'anna@localhost'],
  ['an underscore in the domain', 'anna@b_c.example'],
  ['two dots', 'anna@b..example'],
  ['an emoji', '😀@b.example'],
  ['quotation marks', '“anna”@b.example'],
  ['an account of', '℀nna@℀.example'],
  ['half a character', 'anna\ud800@b.example'],
  ['65 characters before the @', `${'a'.repeat(65)}@b.example`],
  ['nothing', ''],
])('%s: not an address', (_, text) => {
  expect(isEmailAddress(tidyAddress(text))).toBe(false);
});

describe('F7: any address', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789éüñя山'];
  const name = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
  const host = fc.constantFrom(
    'b.example',
    'bücher.example',
    'пример.example',
    '例え.example',
    'gmail.com',
    'proton.me',
  );
  const address = fc.tuple(name, host).map(([local, domain]) => `${local}@${domain}`);

  const around = (mark: string) => (text: string) => `${mark}${text}${mark}`;
  const inLocal = (change: (local: string) => string) => (text: string) => {
    const at = text.lastIndexOf('@');
    return at < 0 ? text : `${change(text.slice(0, at))}${text.slice(at)}`;
  };
  const inDomain = (change: (domain: string) => string) => (text: string) => {
    const at = text.lastIndexOf('@');
    return at < 0 ? text : `${text.slice(0, at + 1)}${change(text.slice(at + 1))}`;
  };
  const wide = (text: string) =>
    text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

  /** In an order in which each still finds its text. */
  const spellings: ((text: string) => string)[] = [
    inLocal((local) => `${local}+tag`),
    inLocal((local) => local.normalize('NFD')),
    inDomain((domain) => new URL(`http://${domain}`).hostname),
    inDomain((domain) => `${domain}.`),
    (text) => text.toUpperCase(),
    (text) => [...text].join('\u200b'),
    inLocal(wide),
    inDomain((domain) => domain.replaceAll('.', '。')),
    around('\u00a0'),
    around('\u200e'),
  ];

  test('has one mailbox in all its spellings, and one address to write to in most', () => {
    fc.assert(
      fc.property(address, fc.subarray(spellings), (plain, chosen) => {
        const spelt = chosen.reduce((text, spell) => spell(text), plain);

        expect(mailboxOf(spelt)).toBe(mailboxOf(plain));
        expect(isEmailAddress(tidyAddress(spelt))).toBe(true);
        expect(tidyAddress(spelt).replace('+tag', '')).toBe(tidyAddress(plain));
      }),
      { seed: 4, numRuns: 3_000 },
    );
  });

  test('tidying is idempotent, and keeps the mailbox', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          address,
          fc.tuple(fc.string({ unit: 'binary' }), host).map((parts) => parts.join('@')),
        ),
        (text) => {
          const tidy = tidyAddress(text);
          fc.pre(isEmailAddress(tidy));

          expect(tidyAddress(tidy)).toBe(tidy);
          expect(mailboxOf(tidy)).toBe(mailboxOf(text));
          expect(mailboxOf(mailboxOf(text))).toBe(mailboxOf(text));
        },
      ),
      { seed: 4, numRuns: 3_000 },
    );
  });

  test('differs from every other', () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        fc.pre(one !== other);

        expect(mailboxOf(one)).not.toBe(mailboxOf(other));
      }),
      { seed: 4, numRuns: 3_000 },
    );
  });

  test('refuses no text with an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        expect(typeof mailboxOf(`${text}@${text}`)).toBe('string');
      }),
      { seed: 4, numRuns: 1_000 },
    );
  });
});

test.each([
  ['ASCII case', 'ADA@acme.example', true],
  ['a domain in Unicode', 'ada@acme.example', true],
  ['a plus', 'ada+x@acme.example', false],
  ['a full-width letter', 'ａda@acme.example', false],
  ['the sign of kelvin', '\u212ada@acme.example', false],
  ['a space', 'ada@acme.example ', false],
])('compares addresses exactly, %s: %s, the same: %s', (_, other, same) => {
  expect(isSameAddress('ada@acme.example', other)).toBe(same);
});

test('treats a domain in Unicode and in Punycode as the same', () => {
  expect(isSameAddress('Ada@Bücher.example', 'ada@xn--bcher-kva.example')).toBe(true);
});

test.each([
  ['a joiner between letters that become ASCII', '①\u200cｚ@b.example', '1z@b.example'],
  ['two dots on a Turkish i', 'i\u0307\u0307x@b.example', 'ix@b.example'],
  ['a dot separated from its i', 'i\u200b\u0307x@b.example', 'ix@b.example'],
  ['encoded characters of a link', 'mailto:ix%2Bcrm%2540@b.example?subject=%2B', 'ix+crm%40@b.example'],
  ['a link in brackets', '<mailto:ix@b.example?subject=a>', 'ix@b.example'],
])('tidies %s in one pass', (_, text, tidy) => {
  expect(tidyAddress(text)).toBe(tidy);
  expect(tidyAddress(tidy)).toBe(tidy);
  expect(mailboxOf(text)).toBe(mailboxOf(tidy));
});
