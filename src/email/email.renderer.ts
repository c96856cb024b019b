import type { HtmlToTextOptions } from 'html-to-text';
import type { EmailMessage } from './email-message.entity.ts';
import type { EmailTemplates, Site } from './email.template.ts';
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

/** @throws DeliveryError if this version lacks the template. A newer version will retry. */
export async function renderEmail(
  templates: EmailTemplates,
  { template: name, data }: Pick<EmailMessage, 'template' | 'data'>,
  site: Site,
): Promise<RenderedEmail> {
  const template = templates.get(name);
  if (!template) throw new DeliveryError(`Template ${name} does not exist.`, false);
  const { renderToStaticMarkup, convert } = await loadRenderers();
  const html = `<!doctype html>${renderToStaticMarkup(template.body(data, site))}`;
  const text = convert(html, AS_TEXT);
  return { subject: oneLine(template.subject(data, site)), html, text };
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
