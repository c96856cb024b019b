import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { ClientAccount, SubscriptionStatus } from '../clients/client-account.entity.ts';
import { forbidden, unauthenticated } from '../core/context/domain.error.ts';
import { loadById } from '../core/database/entity.lookup.ts';
import { hasId, readPage } from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { tenantOf } from '../core/database/tenancy.ts';
import type { AccessClientAccountArgs, ClientAccessSessionsArgs } from './client-access.inputs.ts';
import { CLIENT_ACCESS_SECONDS, type ClientAccessClaims } from './client.access.token.ts';
import { ClientAccessSession } from './client-access-session.entity.ts';

/** What lets a user into a client's account. */
export interface GrantedAccess {
  sessionId: string;
  accessToken: string;
  url: string;
  expiresAt: Date;
}

/**
 * Access to one of the reseller's own active clients, for 15 minutes; FORBIDDEN where the client is not active. Nothing of
 * it stands unless its audit row does too.
 */
export async function accessClientAccount(
  ctx: RequestContext,
  { id, reason }: AccessClientAccountArgs,
): Promise<GrantedAccess> {
  const { caller, config } = ctx;
  if (!caller) throw unauthenticated();
  const session = await inAuditedTransaction(ctx, { ClientAccessSession: 'client.accessed' }, async (em) => {
    const { id: clientId, subscriptionStatus } = await loadById(em, ClientAccount, id);
    if (subscriptionStatus !== SubscriptionStatus.ACTIVE) throw forbidden('Only an active client can be accessed.');
    // To the second, as the token says it.
    const expiresAt = new Date((Math.floor(Date.now() / 1000) + CLIENT_ACCESS_SECONDS) * 1000);
    return em.create(ClientAccessSession, {
      resellerId: tenantOf(ctx),
      clientId,
      userId: caller.userId,
      reason,
      expiresAt,
    });
  });
  const { id: sessionId, clientId, expiresAt } = session;
  const act = { sub: caller.userId, email: caller.email };
  const claims: ClientAccessClaims = { sub: clientId, jti: sessionId, act };
  const accessToken = ctx.signClientAccess(claims, expiresAt);
  // In the fragment: no server logs it, and no Referer carries it on.
  return { sessionId, accessToken, url: `${config.clientApp.url}#access_token=${accessToken}`, expiresAt };
}

/** Ends an access at once, whoever of the reseller's people it was given to; one that was ended before stays as it is. */
export async function revokeClientAccess(ctx: RequestContext, sessionId: string): Promise<void> {
  await inAuditedTransaction(ctx, { ClientAccessSession: 'client.access_revoked' }, async (em) => {
    const session = await loadById(em, ClientAccessSession, sessionId, LockMode.PESSIMISTIC_WRITE);
    session.revokedAt ??= new Date();
  });
}

export function listClientAccessSessions(
  ctx: RequestContext,
  { clientId, ...args }: ClientAccessSessionsArgs,
  withTotal: boolean,
): Promise<Page<ClientAccessSession>> {
  const where = [sql`reseller_id = ${tenantOf(ctx)}`];
  if (clientId != null) where.push(hasId('client_id', clientId));
  const query = { entity: ClientAccessSession, where, sortBy: 'createdAt', total: withTotal } as const;
  return readPage(ctx.em, query, { ...args, sortOrder: SortOrder.DESC });
}
