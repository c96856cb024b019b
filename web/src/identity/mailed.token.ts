import { useEffect, useState } from 'react';

/** Token after the `#` of an emailed link. Removed from the URL immediately, so no history or screenshot contains it. */
export function useMailedToken(): string | undefined {
  const [token] = useState(() => window.location.hash.slice(1) || undefined);
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), []);
  return token;
}
