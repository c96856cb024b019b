import { readFileSync } from 'node:fs';
import { minifySync, type HtmlTagDescriptor, type Plugin } from 'vite';
import { RefreshSessionDocument } from './src/generated/public/graphql.ts';
import { ROLES } from './src/theme/colors.ts';

const STYLES = new URL('frame.css', import.meta.url);
const SCRIPT = new URL('first.script.js', import.meta.url);

/** The styles of the frame, with the colors that they use, in both schemes. */
function frameStyles(): string {
  const styles = readFileSync(STYLES, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const used = new Set(Array.from(styles.matchAll(/var\(--rg-([\w-]+)\)/g), ([, role = '']) => role));
  const colors = (['light', 'dark'] as const).map((scheme, index) => {
    const values = [...used].map((role) => `--rg-${role}:${ROLES[role]?.[index] ?? ''}`);
    return `[data-mantine-color-scheme='${scheme}']{color-scheme:${scheme};${values.join(';')}}`;
  });
  return [...colors, styles].join('\n').replaceAll(/\s*([{};,])\s+/g, '$1');
}

/** The script that runs before the first paint. It is in the page, because another request would delay the paint. */
function firstScript(): string {
  const script = readFileSync(SCRIPT, 'utf8');
  const refresh = String(RefreshSessionDocument).replaceAll(/\s+/g, ' ').trim();
  return minifySync('first.script.js', script.replace('$REFRESH_SESSION', refresh)).code;
}

const ROOT = '<div id="root">';
const SHEET = /\s*<link rel="stylesheet"[^>]*>/g;

/**
 * Paints the frame before any other file has loaded: its styles and its script are in the page. The other styles follow it
 * and come before the root, whose theme overrides them. Scripts still wait for all styles.
 */
export const frame = (): Plugin => ({
  name: 'frame',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const sheets = html.match(SHEET) ?? [];
      const tags: HtmlTagDescriptor[] = [
        { tag: 'style', children: frameStyles(), injectTo: 'head' },
        { tag: 'script', children: firstScript(), injectTo: 'head' },
      ];
      return { html: html.replaceAll(SHEET, '').replace(ROOT, `${sheets.join('')}${ROOT}`), tags };
    },
  },
});
