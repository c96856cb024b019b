import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { inAuditedTransaction, type AuditActions } from '../../audit/audit.recorder.ts';
import { conflict, forbidden, notFound } from '../../core/context/domain.error.ts';
import { requireVersion } from '../../core/database/entity.lookup.ts';
import { hasId, readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { asPlatformFor, tenantOf } from '../../core/database/tenancy.ts';
import { companyNameOf } from '../../tenants/partner-account.queries.ts';
import { flushUnlessTaken } from '../../core/database/unique.violation.ts';
import { endExcessKeys } from '../api-keys/api-key.rights.ts';
import {
  countInvitation,
  countInviter,
  writeInvitation,
  writeInvitationAgain,
} from '../invitations/invitation.service.ts';
import type {
  ChangeMemberRoleArgs,
  ChangePersonArgs,
  InviteMemberArgs,
  PartnerMembersArgs,
  PeopleArgs,
} from './member.inputs.ts';
import { PartnerRole, Role, User } from './user.entity.ts';
import { tellOfRoles } from './user.notices.ts';
import { REMOVAL, removeUser } from './user.removal.ts';

/** Stops a runaway script. */
const MAX_MEMBERS = 200;

const lastOwner = () =>
  conflict('LAST_OWNER', 'Every account needs an owner. Make another active member an owner first.');

/** Returns the tenant's users, oldest first. */
export const listMembers = (ctx: RequestContext, args: PeopleArgs): Promise<Page<User>> => listAmong(ctx, args, []);

/** For admins: owners have only their own team. */
export const listPartnerMembers = (
  ctx: RequestContext,
  { partnerId, ...args }: PartnerMembersArgs,
): Promise<Page<User>> => listAmong(ctx, args, [hasId('reseller_id', partnerId)]);

function listAmong(
  ctx: RequestContext,
  { isActive, ...args }: PeopleArgs,
  ofPartner: readonly RawBuilder<unknown>[],
): Promise<Page<User>> {
  const where = isActive == null ? [...ofPartner] : [...ofPartner, sql`is_active = ${isActive}`];
  return readPage(ctx.reader, { entity: User, where, sortBy: 'createdAt' }, { ...args, sortOrder: SortOrder.ASC });
}

/** CONFLICT: EMAIL_IN_USE if the address already belongs to any account; TOO_MANY_MEMBERS if there are 200. */
export function inviteMember(
  ctx: RequestContext,
  { email, name, role: partnerRole, language }: InviteMemberArgs,
): Promise<User> {
  const resellerId = tenantOf(ctx);
  return asOwner(ctx, { User: 'user.invited' }, async (em, owners) => {
    if ((await em.count(User, { isActive: true })) >= MAX_MEMBERS) {
      throw conflict('TOO_MANY_MEMBERS', `There are already ${MAX_MEMBERS} members.`);
    }
    await countInviter(ctx);
    const inviter = owners.find(({ id }) => id === ctx.caller?.userId);
    const user = em.create(User, {
      email,
      name,
      role: Role.PARTNER,
      resellerId,
      partnerRole,
      language: language ?? inviter?.language ?? null,
    });
    await flushUnlessTaken(
      em,
      conflict('EMAIL_IN_USE', 'This email address already belongs to an account. Use a different one.'),
    );
    await countInvitation(ctx, email);
    await writeInvitation(ctx, em, { user, companyName: await companyNameOf(em, resellerId) });
    return user;
  });
}

/** Emails another link; earlier ones stay valid. CONFLICT, INVITATION_ACCEPTED, if the invitation was accepted. */
export async function resendMemberInvitation(ctx: RequestContext, { id }: { id: string }): Promise<void> {
  await asOwner(ctx, {}, async (em) => {
    const user = await findMember(em, id);
    await writeInvitationAgain(ctx, em, { user, companyName: await companyNameOf(em, tenantOf(ctx)) });
  });
}

/**
 * Takes effect at the member's next request. CONFLICT: LAST_OWNER if no other active member is an owner;
 * STALE_VERSION.
 */
export function changeMemberRole(
  ctx: RequestContext,
  { id, role, expectedVersion }: ChangeMemberRoleArgs,
): Promise<User> {
  return asOwner(ctx, { User: 'user.role_changed', ApiKey: 'api_key.revoked' }, async (em, owners) => {
    const member = await findMember(em, id);
    requireVersion(member, expectedVersion);
    if (member.partnerRole === role) return member;
    if (isLast(owners, member)) throw lastOwner();
    member.partnerRole = role;
    await tellOfRoles(em, member, ctx.caller);
    await endExcessKeys(em, member);
    return member;
  });
}

/**
 * Removes a member and ends their sessions, links and API keys. CONFLICT: LAST_OWNER if no other active member is an
 * owner; STALE_VERSION.
 */
export async function removeMember(ctx: RequestContext, { id, expectedVersion }: ChangePersonArgs): Promise<void> {
  await asOwner(ctx, REMOVAL, async (em, owners) => {
    const member = await findMember(em, id);
    requireVersion(member, expectedVersion);
    if (isLast(owners, member)) throw lastOwner();
    await removeUser(em, member);
  });
}

/**
 * Runs as the platform, because a partner's database role cannot write users. Locks the account's owners, so that
 * concurrent changes of owners run one after the other.
 */
function asOwner<Result>(
  ctx: RequestContext,
  actions: AuditActions,
  work: (em: EntityManager, owners: User[]) => Promise<Result>,
): Promise<Result> {
  return inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, actions, async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } } as const;
    const owners = await em.find(User, { partnerRole: PartnerRole.OWNER, isActive: true }, lock);
    if (!owners.some((owner) => owner.id === ctx.caller?.userId)) throw forbidden();
    return work(em, owners);
  });
}

async function findMember(em: EntityManager, id: string): Promise<User> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const member = isUuid(id) ? await em.findOne(User, { id, isActive: true }, lock) : null;
  if (!member) throw notFound('Member');
  return member;
}

/** Invited owners who have not joined do not count, because they may never join. */
const isLast = (owners: User[], leaving: User): boolean =>
  !owners.some(({ id, joinedAt }) => id !== leaving.id && joinedAt);
