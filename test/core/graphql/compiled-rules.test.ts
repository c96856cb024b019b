import { getMetadataStorage, validateSync } from 'class-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  SubmitPartnerApplicationArgs,
  SubmitPartnerApplicationInput,
} from '../../../src/applications/application.inputs.ts';
import { meetsRules } from '../../../src/core/graphql/compiled.rules.ts';
import { sampleApplication } from '../../../src/dev/demo/samples/sample.applications.ts';
import { createSchema } from '../../../src/schema.ts';

const VALUES: readonly unknown[] = [
  undefined,
  null,
  '',
  'Acme',
  'ada@acme.example',
  'https://acme.example',
  'a longer password',
  'x'.repeat(6_000),
  'a\u0007b',
  `e${'\u0301'.repeat(40)}`,
  true,
  -1,
  0,
  1,
  1e9,
  new Date(0),
  new Date(4e12),
  {},
  [],
  ['READ'],
  ['READ', 'READ'],
  ['READ', ''],
  [{}],
  [null],
  Array.from({ length: 300 }, String),
];

type Input = new () => object;

const isValid = (input: object) => validateSync(input, { forbidUnknownValues: false }).length === 0;

beforeAll(createSchema); // loads every input

/** By class. */
function propertiesOfInputs(): Map<Input, string[]> {
  const rules: Map<Input, { propertyName: string }[]> = Reflect.get(getMetadataStorage(), 'validationMetadatas');
  return new Map(
    Array.from(rules.keys(), (type) => {
      const all = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
      return [type, [...new Set(all.map(({ propertyName }) => propertyName))]];
    }),
  );
}

describe('the compiled rules', () => {
  test('agree with class-validator about every input', () => {
    const judged = { valid: 0, refused: 0 };
    for (const [type, properties] of propertiesOfInputs()) {
      for (let shift = 0; shift < VALUES.length; shift++) {
        for (const single of [undefined, ...properties]) {
          const input = new type();
          for (const [index, property] of properties.entries()) {
            if (single === undefined) Reflect.set(input, property, VALUES[(shift + index) % VALUES.length]);
            else if (single === property) Reflect.set(input, property, VALUES[shift]);
          }

          expect({ type: type.name, input, isValid: meetsRules(input) }).toEqual({
            type: type.name,
            input,
            isValid: isValid(input),
          });
          judged[meetsRules(input) ? 'valid' : 'refused']++;
        }
      }
    }
    expect(judged.valid).toBeGreaterThan(500);
    expect(judged.refused).toBeGreaterThan(500);
  });

  test('reach into inputs of inputs', () => {
    const given = Object.assign(new SubmitPartnerApplicationInput(), sampleApplication(1));
    const args = Object.assign(new SubmitPartnerApplicationArgs(), { input: given });

    expect(meetsRules(args)).toBe(true);

    given.contactEmail = 'nobody';
    expect(meetsRules(args)).toBe(false);
  });
});
