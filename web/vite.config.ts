import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { apiDocs } from './api-docs.plugin.ts';
import { frame } from './frame.plugin.ts';
import { compressed } from './compression.plugin.ts';
import { withoutUnusedStyles } from './unused.styles.plugin.ts';

/** API for `npm run dev:web`, from `npm start` or `npm run dev`. */
const API = 'http://localhost:4000';

export default defineConfig({
  plugins: [react(), frame(), withoutUnusedStyles(), apiDocs(), compressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    chunkSizeWarningLimit: 700, // the budget is size.budget.ts
    rolldownOptions: {
      output: {
        // Few chunks, each needed whole (decision 0030).
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 2 },
            { name: 'signed-in', minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': API, '/dev': API, '/graphiql': API, '/exports': API, '/api': API } },
});
