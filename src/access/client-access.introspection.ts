import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { currentTime } from '../core/database/database.clock.ts';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { CLIENT_MANAGERS } from '../core/graphql/permissions.ts';
import type { Caller, RequestContext } from '../core/context/request.context.ts';
import { loadById } from '../core/database/entity.lookup.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import type { SignedClaims, SignedTokens } from '../identity/tokens/signed.token.ts';
import type { ClientAccessClaims } from './client.access.token.ts';
import { ClientAccessSession } from './client-access-session.entity.ts';

/** A request of the client application. */
export interface Inquiry extends Pick<RequestContext, 'requestId' | 'address'> {
  em: EntityManager;
  tokens: SignedTokens;
  log: Pick<Logger, 'warn'>;
}

interface Presented {
  token: string;
  /** Consumes the token, which works once, so that a URL in a browser history is useless. */
  exchange: boolean;
}

type Claims = SignedClaims & ClientAccessClaims;

/** RFC 7662: reveals nothing about an inactive token, not even the reason. */
export type Introspection = { active: false } | ({ active: true } & Claims);

/**
 * Whether a client-access token is valid now. It must be neither expired nor revoked, and client, user and reseller
 * must be active.
 */
export async function introspect(inquiry: Inquiry, { token, exchange }: Presented): Promise<Introspection> {
  const claims = claimsOf(inquiry, token);
  if (!claims || !(await stands(inquiry, claims))) return { active: false };
  if (exchange && !(await takeUp(inquiry, claims))) return { active: false };
  return { active: true, ...claims };
}

/** Ends the access (RFC 7009). Does nothing if the token is no longer valid. */
export async function endClientAccess(inquiry: Inquiry, { token }: Pick<Presented, 'token'>): Promise<void> {
  const claims = claimsOf(inquiry, token);
  if (!claims) return;
  await change(inquiry, claims, 'client.access_revoked', (session) => {
    session.revokedAt ??= currentTime();
  });
}

const claimsOf = ({ tokens }: Inquiry, token: string): Claims | undefined => tokens.verify(token) as Claims | undefined;

/** As the platform, because the client application has no tenant. Reads only the token's own session. */
async function stands({ em }: Inquiry, { jti, sub }: Claims): Promise<boolean> {
  const found = await readRows(
    asPlatform(em),
    sql`select 1 from client_access_session access
      join client_account client on client.id = access.client_id and client.reseller_id = access.reseller_id
      join partner_account partner on partner.id = access.reseller_id
      join user_account person on person.id = access.user_id and person.reseller_id = access.reseller_id
      where access.id = ${jti} and access.client_id = ${sub} and access.revoked_at is null and access.expires_at > now()
        and client.subscription_status = 'ACTIVE' and person.is_active and person.partner_role = any(${CLIENT_MANAGERS})
        and partner.is_active and manages_clients(partner.id)
        and (partner.access_ended_at is null or access.created_at > partner.access_ended_at)`,
  );
  return found.length > 0;
}

/** Atomic: one of two concurrent calls returns true. */
async function takeUp(inquiry: Inquiry, claims: Claims): Promise<boolean> {
  const isFirst = await change(inquiry, claims, 'client.access_opened', (session) => {
    if (session.exchangedAt || session.revokedAt) return false;
    session.exchangedAt = currentTime();
    return true;
  });
  if (!isFirst) inquiry.log.warn({ event: 'client_access_replayed', sessionId: claims.jti }, 'client access refused');
  return isFirst;
}

/** Acts as the user that holds the access, on the token's own session. */
function change<Result>(
  { em, address, requestId }: Inquiry,
  { jti, act }: Claims,
  action: 'client.access_opened' | 'client.access_revoked',
  work: (session: ClientAccessSession) => Result,
): Promise<Result> {
  const { sub: userId, email } = act;
  const caller: Caller = { userId, email, name: email, role: 'PARTNER', credential: `client-access:${jti}` };
  const ctx = { em: asPlatform(em), caller, address, requestId };
  return inAuditedTransaction(ctx, { ClientAccessSession: action }, async (transaction) =>
    work(await loadById(transaction, ClientAccessSession, jti, LockMode.PESSIMISTIC_WRITE)),
  );
}
