export { default as common } from './de/common.ts';
export { default as apply } from './de/apply.ts';
export { default as admin } from './de/admin.ts';
export { default as portal } from './de/portal.ts';
export { default as security } from './de/security.ts';
export { default as keys } from './de/keys.ts';
