import { sql } from 'kysely';
import type { RequestContext } from '../../core/context/request.context.ts';
import { unauthenticated } from '../../core/context/domain.error.ts';
import { readById } from '../../core/database/row.query.ts';
import { asPlatformFor, fromVisible } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { hasId } from '../../core/lists/page.query.ts';
import type { AccountSecurity } from './account-security.types.ts';
import { RecoveryCode } from '../second-factors/recovery-code.entity.ts';
import { mustHaveFactor } from '../sessions/session.service.ts';
import { User } from '../users/user.entity.ts';

/**
 * Returns how the caller's account is protected. Runs as the platform, because a partner's database role sees no
 * factors.
 */
export async function getAccountSecurity(ctx: RequestContext): Promise<AccountSecurity> {
  const em = asPlatformFor(ctx);
  const id = ctx.caller?.userId ?? '';
  const [user, [codes]] = await Promise.all([
    readById(em, User, id),
    readRows(
      em,
      sql<{ left: number }>`select count(*)::int as left ${fromVisible(em, RecoveryCode, [hasId('user_id', id)])}`,
    ),
  ]);
  if (!user) throw unauthenticated();
  return {
    secondFactorAt: user.secondFactorAt ?? null,
    secondFactorRequired: mustHaveFactor(ctx, user),
    recoveryCodesLeft: codes?.left ?? 0,
  };
}
