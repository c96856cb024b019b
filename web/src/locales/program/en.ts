export { default as files } from '../en/files.ts';
export { default as agreements } from '../en/agreements.ts';
export { default as webhooks } from '../en/webhooks.ts';
export { default as company } from '../en/company.ts';
export { default as tiers } from '../en/tiers.ts';
