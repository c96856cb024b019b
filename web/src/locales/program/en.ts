export { default as webhooks } from '../en/webhooks.ts';
