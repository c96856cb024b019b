export { default as common } from '../en/common.ts';
export { default as apply } from '../en/apply.ts';
