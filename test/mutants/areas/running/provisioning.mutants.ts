import { inFile, type Mutant } from '../../mutant.ts';

const ANSWERS = 'test/provisioning/product-answers.test.ts';
const ATTACKS = 'test/provisioning/callback-attacks.test.ts';
const CALLBACK = 'test/provisioning/callback.test.ts';
const CLIENT = 'test/provisioning/client-provisioning.test.ts';
const RESTORE = 'test/provisioning/restore.test.ts';
const RETRY = 'test/provisioning/retry-provisioning.test.ts';
const SYNC = 'test/provisioning/provisioning-sync.test.ts';
const WAY = 'test/provisioning/provisioning.test.ts';
const WORKERS = 'test/provisioning/workers.test.ts';

export const provisioning: Mutant[] = [
  ...inFile(
    'src/provisioning/callback/callback.signature.ts',
    [ATTACKS],
    [
      ['J8: A callback is signed.', 'isSameSecret(expected, signature)', 'true'],
      ['J8: An old callback is refused.', 'Math.abs(age) > TOLERANCE', 'false'],
      ['J8: The signature is about the ID and the time.', '`${id}.${timestamp}.${body}`', '`${body}`'],
      ['J8: A timestamp is a number.', String.raw`!/^\d{1,12}$/.test(timestamp)`, 'false'],
      ['J8: An ID is not empty.', "id === '' ||", ''],
      ['J8: Few signatures are compared.', '.slice(0, MOST_SIGNATURES)', ''],
    ],
  ),
  ...inFile(
    'src/provisioning/callback/callback.endpoint.ts',
    [ATTACKS],
    [['J8: The body of a callback is small.', '{ bodyLimit: LONGEST_BODY }, ', '']],
  ),
  ...inFile(
    'src/provisioning/callback/callback.service.ts',
    [ATTACKS],
    [
      ['J8: An unknown client is answered like a known one.', "error.code === 'NOT_FOUND'", 'false'],
      ['J8: An old failure has no effect.', 'version === desiredVersion &&', ''],
      [
        'J8: What is set up does not fail afterwards.',
        '(status === ProvisioningStatus.PENDING || status === ProvisioningStatus.APPLYING)',
        'true',
      ],
    ],
  ),
  ...inFile(
    'src/provisioning/client-provisioning.entity.ts',
    [ATTACKS],
    [
      ['J8: A repeated callback has no effect.', 'version <= this.appliedVersion || ', ''],
      ['J8: A callback confirms only what was sent.', 'version > this.desiredVersion || ', ''],
      ['A callback does not release what is held.', ' || isHeld) return', ') return'],
      ['A retry is a new version.', 'this.desiredVersion += 1;', '', RETRY],
      ['A retry changes only what has failed.', 'if (this.status !== FAILED) return false;', '', RETRY],
      ['Attempts end after a day.', 'if (isOver(this.firstTryAt)) {', 'if (false) {', WAY],
      ['A slow worker changes nothing.', 'this.tryingSince != null && this.tries === tries', 'true', WORKERS],
    ],
  ),
  ...inFile(
    'src/provisioning/sending/provisioning.claims.ts',
    [RESTORE],
    [
      [
        'A paused worker finds nothing.',
        'next_try_at <= now() and not ${outboundIsPaused} order',
        'next_try_at <= now() order',
      ],
      ['A paused worker claims nothing.', ' and not ${outboundIsPaused}\n        for', '\n        for'],
    ],
  ),
  ...inFile(
    'src/provisioning/provisioning.resume.ts',
    [RESTORE],
    [['What waited before a restore is held.', "status in ('PENDING', 'APPLYING') and", 'false and']],
  ),
  ...inFile(
    'src/provisioning/provisioning.consumer.ts',
    [RESTORE],
    [
      ['An event of before a restore is held.', 'events.every(({ isHeld }) => isHeld)', 'false'],
      ['What is held stays so.', "'HELD' in (excluded.problem, row.problem)", "excluded.problem = 'HELD'"],
      [
        'A change waits for the end of an attempt.',
        'when row.trying_since is null then now() else row.next_try_at end',
        'else now() end',
        WAY,
      ],
    ],
  ),
  ...inFile(
    'src/provisioning/provisioning.service.ts',
    [RETRY],
    [['Only admins release what is held.', "ctx.caller?.role !== 'ADMIN'", 'false']],
  ),
  ...inFile(
    'src/provisioning/provisioning.resolver.ts',
    [CLIENT],
    [['Partners do not see the answer of the product.', 'isAdmin(ctx) ? (detail ?? null) : null', 'detail ?? null']],
  ),
  ...inFile(
    'src/provisioning/sending/product.client.ts',
    [ANSWERS],
    [
      ['An answer has an end.', 'if (length >= MOST_READ) break;', ''],
      ['A request has an end.', 'signal: AbortSignal.timeout(1_000 * timeoutSeconds),', ''],
      ['A redirect is not followed.', "redirect: 'manual',", ''],
      ['The token is in no answer.', ".replaceAll(this.#options.token, '…')", ''],
    ],
  ),
  ...inFile(
    'src/provisioning/sending/product.answer.ts',
    [ANSWERS],
    [
      ['A product with a newer version gets ours as a newer one.', 'theirs >= sent', 'false'],
      ['A version fits its column.', '.max(HIGHEST_VERSION)', ''],
      ['What the product has lost is sent again.', "if (status === 404) return { kind: 'lost' };", '', CALLBACK],
    ],
  ),
  ...inFile(
    'src/provisioning/sync/provisioning.sync.ts',
    [SYNC],
    [['Only failed clients are sent if asked.', "where not $3 or known.status = 'FAILED'", '']],
  ),
];
