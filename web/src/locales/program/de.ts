export { default as webhooks } from '../de/webhooks.ts';
