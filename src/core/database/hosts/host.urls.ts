/** The beginning with the account, the hosts, the path, and the parameters. */
const PARTS = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;

/**
 * A URL for each host of a URL with several, in order, as libpq reads them: `postgres://user@one:5432,two:5432/name`,
 * or `?host=/one,/two&port=5432,5433`.
 */
export function hostUrls(url: string): string[] {
  const [, start = '', hosts = '', path = '', query = ''] = PARTS.exec(url) ?? [];
  const parameters = new URLSearchParams(query);
  const named = parameters.get('host')?.split(',') ?? [];
  if (named.length > 1) {
    const ports = parameters.get('port')?.split(',') ?? [];
    return named.map((host, index) => {
      parameters.set('host', host);
      parameters.set('port', ports[index] ?? ports[0] ?? '');
      return `${start}${hosts}${path}?${parameters}`;
    });
  }
  const parts = hosts.split(',');
  return parts.length > 1 ? parts.map((host) => `${start}${host}${path}${query && `?${query}`}`) : [url];
}

/** The first of them, for what does not connect, or reads only one. */
export const firstHostUrl = (url: string): string => hostUrls(url)[0] ?? url;

/** Whether the product can use a URL of one or several hosts. */
export const isDatabaseUrl = (url: string): boolean =>
  hostUrls(url).every((each) => URL.canParse(each) && /^postgres(ql)?:$/.test(new URL(each).protocol));

/** The product writes, so it accepts no other value of libpq's `target_session_attrs`. */
export const wantsToWrite = (url: string): boolean =>
  [null, 'read-write', 'primary'].includes(new URL(firstHostUrl(url)).searchParams.get('target_session_attrs'));
