import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);

const OWN = new URL('api-docs/', import.meta.url);

/** Files of the page, by their names in its template. */
const FILES = {
  'swagger-ui.css': resolve('swagger-ui-dist/swagger-ui.css'),
  'swagger-ui-bundle.js': resolve('swagger-ui-dist/swagger-ui-bundle.js'),
  'start.js': new URL('start.js', OWN),
};

/** Adds `api-docs.html`, which the server shows at /api/docs, with Swagger UI from our own files. */
export const apiDocs = (): Plugin => {
  const references = new Map<string, string>();
  return {
    name: 'api-docs',
    apply: 'build',
    buildStart() {
      for (const [name, path] of Object.entries(FILES))
        references.set(name, this.emitFile({ type: 'asset', name, source: readFileSync(path, 'utf8') }));
      const license = readFileSync(resolve('swagger-ui-dist/LICENSE'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'assets/swagger-ui.LICENSE.txt', source: license });
    },
    generateBundle() {
      const template = readFileSync(new URL('api-docs.html', OWN), 'utf8');
      const source = template.replaceAll(
        /%([\w.-]+)%/g,
        (_, name: string) => `/${this.getFileName(references.get(name) ?? '')}`,
      );
      this.emitFile({ type: 'asset', fileName: 'api-docs.html', source });
    },
  };
};
