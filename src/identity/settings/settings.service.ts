import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { unauthenticated } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { lockForChange } from '../../core/database/entity.lookup.ts';
import { asPlatformFor } from '../../core/database/tenancy.ts';
import { User } from '../users/user.entity.ts';
import type { UpdateViewerArgs } from './settings.inputs.ts';

/**
 * Changes the caller's own settings. Runs as the platform, because a partner's database role cannot write users.
 * CONFLICT (STALE_VERSION) if expectedVersion is stale.
 */
export function updateViewer(ctx: RequestContext, { input, expectedVersion }: UpdateViewerArgs): Promise<User> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  return inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, { User: 'user.settings_changed' }, async (em) => {
    const user = await lockForChange(em, User, caller.userId, expectedVersion);
    const { name, language, timeZone, dateFormat } = input;
    user.name = name ?? user.name;
    if (language !== undefined) user.language = language;
    if (timeZone !== undefined) user.timeZone = timeZone;
    if (dateFormat !== undefined) user.dateFormat = dateFormat;
    return user;
  });
}
