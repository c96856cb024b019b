import { expect, test } from 'vitest';
import { Language } from '../../src/core/text/language.ts';
import { renderEmail } from '../../src/email/email.renderer.ts';
import type { NewEmail } from '../../src/email/email.template.ts';
import { emailTemplates } from '../../src/worker.ts';
import { EMAIL_SAMPLES } from '../support/given/email.samples.ts';
import { SITE } from '../support/mail.ts';

const render = ({ template, data }: NewEmail, language: Language, timeZone = 'Europe/Berlin') =>
  renderEmail(emailTemplates, { template, data: JSON.parse(JSON.stringify(data)) as object, language, timeZone }, SITE);

/** What a reader sees in the inbox, and the lines of the text. */
async function readIn(email: NewEmail, language: Language) {
  const { subject, html, text } = await render(email, language);
  return { subject, preview: /data-skip-in-text="true"[^>]*>([^<]+)</.exec(html)?.[1], html, lines: text.split('\n') };
}

const samples = EMAIL_SAMPLES.map((email, index) => ({ name: `${email.template} ${index}`, email }));

test('every template has a sample', () => {
  const sampled = new Set(EMAIL_SAMPLES.map(({ template }) => template));

  expect([...emailTemplates.keys()].filter((name) => !sampled.has(name))).toEqual([]);
});

/** Lines that hold data, an address, or a word that both languages share. */
const IN_BOTH =
  /^-*$|^https:|Acme & Sons|Lovelace|@|^First line|^Second line|^Logistics|^Bis bald|^ReachGenie Partners$|^Website$|^Motivation$/;

test.each(samples)('$name: has its own text in each language', async ({ email }) => {
  const english = await readIn(email, Language.EN);
  const german = await readIn(email, Language.DE);

  expect(english.html).toContain('<html dir="ltr" lang="en">');
  expect(german.html).toContain('<html dir="ltr" lang="de">');
  expect(german.subject).not.toBe(english.subject);
  expect(english.preview).toBeTruthy();
  expect(german.preview).toBeTruthy();
  expect(german.preview).not.toBe(english.preview);
  const texts = (lines: string[]) => lines.filter((line) => !IN_BOTH.test(line));
  expect(texts(german.lines)).toHaveLength(texts(english.lines).length);
  expect(texts(german.lines).filter((line) => english.lines.includes(line))).toEqual([]);
});

test.each(samples)('$name: addresses the German reader as Sie, and the subject fits an inbox', async ({ email }) => {
  const { subject, lines } = await readIn(email, Language.DE);

  expect(lines.join('\n')).not.toMatch(/\b(?:[Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich)\b|\b(?:undefined|null)\b/);
  expect(subject.length).toBeLessThanOrEqual(60);
});

test('times are in the language and time zone of the reader, and name the zone', async () => {
  const email = EMAIL_SAMPLES.find(({ data }) => 'replacement' in data && data.replacement !== null);
  if (!email) throw new Error('No sample has a time.');

  const [english, german] = [await render(email, Language.EN, 'America/New_York'), await render(email, Language.DE)];

  expect(english.text).toContain('until Dec 1, 2026, 7:00 AM EST');
  expect(german.text).toContain('bis 01.12.2026, 13:00 MEZ');
});

test('a private link carries the language of the email, for the page that it opens', async () => {
  const [email] = EMAIL_SAMPLES.filter(({ template }) => template === 'user.invited');
  if (!email) throw new Error('There is no invitation.');

  expect((await render(email, Language.DE)).html).toContain(
    'https://partners.example/invitation?language=de#token.secret',
  );
});
