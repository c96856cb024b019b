import type { RequestContext } from '../../core/context/request.context.ts';
import { unauthenticated } from '../../core/context/domain.error.ts';
import { asPlatformFor } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import type { AccountSecurity } from './account-security.types.ts';
import { countCodes } from '../second-factors/recovery.codes.ts';
import { mustHaveFactor } from '../sessions/session.service.ts';
import { User } from '../users/user.entity.ts';

/**
 * Returns how the caller's account is protected. Runs as the platform, because a partner's database role sees no
 * factors.
 */
export function getAccountSecurity(ctx: RequestContext): Promise<AccountSecurity> {
  return inTransaction(asPlatformFor(ctx), async (em) => {
    const id = ctx.caller?.userId;
    const user = id ? await em.findOne(User, { id }) : null;
    if (!user) throw unauthenticated();
    return {
      secondFactorAt: user.secondFactorAt ?? null,
      secondFactorRequired: mustHaveFactor(ctx, user),
      recoveryCodesLeft: await countCodes(em, user.id),
    };
  });
}
