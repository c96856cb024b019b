import { LockMode } from '@mikro-orm/postgresql';
import { currentTime } from '../core/database/database.clock.ts';
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

export interface GrantedAccess {
  sessionId: string;
  accessToken: string;
  url: string;
  expiresAt: Date;
}

/** Throws FORBIDDEN unless the client is active. The access and its audit event commit together. */
export async function accessClientAccount(
  ctx: RequestContext,
  { id, reason }: AccessClientAccountArgs,
): Promise<GrantedAccess> {
  const { caller, config } = ctx;
  if (!caller) throw unauthenticated();
  const session = await inAuditedTransaction(ctx, { ClientAccessSession: 'client.accessed' }, async (em) => {
    const { id: clientId, subscriptionStatus } = await loadById(em, ClientAccount, id);
    if (subscriptionStatus !== SubscriptionStatus.ACTIVE)
      throw forbidden('The subscription is not active, so the account cannot be accessed.');
    // Whole seconds, as in the token.
    const expiresAt = new Date((Math.floor(currentTime().getTime() / 1000) + CLIENT_ACCESS_SECONDS) * 1000);
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
  // A fragment appears in no server log and no Referer header.
  return { sessionId, accessToken, url: `${config.clientApp.url}#access_token=${accessToken}`, expiresAt };
}

/** Ends any user's access of the reseller. Does nothing if it has ended already. */
export async function revokeClientAccess(ctx: RequestContext, { sessionId }: { sessionId: string }): Promise<void> {
  await inAuditedTransaction(ctx, { ClientAccessSession: 'client.access_revoked' }, async (em) => {
    const session = await loadById(em, ClientAccessSession, sessionId, LockMode.PESSIMISTIC_WRITE);
    session.revokedAt ??= currentTime();
  });
}

export function listClientAccessSessions(
  ctx: RequestContext,
  { clientId, ...args }: ClientAccessSessionsArgs,
): Promise<Page<ClientAccessSession>> {
  const where = clientId == null ? [] : [hasId('client_id', clientId)];
  return readPage(
    ctx.reader,
    { entity: ClientAccessSession, where, sortBy: 'createdAt' },
    { ...args, sortOrder: SortOrder.DESC },
  );
}
