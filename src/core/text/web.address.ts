import { forbiddenIn } from './text.tidy.ts';

/** Longer texts have no normal form that fits. */
const LONGEST = 4_096;

const AROUND = /^(?:<(.*)>|"(.*)"|'(.*)'|\((.*)\)|\[(.*)\]|“(.*)”|„(.*)[“”]|‘(.*)’|«(.*)»|»(.*)«|「(.*)」)[.,;]?$/u;

const UNSEEN = /[\u061c\u200b\u200e\u200f]/g;

const BEFORE_PATH = /^[^/\\?#]*(?:[/\\]{2}[^/\\?#]*)?/;

/** Accepts a missing colon, and any number of slashes. */
const HTTP = /^(https?)(?::[/\\]*|[/\\]{2,})/i;
const HTTP_PORT = /^[^/\\?#]+:80(?:[/\\?#]|$)/;
/** RFC 3986, 3.1. A host before a port looks like a scheme. */
const OTHER_SCHEME = /^[a-z][a-z\d+.-]*:(?!\d{1,5}(?:[/\\?#]|$))/i;

/** RFC 1123, plus underscores. The last label is never a number. */
const HOST = /^(?=.{1,253}$)(?:[a-z\d_-]{1,63}\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/** The normal form by the URL Standard, https by default. Undefined for user names and private hosts. */
export function normalWebAddress(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const narrow = withoutQuotes(text).replace(BEFORE_PATH, (wide) => wide.normalize('NFKC'));
  const { scheme, rest } = partsOf(narrow.replace(UNSEEN, ''));
  const address = `${scheme}://${rest}`;
  if (OTHER_SCHEME.test(rest) || /\s/.test(rest) || forbiddenIn(rest)) return undefined;
  const url = URL.parse(address);
  if (!url) return undefined;
  const host = url.hostname.replace(/\.$/, '');
  if (url.username || url.password || !HOST.test(host)) return undefined;
  const place = `${url.pathname}${url.search}${url.hash}`;
  return `${url.protocol}//${host}${url.port && `:${url.port}`}${place === '/' ? '' : place}`;
}

const withoutQuotes = (text: string): string =>
  AROUND.exec(text)
    ?.slice(1)
    .find((inner) => inner !== undefined)
    ?.trim() ?? text;

/** The last scheme counts, as in `https://http://example.com`, pasted into a prefilled field. */
function partsOf(text: string): { scheme: string; rest: string } {
  let scheme = HTTP_PORT.test(text) ? 'http' : 'https';
  let rest = text;
  for (let match = HTTP.exec(rest); match; match = HTTP.exec(rest)) {
    scheme = (match[1] ?? scheme).toLowerCase();
    rest = rest.slice(match[0].length).trimStart();
  }
  rest = rest.replace(/^[/\\]{2,}/, '');
  // After a bare host this is punctuation; a path may end with it.
  return { scheme, rest: /[/\\?#]/.test(rest) ? rest : rest.replace(/[.,;!]+$/, '') };
}
