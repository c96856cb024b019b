import { forbiddenIn } from './text.tidy.ts';

/** Beyond it no normal form is short enough to be stored: nothing long is looked at. */
const LONGEST = 4_096;

/** What people and programs put around an address. */
const AROUND = /^(?:<(.*)>|"(.*)"|'(.*)'|\((.*)\)|\[(.*)\]|“(.*)”|„(.*)[“”]|‘(.*)’|«(.*)»|»(.*)«|「(.*)」)[.,;]?$/u;

/** They have a meaning in texts, and none in addresses. */
const UNSEEN = /[\u061c\u200b\u200e\u200f]/g;

/** The scheme and the host: up to the first slash that does not belong to the scheme. */
const BEFORE_PATH = /^[^/\\?#]*(?:[/\\]{2}[^/\\?#]*)?/;

/** Also without a colon, with one slash or none, or with too many. */
const HTTP = /^(https?)(?::[/\\]*|[/\\]{2,})/i;
/** A host with the port of http, and no scheme. */
const HTTP_PORT = /^[^/\\?#]+:80(?:[/\\?#]|$)/;
/** RFC 3986, 3.1. A host before a port looks like one. */
const OTHER_SCHEME = /^[a-z][a-z\d+.-]*:(?!\d{1,5}(?:[/\\?#]|$))/i;

/** RFC 1123, with the underscores that some services give out; the last label is a top-level domain, never a number. */
const HOST = /^(?=.{1,253}$)(?:[a-z\d_-]{1,63}\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/**
 * The normal form of a web address as people write it and browsers understand it: `Example.com.` is `https://example.com`. The
 * scheme is http or https (https if neither it nor port 80 is given); the host is in lower case and ASCII (IDNA, UTS #46), without the default
 * port, a final dot or a bare slash. Undefined for another scheme, a user name, white space, and a host that is not public.
 * After the URL Standard, https://url.spec.whatwg.org/.
 */
export function normalWebAddress(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const narrow = withoutQuotes(text).replace(BEFORE_PATH, (wide) => wide.normalize('NFKC'));
  const { scheme, rest } = partsOf(narrow.replace(UNSEEN, ''));
  const address = `${scheme}://${rest}`;
  if (OTHER_SCHEME.test(rest) || /\s/.test(rest) || forbiddenIn(rest) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
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

/** Of several schemes the last one counts: `https://http://example.com` was pasted into a field that began with one. */
function partsOf(text: string): { scheme: string; rest: string } {
  let scheme = HTTP_PORT.test(text) ? 'http' : 'https';
  let rest = text;
  for (let match = HTTP.exec(rest); match; match = HTTP.exec(rest)) {
    scheme = (match[1] ?? scheme).toLowerCase();
    rest = rest.slice(match[0].length).trimStart();
  }
  rest = rest.replace(/^[/\\]{2,}/, '');
  // After a host alone this is the punctuation of a sentence; a path may end so.
  return { scheme, rest: /[/\\?#]/.test(rest) ? rest : rest.replace(/[.,;!]+$/, '') };
}
