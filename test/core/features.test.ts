import { expect, test } from 'vitest';
import { AuditActionEnum, registerActions } from '../../src/audit/audit.actions.ts';
import { allOf, features } from '../../src/features.ts';
import { entities, rules } from '../../src/schema.ts';
import { emailTemplates } from '../../src/worker.ts';
import { filesUnder, some, textOf } from '../support/oracles/documents.ts';

const sources = [...filesUnder('src', '.ts'), ...filesUnder('src', '.tsx')].map((path) => ({
  path,
  text: textOf(path),
}));

/** Declarations in the sources, by a pattern with the name as its first group. */
const declared = (pattern: RegExp): string[] =>
  sources.flatMap(({ text }) => Array.from(text.matchAll(pattern), ([, name = '']) => name)).sort();

const namesOf = (classes: readonly { name: string }[]): string[] => classes.map(({ name }) => name).sort();

/** A decorator, further ones, and their class. */
const classesWith = (decorator: string) => new RegExp(`^@${decorator}\\([^]*?^export class (\\w+)`, 'gm');

// If this fails, register the part in the `*.feature.ts` of its feature.

test('every entity is registered', () => {
  expect(namesOf(entities)).toEqual(declared(classesWith('Entity')));
});

test('every resolver is registered', () => {
  expect(namesOf(allOf((feature) => feature.resolvers))).toEqual(declared(classesWith('Resolver')));
});

test('every list of rules is registered', () => {
  expect(rules).toHaveLength(declared(/^export const (\w+): RootFieldRules/gm).length);
});

test('every email template is registered', () => {
  expect(emailTemplates.size).toBe(declared(/^(?:export )?const (\w+): EmailTemplate<(?!object>)/gm).length);
});

test('every queue is registered', () => {
  const queues = allOf((feature) => feature.queues).map(({ name }) => name);

  expect(queues.sort()).toEqual(declared(/^export const \w+_QUEUE = '([\w-]+)'/gm));
});

test('every feature is listed in features.ts', () => {
  const files = sources
    .filter(({ path }) => path.endsWith('.feature.ts'))
    .map(({ path }) => path.replace('src/', './'));
  const listed = Array.from(textOf('src/features.ts').matchAll(/from '(.+\.feature\.ts)'/g), ([, path]) => path);

  expect(listed.sort()).toEqual(files.sort());
  expect(features).toHaveLength(files.length);
});

test('every registered audit action is recorded somewhere', () => {
  const code = sources.filter(({ path }) => !/\.feature\.ts$|^src\/dev\//.test(path)).map(({ text }) => text);
  const actions = some(allOf((feature) => Object.keys(feature.auditActions ?? {})));

  expect(actions.filter((action) => !code.some((text) => text.includes(`'${action}'`)))).toEqual([]);
});

test('every audit action has its own name in the schema', () => {
  expect(AuditActionEnum).toMatchObject({ CLIENT_CREATED: 'client.created', API_KEY_REVOKED: 'api_key.revoked' });
  expect(() => registerActions({ client_created: 'Twice.' })).toThrow('audit action client_created');
});
