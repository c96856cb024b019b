import type { Plugin } from 'vite';

/** A class of the component library, such as m_77c9d27d. */
const CLASS = /\bm_[0-9a-f]{6,}\b/g;

/** A rule without rules inside, of minified styles. */
const RULE = /(?<=^|[{};])[^{};@]+\{[^{}]*\}/g;

/**
 * Removes the styles of components that no page uses: the library's file has the styles of all. A rule stays if a script
 * names one of its classes, or if it has none.
 */
export const withoutUnusedStyles = (): Plugin => ({
  name: 'without-unused-styles',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.values(bundle);
      const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
      const used = new Set(scripts.flatMap((code) => code.match(CLASS) ?? []));
      const isUnused = (rule: string) => {
        const classes = rule.slice(0, rule.indexOf('{')).match(CLASS) ?? [];
        return classes.length > 0 && classes.every((each) => !used.has(each));
      };
      for (const file of files) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        const source = Buffer.from(file.source).toString();
        file.source = source.replace(RULE, (rule) => (isUnused(rule) ? '' : rule));
      }
    },
  },
});
