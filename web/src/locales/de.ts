export * from './visitors/de.ts';
export * from './signed-in/de.ts';
export * from './program/de.ts';
