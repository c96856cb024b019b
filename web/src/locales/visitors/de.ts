export { default as common } from '../de/common.ts';
export { default as apply } from '../de/apply.ts';
