import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { conflict, notFound } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { loadById, requireVersion } from '../core/database/entity.lookup.ts';
import { WebhookEndpoint } from './webhook-endpoint.entity.ts';

type Called = Pick<RequestContext, 'caller'>;

/** The tenant's filter leaves a partner only its own rows. Admins have those of the platform. */
export const ofAccount = ({ caller }: Called): RawBuilder<unknown>[] =>
  caller?.role === 'ADMIN' ? [sql`reseller_id is null`] : [];

/** Loads and locks an endpoint of the caller's account. NOT_FOUND also for an archived one; CONFLICT (STALE_VERSION). */
export async function lockEndpoint(
  em: EntityManager,
  ctx: Called,
  id: string,
  expectedVersion?: number | null,
): Promise<WebhookEndpoint> {
  const endpoint = await loadById(em, WebhookEndpoint, id, LockMode.PESSIMISTIC_WRITE);
  const isForeign = ctx.caller?.role === 'ADMIN' && endpoint.resellerId != null;
  if (isForeign || endpoint.isArchived()) throw notFound('WebhookEndpoint');
  requireVersion(endpoint, expectedVersion);
  return endpoint;
}

/** The same, if the endpoint gets events. CONFLICT (ENDPOINT_STATUS) otherwise. */
export async function lockEnabledEndpoint(em: EntityManager, ctx: Called, id: string): Promise<WebhookEndpoint> {
  const endpoint = await lockEndpoint(em, ctx, id);
  if (!endpoint.isEnabled()) {
    throw conflict('ENDPOINT_STATUS', `The endpoint is ${endpoint.status}. Enable it first.`);
  }
  return endpoint;
}
