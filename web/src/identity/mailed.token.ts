import { useEffect, useState } from 'react';

/** What a link of a mail carries after its `#`. It leaves the address at once: no history keeps it, no screenshot shows it. */
export function useMailedToken(): string | undefined {
  const [token] = useState(() => window.location.hash.slice(1) || undefined);
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), []);
  return token;
}
