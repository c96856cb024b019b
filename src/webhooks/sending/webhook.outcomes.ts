import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { asSystem } from '../../audit/system.actor.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import type { WorkerParts } from '../../feature.ts';
import { WebhookDeliveryStatus } from '../webhook-delivery.entity.ts';
import { WebhookEndpoint, WebhookEndpointStatus } from '../webhook-endpoint.entity.ts';
import type { WebhookTry } from '../webhook-try.types.ts';
import { mailAboutEndpoint } from '../webhook.mails.ts';
import { TEST_TYPE } from '../webhook.messages.ts';
import { failOpenDeliveries } from '../webhook.open.ts';
import type { Claim } from './webhook.claims.ts';

/** Failures in a row that owners hear of. */
const TOLD_AT = [5, 10, 15];

/** An endpoint is disabled after this many failures in a row, and this many hours: a short outage disables nothing. */
const DISABLED_AT = 20;
const DISABLED_AFTER = 24;

/** Of a try. */
type Result = Omit<WebhookTry, 'at'>;

/** The number of tries identifies this one. A try whose lease is over no longer counts. */
const isOf = ({ id, tries }: Claim): RawBuilder<unknown> =>
  sql`id = ${id} and jsonb_array_length(tries) = ${tries} and trying_since is not null`;

/** Began when it was claimed. */
const withTry = (result: Result): RawBuilder<unknown> =>
  sql`tries = tries || jsonb_build_array(jsonb_build_object('at', trying_since::text) || ${JSON.stringify(result)}::jsonb), trying_since = null`;

/** Also of an endpoint that was disabled meanwhile. */
export function noteDelivered({ orm }: WorkerParts, claim: Claim, result: Result): Promise<void> {
  return inTransaction(asPlatform(orm.em), async (em) => {
    await sql`update webhook_endpoint set failures_in_a_row = 0, failing_since = null
      where id = ${claim.endpointId} and failures_in_a_row > 0`.execute(em.getKysely());
    await sql`update webhook_delivery set status = ${WebhookDeliveryStatus.DELIVERED}, failure = null, next_try_at = null, ${withTry(result)}
      where ${isOf(claim)}`.execute(em.getKysely());
  });
}

/** The worker was stopped during the last try. */
export async function noteInterrupted({ orm }: WorkerParts, claim: Claim): Promise<void> {
  await inTransaction(asPlatform(orm.em), (em) =>
    sql`update webhook_delivery set status = ${WebhookDeliveryStatus.FAILED}, failure = 'INTERRUPTED', next_try_at = null, trying_since = null
      where ${isOf(claim)}`.execute(em.getKysely()),
  );
}

/** The outcome of a failed try. */
interface Failed {
  result: Result;
  /** Seconds until the next try. Undefined: there is none. */
  wait: number | undefined;
  /** Whether the receiver answered 410: it has ended permanently. */
  isGone: boolean;
}

interface Health extends Pick<WebhookEndpoint, 'id' | 'url' | 'resellerId' | 'status'> {
  failures: number;
  isLong: boolean;
}

/**
 * Notes a failed try, tells the owners of many in a row, and disables an endpoint that fails for too long. The endpoint is
 * locked first, as for a claim.
 */
export function noteFailed(worker: WorkerParts, claim: Claim, { result, wait, isGone }: Failed): Promise<void> {
  const actions = { WebhookEndpoint: 'webhook.endpoint_disabled' } as const;
  return inAuditedTransaction(asSystem(worker.orm, 'webhooks'), actions, async (em) => {
    const health = await countFailure(em, claim);
    const isOver = wait === undefined || health.status !== WebhookEndpointStatus.ENABLED;
    await noteTry(em, claim, result, isOver ? undefined : wait);
    if (health.status !== WebhookEndpointStatus.ENABLED) return;
    if (isGone || (health.failures >= DISABLED_AT && health.isLong)) await disable(em, worker, health, isGone);
    else if (claim.type !== TEST_TYPE && TOLD_AT.includes(health.failures))
      await mailAboutEndpoint(em, worker.jobs, { ...health, news: 'FAILING' });
  });
}

/** Tests do not count. */
async function countFailure(em: EntityManager, { endpointId, type }: Claim): Promise<Health> {
  const added = type === TEST_TYPE ? 0 : 1;
  const { rows } = await sql<Health>`update webhook_endpoint set failures_in_a_row = failures_in_a_row + ${added},
      failing_since = case when ${added} = 0 then failing_since else coalesce(failing_since, now()) end
    where id = ${endpointId}
    returning id, url, reseller_id as "resellerId", status, failures_in_a_row as failures,
      coalesce(failing_since <= now() - ${DISABLED_AFTER} * interval '1 hour', false) as "isLong"`.execute(
    em.getKysely(),
  );
  const [health] = rows;
  if (!health) throw new Error('The endpoint of a delivery is missing.');
  return health;
}

async function noteTry(em: EntityManager, claim: Claim, result: Result, wait: number | undefined): Promise<void> {
  const status = wait === undefined ? WebhookDeliveryStatus.FAILED : WebhookDeliveryStatus.PENDING;
  await sql`update webhook_delivery set status = ${status}, failure = ${result.failure},
      next_try_at = now() + ${wait ?? null}::float8 * interval '1 second', ${withTry(result)}
    where ${isOf(claim)}`.execute(em.getKysely());
}

async function disable(em: EntityManager, { jobs, log }: WorkerParts, health: Health, isGone: boolean): Promise<void> {
  const endpoint = await em.findOneOrFail(WebhookEndpoint, health.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  endpoint.disableAsFailing();
  await em.flush();
  await failOpenDeliveries(em, health.id);
  await mailAboutEndpoint(em, jobs, { ...health, news: isGone ? 'GONE' : 'DISABLED' });
  log.warn({ endpoint: health.id, failures: health.failures, isGone }, 'webhook endpoint disabled');
}
