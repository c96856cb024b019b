// Before the first paint: the scheme that was chosen, or else the system's. A file of its own, because no script is inline.
(() => {
  const root = document.documentElement;
  let scheme = null;
  try {
    scheme = localStorage.getItem('reachgenie.color-scheme');
  } catch {
    // No storage: as the system has it.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.setAttribute('data-mantine-color-scheme', scheme);

  // Paper is light.
  let onScreen = scheme;
  matchMedia('print').addEventListener('change', ({ matches: isPaper }) => {
    if (isPaper) onScreen = root.getAttribute('data-mantine-color-scheme') ?? scheme;
    root.setAttribute('data-mantine-color-scheme', isPaper ? 'light' : onScreen);
  });
})();
