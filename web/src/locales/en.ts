export { default as common } from './en/common.ts';
export { default as apply } from './en/apply.ts';
export { default as admin } from './en/admin.ts';
export { default as portal } from './en/portal.ts';
export { default as security } from './en/security.ts';
export { default as keys } from './en/keys.ts';
