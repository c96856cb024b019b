import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ready } from './i18n.ts';

// After a new version was installed, the old one's files are gone: the page is loaded anew, once.
window.addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  window.location.reload();
});

await ready;
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
