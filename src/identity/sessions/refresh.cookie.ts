import { parseCookie, stringifySetCookie } from 'cookie';
import type { RefreshCookie } from '../../core/context/request.context.ts';

const NAME = 'reachgenie_refresh';

/**
 * Scripts cannot read the cookie, and requests from other sites do not carry it. Over HTTPS its name begins with
 * `__Host-`, so that no subdomain can set it (RFC 6265bis, 4.1.3.2).
 * @param cookies the request's `Cookie` header
 * @param send takes the response's `Set-Cookie` header. The last one counts.
 */
export function refreshCookie(
  cookies: string | undefined,
  send: (cookie: string) => void,
  secure: boolean,
): RefreshCookie {
  const name = secure ? `__Host-${NAME}` : NAME;
  const scope = { path: secure ? '/' : '/graphql', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    read: () => parseCookie(cookies ?? '')[name],
    write: (value, expires) => send(stringifySetCookie({ name, value, ...scope, expires })),
    clear: () => send(stringifySetCookie({ name, value: '', ...scope, expires: new Date(0), maxAge: 0 })),
  };
}
