import { inFile, type Mutant } from '../../mutant.ts';

const EVENTS = 'test/webhooks/sending/delivered-events.test.ts';
const CONSUMER = 'test/webhooks/webhook-consumer.test.ts';
const FAILING = 'test/webhooks/sending/failing-endpoint.test.ts';
const HANGING = 'test/webhooks/sending/hanging-endpoint.test.ts';
const STOPPED = 'test/webhooks/sending/stopped-worker.test.ts';
const CREATE = 'test/webhooks/endpoints/create-webhook-endpoint.test.ts';
const UPDATE = 'test/webhooks/endpoints/update-webhook-endpoint.test.ts';
const TESTED = 'test/webhooks/endpoints/test-webhook-endpoint.test.ts';
const ROTATED = 'test/webhooks/endpoints/rotate-webhook-secret.test.ts';
const REPLAY_ONE = 'test/webhooks/replay-webhook-delivery.test.ts';
const REPLAY_MANY = 'test/webhooks/replay-webhook-deliveries.test.ts';

export const webhooks: Mutant[] = [
  ...inFile(
    'src/webhooks/webhook.consumer.ts',
    [EVENTS],
    [
      ['C1: An endpoint gets events of its own tenant.', ' && resellerId === event.resellerId', '', CONSUMER],
      ['Events for the platform are not for partners.', 'definition.forPartners && ', '', CONSUMER],
      [
        'An endpoint gets the types that it asked for.',
        'if (types.length > 0 && !types.includes(event.action)) return false;',
        '',
      ],
      ['An endpoint gets no earlier events.', 'if (event.occurredAt < new Date(createdAt)) return false;', ''],
      ['Events from before a restore are held.', "if (isHeld) return 'HELD';", '', STOPPED],
      ['A failing endpoint keeps its events.', ', ${WebhookEndpointStatus.FAILING_DISABLED})', ')', FAILING],
    ],
  ),
  ...inFile(
    'src/webhooks/sending/webhook.claims.ts',
    [HANGING],
    [
      ['Nothing is sent during a pause.', ' and not ${outboundIsPaused}', '', STOPPED],
      ['An endpoint has four deliveries at once.', 'const AT_ONCE = 4;', 'const AT_ONCE = 40;'],
      ['A failing endpoint has one.', 'const AT_ONCE_IF_FAILING = 1;', 'const AT_ONCE_IF_FAILING = 4;'],
      ['A try of a killed worker is known.', "'failure', 'INTERRUPTED'", "'failure', null", STOPPED],
      [
        'Workers share the deliveries.',
        'order by random() limit ${most} for update skip locked',
        'order by random() limit ${most}',
        STOPPED,
      ],
    ],
  ),
  ...inFile(
    'src/webhooks/sending/webhook.outcomes.ts',
    [FAILING],
    [
      ['A success ends the failures in a row.', 'failures_in_a_row = 0, failing_since = null', 'failing_since = null'],
      ['A test does not count.', 'type === TEST_TYPE ? 0 : 1', '1', TESTED],
      ['A short outage disables nothing.', ' && health.isLong)', ')'],
      ['An endpoint that fails for a day is disabled.', '(health.failures >= DISABLED_AT && health.isLong)', 'false'],
      ['An endpoint that is gone is disabled.', 'if (isGone || ', 'if ('],
      ['Open deliveries of a disabled endpoint fail.', 'await failOpenDeliveries(em, health.id);', ''],
      ['Owners hear of a disabled endpoint.', "news: isGone ? 'GONE' : 'DISABLED'", "news: 'FAILING'"],
      ['Owners hear of each number once.', 'TOLD_AT.includes(health.failures)', 'health.failures >= 5'],
    ],
  ),
  ...inFile(
    'src/webhooks/sending/webhook.sender.ts',
    [STOPPED],
    [
      [
        'A worker that is killed each time gives up.',
        'if (claim.tries >= MOST_TRIES) await noteInterrupted(this.#worker, claim);\n      else if',
        'if',
      ],
      ['A redirect is a failure.', 'answer.status >= 300', 'answer.status >= 400', TESTED],
      ['PostgreSQL stores no U+0000.', ".replaceAll('\\0', '\\ufffd')", '', TESTED],
    ],
  ),
  ...inFile(
    'src/webhooks/sending/webhook.schedule.ts',
    ['test/webhooks/sending/webhook-schedule.test.ts'],
    [
      ['Tries have jitter.', ' * (1 + Math.random() * JITTER)', ''],
      [
        'A receiver puts off a try by a day at most.',
        'Math.min(secondsIn(retryAfter, now), LONGEST_WAIT)',
        'secondsIn(retryAfter, now)',
      ],
      ['A receiver brings no try forward.', 'Math.max(wait, ', 'Math.max(0, '],
    ],
  ),
  ...inFile(
    'src/webhooks/sending/webhook.signature.ts',
    [ROTATED],
    [['The time is signed.', '${messageId}.${timestamp}.${payload}', '${messageId}.${payload}']],
  ),
  ...inFile(
    'src/webhooks/webhook.secret.ts',
    [ROTATED],
    [
      ['Each endpoint has a secret of its own.', '`${id} ${generation}`', 'String(generation)', CREATE],
      ['The previous secret ends.', 'previousUntil && previousUntil > now', 'generation > 1'],
      ['The previous secret signs for a while.', 'previousUntil && previousUntil > now', 'now === previousUntil'],
    ],
  ),
  ...inFile(
    'src/core/secrets/secrets.ts',
    ['test/webhooks/endpoints/rotated-keys.test.ts'],
    [
      [
        'A new key breaks no receiver.',
        'return this.#keys.map((key) =>\n      createHmac',
        'return this.#keys.slice(0, 1).map((key) =>\n      createHmac',
      ],
    ],
  ),
  ...inFile(
    'src/webhooks/webhook.access.ts',
    [UPDATE],
    [
      ['C1: Admins have endpoints of the platform.', 'isForeign || endpoint.isArchived()', 'endpoint.isArchived()'],
      [
        'An archived endpoint has ended.',
        'isForeign || endpoint.isArchived()',
        'isForeign',
        'test/webhooks/endpoints/archive-webhook-endpoint.test.ts',
      ],
      ['A disabled endpoint gets nothing.', 'if (!endpoint.isEnabled())', 'if (endpoint.isArchived())', TESTED],
      [
        'C1: Admins see endpoints of the platform.',
        'sql`reseller_id is null`',
        'sql`true`',
        'test/webhooks/endpoints/webhook-endpoints.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/webhooks/endpoints/webhook-endpoint.service.ts',
    [CREATE],
    [
      ['An account has ten endpoints.', 'if (rows.length < MOST_ENDPOINTS) return;', 'if (rows) return;'],
      ['Two calls at once add one endpoint.', 'select pg_advisory_xact_lock(', 'select concat('],
      ['J1: An address is checked when it is saved.', 'return await outbound.check(url);', 'return url;'],
      [
        'J1: An address is checked when it changes.',
        "await checkedUrl(ctx, input.url);\n  return inAuditedTransaction(ctx, { WebhookEndpoint: 'webhook.endpoint_updated'",
        "input.url;\n  return inAuditedTransaction(ctx, { WebhookEndpoint: 'webhook.endpoint_updated'",
        UPDATE,
      ],
      [
        'Open deliveries of a disabled endpoint fail.',
        'if (!endpoint.isEnabled()) await failOpenDeliveries(em, endpoint.id);',
        '',
        UPDATE,
      ],
    ],
  ),
  ...inFile(
    'src/webhooks/deliveries/webhook-delivery.service.ts',
    [REPLAY_MANY],
    [
      ['An event is sent again once.', 'sql`not ${isReplayed}`', 'sql`true`', REPLAY_ONE],
      ['An open delivery is not sent again.', "oneOf('status', [DELIVERED, FAILED])", 'sql`true`', REPLAY_ONE],
      [
        'C1: A foreign delivery is missing for admins.',
        "if (ctx.caller?.role === 'ADMIN' && resellerId != null) throw notFound('WebhookDelivery');",
        '',
        REPLAY_ONE,
      ],
      [
        'C1: A foreign delivery is null for admins.',
        'return isForeign ? null : delivery;',
        'return delivery;',
        'test/webhooks/webhook-deliveries.test.ts',
      ],
      ['A call sends at most 10,000.', 'const MOST_REPLAYED = 10_000;', 'const MOST_REPLAYED = 20_000;'],
      ['Only failed ones are sent again.', "if (onlyFailed) where.push(oneOf('status', [FAILED]));", ''],
    ],
  ),
  ...inFile(
    'src/webhooks/webhook.rules.ts',
    [CREATE],
    [
      [
        'A stolen session creates no endpoint.',
        'createWebhookEndpoint: inTurn(canManageWebhooks, isRecent)',
        'createWebhookEndpoint: canManageWebhooks',
      ],
      ['A stolen session changes no address.', 'input?.url != null', 'false', UPDATE],
    ],
  ),
  ...inFile(
    'src/webhooks/webhook.open.ts',
    [STOPPED],
    [
      [
        'Open deliveries from before a restore are held.',
        "set status = 'FAILED', failure = 'HELD'",
        "set failure = 'HELD'",
      ],
      [
        'Old messages are deleted.',
        'delete from webhook_message where',
        'delete from webhook_message where false and',
        'test/webhooks/kept-deliveries.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/versions/20261205-20-webhooks.ts',
    [EVENTS],
    [
      [
        'C8: A delivery has an event of its tenant.',
        'if found then\n      raise exception',
        'if false then\n      raise exception',
      ],
    ],
  ),
];
