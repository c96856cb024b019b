import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import type { ApiKey } from './api-key.entity.ts';
import { credentialsChangedMail } from '../account-security/credential.emails.tsx';
import { AdminRole, PartnerRole, User } from '../users/user.entity.ts';

interface KeyChange {
  change: 'API_KEY_CREATED' | 'API_KEY_ROTATED' | 'API_KEY_REVOKED';
  apiKey: ApiKey;
  replacement?: ApiKey;
}

/** A key gives programs access, so owners, or admins with ALL, get an email too, not only its creator. */
export async function mailAboutKey(
  ctx: RequestContext,
  em: EntityManager,
  { change, apiKey, replacement }: KeyChange,
): Promise<void> {
  const { prefix: keyPrefix, createdBy, resellerId = null, expiresAt } = apiKey;
  const answers = resellerId ? { partnerRole: PartnerRole.OWNER } : { adminRoles: { $contains: [AdminRole.ALL] } };
  const makers = [createdBy, replacement?.createdBy ?? createdBy];
  const isConcerned = { $or: [{ id: { $in: makers } }, { ...answers, joinedAt: { $ne: null } }] };
  const users = await em.find(User, { resellerId, isActive: true, ...isConcerned });
  const replaced = replacement && expiresAt ? { prefix: replacement.prefix, until: expiresAt.toISOString() } : null;
  const isOfAdmin = resellerId === null;
  const mails = users.map(({ email }) =>
    credentialsChangedMail(ctx, email, change, { keyPrefix, isOfAdmin, replacement: replaced }),
  );
  await writeEmails(em, ctx.jobs, mails);
}
