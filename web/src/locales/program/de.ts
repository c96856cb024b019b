export { default as files } from '../de/files.ts';
export { default as agreements } from '../de/agreements.ts';
export { default as webhooks } from '../de/webhooks.ts';
export { default as company } from '../de/company.ts';
export { default as tiers } from '../de/tiers.ts';
