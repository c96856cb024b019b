import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import './theme/tokens.css';
import './global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { hasTexts, ready } from './i18n.ts';

/** Pages need their texts before they render. */
const NO_TEXTS =
  'This page could not be loaded. Please reload it. · Die Seite konnte nicht geladen werden. Bitte laden Sie sie neu.';

await ready;
const root = document.getElementById('root');
if (root && hasTexts()) createRoot(root).render(<App />);
else if (root) root.textContent = NO_TEXTS;
