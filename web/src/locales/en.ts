export * from './visitors/en.ts';
export * from './signed-in/en.ts';
export * from './program/en.ts';
