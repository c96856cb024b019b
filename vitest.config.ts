import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would load graphql's ES module beside the CommonJS copy that every library loads: "another module or realm".
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: './test/support/template-database.ts',
    maxWorkers: 2,
    isolate: false, // a test file has a database of its own, and loading the code anew takes longer than most files
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
