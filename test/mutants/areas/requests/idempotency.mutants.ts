import { inFile, type Mutant } from '../../mutant.ts';

const SAME_INPUT = 'test/core/same-input.test.ts';
const CREATE_CLIENT = 'test/clients/create-client-account.test.ts';
const SUBMIT = 'test/applications/submission/submit-partner-application.test.ts';

export const idempotency: Mutant[] = [
  ...inFile(
    'src/core/idempotency/idempotency.ts',
    [CREATE_CLIENT, SUBMIT],
    [
      ['A key belongs to its caller.', 'hashOf([caller, operation, key])', 'hashOf([operation, key])'],
      [
        'A key belongs to its operation.',
        'hashOf([caller, operation, key])',
        'hashOf([caller, key])',
        'test/core/idempotency.test.ts',
      ],
      ['A key belongs to the user across sessions.', 'return countedAs(caller);', 'return caller.credential;'],
      [
        'Another input for a key is a conflict.',
        '.includes(known.input_hash)) throw usedForAnother();',
        '.includes(known.input_hash)) return known.answer;',
        SAME_INPUT,
      ],
      [
        'A stored answer expires after 24 hours.',
        "where key_hash = ${keyHashOf(scope)} and created_at >= now() - interval '24 hours'`",
        'where key_hash = ${keyHashOf(scope)}`',
      ],
      ['An omitted field equals null.', 'filter(([, inner]) => inner != null)', 'filter(() => true)', SAME_INPUT],
      [
        'The order of properties does not matter.',
        'given.sort(([one], [other]) => (one < other ? -1 : 1)).map',
        'given.map',
        'test/core/idempotency.test.ts',
      ],
      [
        'The claim and the writes are one transaction.',
        'await writeAtOnce(em, [claim, ...writes]);',
        'await writeAtOnce(em, writes);\n    await writeAtOnce(em, [claim]);',
      ],
      [
        'The worker keeps the keys of the last 24 hours.',
        "sql`delete from idempotency_key where created_at < now() - interval '24 hours'`",
        'sql`delete from idempotency_key`',
        CREATE_CLIENT,
        SUBMIT,
        'test/email/workers.test.ts',
      ],
      [
        'The worker deletes old keys.',
        "sql`delete from idempotency_key where created_at < now() - interval '24 hours'`",
        'sql`delete from idempotency_key where false`',
        CREATE_CLIENT,
        SUBMIT,
        'test/email/workers.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/versions/20261130-01-core.ts',
    [CREATE_CLIENT, SUBMIT],
    [
      [
        'A used key writes nothing.',
        "created_at = excluded.created_at where idempotency_key.created_at < now() - interval '24 hours'",
        'created_at = excluded.created_at',
      ],
      [
        'A key can be used again after 24 hours.',
        "created_at = excluded.created_at where idempotency_key.created_at < now() - interval '24 hours'",
        'created_at = excluded.created_at where false',
      ],
    ],
  ),
];
