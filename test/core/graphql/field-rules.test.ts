import { getMetadataStorage } from 'class-validator';
import { expect, test } from 'vitest';
import { createSchema } from '../../../src/schema.ts';

interface Metadata {
  type: string;
  propertyName: string;
  context?: { rule?: string };
}

/** They select the values to check, and refuse none. */
const REFUSES_NOTHING = new Set(['conditionalValidation', 'nestedValidation']);

test('every rule for an argument has a name for programs', async () => {
  await createSchema(); // loads every input
  const rules: Map<unknown, Metadata[]> = Reflect.get(getMetadataStorage(), 'validationMetadatas');
  const refusing = [...rules.values()].flat().filter(({ type }) => !REFUSES_NOTHING.has(type));

  expect(refusing.length).toBeGreaterThan(100);
  expect(refusing.filter(({ context }) => !context?.rule)).toEqual([]);
});
