import { buildSchema, Kind, parse, type FieldNode } from 'graphql';
import { expect, test } from 'vitest';
import { AuditAction } from '../../web/src/generated/enums.ts';
import common from '../../web/src/locales/en/common.ts';
import { CHANGING } from '../../web/src/shared/forms/changing.actions.ts';
import { REASONS } from '../../web/src/shared/forms/conflict.reasons.ts';
import { filesUnder, tableRowsOf, textOf } from '../support/oracles/documents.ts';

test('every reason of a CONFLICT has its own text', () => {
  const [, section = ''] = textOf('docs/errors.md').split(/^### CONFLICT$/m);
  const [table = ''] = section.split(/^### /m);
  const reasons = tableRowsOf(table).map(([name = '']) => name.replaceAll('`', ''));

  // The compiler finds missing German texts.
  expect(Object.keys(common.error.CONFLICT).toSorted()).toEqual(reasons.toSorted());
  expect([...REASONS].toSorted()).toEqual(reasons.toSorted());
});

/** Actions about an object, such as a client, that do not change it. */
const CHANGES_NOTHING = [
  'APPLICATION_NOTE_ADDED',
  'APPLICATION_EXPORTED',
  'PARTNER_CREATED',
  'PARTNER_NOTE_ADDED',
  'PARTNER_PARTNERSHIP_ADDED',
  'PARTNER_TIER_AT_RISK',
  'PARTNER_TIER_CHANGED',
  'PARTNER_TIER_RECOVERED',
  'CLIENT_CREATED',
  'CLIENT_ACCESSED',
  'CLIENT_ACCESS_OPENED',
  'CLIENT_ACCESS_REVOKED',
  'CLIENT_PROVISIONED',
  'CLIENT_PROVISIONING_FAILED',
  'CLIENT_PROVISIONING_RETRIED',
  'ONBOARDING_STEP_SET',
  'WEBHOOK_DELIVERIES_REPLAYED',
  'WEBHOOK_ENDPOINT_ARCHIVED',
  'WEBHOOK_ENDPOINT_CREATED',
  'WEBHOOK_ENDPOINT_TESTED',
  'USER_INVITED',
  'USER_INVITATION_RESENT',
  'USER_RECOVERY_CODE_USED',
  'USER_RECOVERY_CODES_RENEWED',
];

test('a conflict shows every action that changes a version', () => {
  const actions = Object.values(AuditAction).filter((action) => {
    const [thing = ''] = action.split('_');
    return thing.toLowerCase() in CHANGING;
  });

  expect([...Object.values(CHANGING).flat(), ...CHANGES_NOTHING].toSorted()).toEqual(actions.toSorted());
});

test('every page that changes an object sends the version that the user saw', () => {
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
