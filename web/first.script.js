// Runs in the page, before the first paint: sets the color scheme and the frame, and renews the session of a signed-in
// user while the other scripts still load. frame.plugin.ts puts in the operation.
(() => {
  const root = document.documentElement;
  let scheme = null;
  let isSignedIn = false;
  try {
    scheme = localStorage.getItem('reachgenie.color-scheme');
    isSignedIn = localStorage.getItem('reachgenie.signed-in') !== null;
  } catch {
    // No storage: as the system has it.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.setAttribute('data-mantine-color-scheme', scheme);
  const hasShell = /^\/(admin|partner)(\/|$)/.test(location.pathname);
  const hasSession = isSignedIn && hasShell;
  root.setAttribute('data-frame', hasSession ? 'shell' : 'public');

  // session.ts takes the answer. The lock is that of session.ts, because a refresh token works once.
  const renew = () =>
    fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '$REFRESH_SESSION', variables: {} }),
      keepalive: true,
    });
  if (hasSession && navigator.locks) {
    window.earlyRenewal = navigator.locks.request('reachgenie.refresh', renew);
    window.earlyRenewal.catch(() => undefined); // session.ts handles it
  }

  // Paper is light.
  let onScreen = scheme;
  matchMedia('print').addEventListener('change', ({ matches: isPaper }) => {
    if (isPaper) onScreen = root.getAttribute('data-mantine-color-scheme') ?? scheme;
    root.setAttribute('data-mantine-color-scheme', isPaper ? 'light' : onScreen);
  });
})();
