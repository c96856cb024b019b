import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { expect, test } from 'vitest';
import { some } from '../../support/oracles/documents.ts';

const contract = buildSchema(readFileSync(new URL('../../support/oracles/contract.graphql', import.meta.url), 'utf8'));
const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

const named = some(Object.values(contract.getTypeMap()).filter(({ name }) => !name.startsWith('__')));

test.each(named.map((type) => ({ name: type.name, type })))('$name matches the contract', ({ name, type }) => {
  const own = schema.getType(name);

  expect(own).toBeDefined();
  if (own) expect(membersOf(own)).toMatchObject(membersOf(type));
});

/** Every field with its type, and every argument with its type and default, as text. */
function membersOf(type: GraphQLNamedType): object {
  if (isEnumType(type)) return Object.fromEntries(type.getValues().map(({ name }) => [name, true]));
  if (isInputObjectType(type))
    return Object.fromEntries(Object.values(type.getFields()).map((field) => valueOf(field)));
  if (!isObjectType(type)) return {};
  return Object.fromEntries(Object.values(type.getFields()).map((field) => fieldOf(field)));
}

const fieldOf = ({ name, type, args }: GraphQLField<unknown, unknown>): [string, object] => [
  name,
  { type: String(type), args: Object.fromEntries(args.map((argument) => valueOf(argument))) },
];

const valueOf = ({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): [string, string] => [
  name,
  `${String(type)} = ${JSON.stringify(defaultValue)}`,
];

test('every type, field, argument and value has a description', () => {
  const undescribed = Object.values(schema.getTypeMap())
    .filter(({ name }) => !/^(__|String$|Int$|Float$|Boolean$|ID$)/.test(name))
    .flatMap((type) => [
      ...(type.description || ['Query', 'Mutation'].includes(type.name) ? [] : [type.name]),
      ...undescribedMembersOf(type).map((member) => `${type.name}.${member}`),
    ]);

  expect(undescribed).toEqual([]);
});

function undescribedMembersOf(type: GraphQLNamedType): string[] {
  const without = (members: readonly { name: string; description?: string | null | undefined }[]) =>
    members.filter(({ description }) => !description).map(({ name }) => name);
  if (isEnumType(type)) return without(type.getValues());
  if (isInputObjectType(type)) return without(Object.values(type.getFields()));
  if (!isObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  return [
    ...without(fields),
    ...fields.flatMap(({ name, args }) => without(args).map((argument) => `${name}(${argument})`)),
  ];
}
