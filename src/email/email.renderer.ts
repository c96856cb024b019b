import type { HtmlToTextOptions } from 'html-to-text';
import { createElement } from 'react';
import { Language } from '../core/text/language.ts';
import type { EmailMessage } from './email-message.entity.ts';
import { ReaderLanguage } from './email.layout.tsx';
import type { EmailTemplates, Mail, Site } from './email.template.ts';
import { DeliveryError } from './transports/email.transport.ts';

export interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
}

/** Characters. Postmark allows 2,000, but inboxes show fewer. */
const MAX_SUBJECT = 200;

/** Drops decoration from the text version, and starts a line for each cell. */
const AS_TEXT: HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: '[data-skip-in-text=true]', format: 'skip' }, // the preview repeats the text
    { selector: 'a', options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
    ...['td', 'th'].map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    ...['h1', 'h2'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/** The parts of a stored or new email that its text depends on. */
type Rendered = Pick<EmailMessage, 'template' | 'data'> & Partial<Pick<EmailMessage, 'language' | 'timeZone'>>;

/** @throws DeliveryError if this version lacks the template. A newer version will retry. */
export async function renderEmail(
  templates: EmailTemplates,
  { template: name, data, language = Language.EN, timeZone }: Rendered,
  site: Site,
): Promise<RenderedEmail> {
  const template = templates.get(name);
  if (!template) throw new DeliveryError(`Template ${name} does not exist.`, false);
  const { renderToStaticMarkup, convert } = await loadRenderers();
  const mail: Mail = { ...site, language, dateTime: timesIn(language, timeZone ?? 'UTC') };
  const body = createElement(ReaderLanguage, { value: language }, template.body(data, mail));
  const html = `<!doctype html>${renderToStaticMarkup(body)}`;
  const text = convert(html, AS_TEXT);
  return { subject: oneLine(template.subject(data, mail)), html, text };
}

const LOCALES = {
  EN: { locale: 'en-US', month: 'short' },
  DE: { locale: 'de-DE', month: '2-digit' },
} as const;

function timesIn(language: Language, timeZone: string): Mail['dateTime'] {
  const { locale, month } = LOCALES[language];
  const day = month === 'short' ? 'numeric' : '2-digit';
  const clock = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month, day, ...clock, timeZone });
  return (at) => format.format(new Date(at));
}

/** Loaded on first use, because they take 100 ms and API processes never render. */
async function loadRenderers() {
  const [{ renderToStaticMarkup }, { convert }] = await Promise.all([
    import('react-dom/server'), // ten times as fast as react-email's `render`, which waits for Suspense
    import('html-to-text'),
  ]);
  return { renderToStaticMarkup, convert };
}

/** A line break in a subject would start a new header. */
const oneLine = (text: string): string =>
  Array.from(text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .slice(0, MAX_SUBJECT)
    .join('');
