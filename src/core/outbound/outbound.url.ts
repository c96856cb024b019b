/** RFC 1123. The last label is never a number, so that no spelling of an address is a name. */
const HOST_NAME = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/** RFC 6761 and 6762, and names of private networks. No public host has such a name. */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|invalid|onion)$/;

/** As the URL Standard writes them. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const LONGEST = 2_048;

/**
 * Returns the normal form of an address that we may call: https, port 443, and the name of a host. Undefined for any
 * other. Loopback by http, on any port, is for development.
 */
export function outboundUrl(text: string, { allowsLoopback }: { allowsLoopback: boolean }): URL | undefined {
  const url = text.length > LONGEST ? null : URL.parse(text);
  if (!url || url.username || url.password) return undefined;
  url.hash = '';
  if (allowsLoopback && isLoopbackUrl(url)) return url;
  const isName = HOST_NAME.test(url.hostname) && !PRIVATE_NAME.test(url.hostname);
  return url.protocol === 'https:' && url.port === '' && isName ? url : undefined;
}

/** Whether it is one of this machine, by http. */
export const isLoopbackUrl = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && LOOPBACK.includes(hostname);
