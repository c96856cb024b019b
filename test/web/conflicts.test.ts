import { buildSchema, Kind, parse, type FieldNode } from 'graphql';
import { expect, test } from 'vitest';
import common from '../../web/src/locales/en/common.ts';
import { CHANGING } from '../../web/src/shared/forms/changing.actions.ts';
import { REASONS } from '../../web/src/shared/forms/conflict.reasons.ts';
import { filesUnder, tableRowsOf, textOf } from '../support/oracles/documents.ts';

test('every reason of a CONFLICT has a text of its own', () => {
  const [, section = ''] = textOf('docs/errors.md').split(/^### CONFLICT$/m);
  const [table = ''] = section.split(/^### /m);
  const reasons = tableRowsOf(table).map(([name = '']) => name.replaceAll('`', ''));

  // That none is missing in German, the compiler knows.
  expect(Object.keys(common.error.CONFLICT).toSorted()).toEqual(reasons.toSorted());
  expect([...REASONS].toSorted()).toEqual(reasons.toSorted());
});

/** What is written down about a client, say, and leaves the client as it is. */
const CHANGES_NOTHING = [
  'application.note_added',
  'application.exported',
  'partner.created',
  'partner.partnership_added',
  'client.created',
  'client.accessed',
  'client.access_opened',
  'client.access_revoked',
  'user.invited',
  'user.invitation_resent',
  'user.recovery_code_used',
  'user.recovery_codes_renewed',
];

test('a conflict tells of every action that changes a version', () => {
  const source = textOf('src/audit/audit-event.entity.ts');
  const [, type = ''] = /type AuditAction =([^;]+);/.exec(source) ?? [];
  const actions = Array.from(type.matchAll(/'((\w+)\.\w+)'/g)).flatMap(([, action = '', thing = '']) =>
    thing in CHANGING ? [action] : [],
  );

  expect([...Object.values(CHANGING).flat(), ...CHANGES_NOTHING].toSorted()).toEqual(actions.toSorted());
});

test('every page that changes a thing says at which version it was seen', () => {
  const fields = buildSchema(textOf('schema.graphql')).getMutationType()?.getFields() ?? {};
  const operations = filesUnder('web/src', '.graphql').flatMap((path) => parse(textOf(path)).definitions);
  const changes = operations.flatMap((operation) =>
    operation.kind === Kind.OPERATION_DEFINITION
      ? operation.selectionSet.selections.filter(
          (selection) => selection.kind === Kind.FIELD && takesVersion(selection),
        )
      : [],
  );
  const without = changes.filter((change) => change.kind === Kind.FIELD && !givesVersion(change));

  expect(changes.length).toBeGreaterThan(7);
  expect(without).toEqual([]);

  function takesVersion({ name }: FieldNode): boolean {
    return fields[name.value]?.args.some((argument) => argument.name === 'expectedVersion') ?? false;
  }
});

const givesVersion = ({ arguments: given = [] }: FieldNode): boolean =>
  given.some(({ name }) => name.value === 'expectedVersion');
