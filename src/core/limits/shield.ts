import { createRequire } from 'node:module';

// graphql-shield's ESM build does not load on Node 24. It rejects rules from another copy of itself, and must share one
// graphql-middleware with us.
const require = createRequire(import.meta.url);
export const { shield, rule, deny }: typeof import('graphql-shield') = require('graphql-shield');
export const middleware: typeof import('graphql-middleware') = require('graphql-middleware');

export type Rule = ReturnType<ReturnType<typeof rule>>;
