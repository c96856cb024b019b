import type { HtmlToTextOptions } from 'html-to-text';
import type { EmailMessage } from './email-message.entity.ts';
import type { EmailTemplates, Site } from './email.template.ts';
import { DeliveryError } from './transports/email.transport.ts';

export interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
}

/** Characters. Postmark takes 2,000; nobody reads more than this. */
const MAX_SUBJECT = 200;

/** How HTML becomes text: what is there for the eye only goes, and each cell begins a line. */
const AS_TEXT: HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: '[data-skip-in-text=true]', format: 'skip' }, // the preview, which stands in the text anyway
    { selector: 'a', options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
    ...['td', 'th'].map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    ...['h1', 'h2'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/** @throws DeliveryError where this version of the product does not know the template: a newer one that starts up will. */
export async function renderEmail(
  templates: EmailTemplates,
  { template: name, data }: Pick<EmailMessage, 'template' | 'data'>,
  site: Site,
): Promise<RenderedEmail> {
  const template = templates.get(name);
  if (!template) throw new DeliveryError(`There is no template called ${name}.`, false);
  const { renderToStaticMarkup, convert } = await loadRenderers();
  const html = `<!doctype html>${renderToStaticMarkup(template.body(data, site))}`;
  const text = convert(html, AS_TEXT);
  return { subject: oneLine(template.subject(data, site)), html, text };
}

/** Only when there is something to render: they take 100 ms to load, which a process of the API alone need not spend. */
async function loadRenderers() {
  const [{ renderToStaticMarkup }, { convert }] = await Promise.all([
    import('react-dom/server'), // ten times as fast as react-email's own `render`, which waits for Suspense
    import('html-to-text'),
  ]);
  return { renderToStaticMarkup, convert };
}

/** A line end in a subject would begin a new header. */
const oneLine = (text: string): string =>
  Array.from(text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .slice(0, MAX_SUBJECT)
    .join('');
