import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import { inAuditedTransaction, type AuditActions } from '../../audit/audit.recorder.ts';
import { conflict, forbidden, invalidInput, notFound, unauthenticated } from '../../core/context/domain.error.ts';
import { requireVersion } from '../../core/database/entity.lookup.ts';
import { readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { mayManageAdmins, mayReview } from '../../core/graphql/permissions.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readRows } from '../../core/database/transaction.ts';
import { flushUnlessTaken } from '../../core/database/unique.violation.ts';
import { endExcessKeys } from '../api-keys/api-key.rights.ts';
import {
  countInvitation,
  countInviter,
  writeInvitation,
  writeInvitationAgain,
} from '../invitations/invitation.service.ts';
import type { ChangeAdminRolesArgs, ChangePersonArgs, InviteAdminArgs, PeopleArgs } from './member.inputs.ts';
import { Role, rolesOf, User } from './user.entity.ts';
import { tellOfRoles } from './user.notices.ts';
import { REMOVAL, removeUser } from './user.removal.ts';

/** The account name in invitations to admins. */
const US = 'ReachGenie';

export function listAdmins({ reader }: RequestContext, { isActive, ...args }: PeopleArgs): Promise<Page<User>> {
  const where = [sql`role = ${Role.ADMIN}`];
  if (isActive != null) where.push(sql`is_active = ${isActive}`);
  return readPage(reader, { entity: User, where, sortBy: 'createdAt' }, { ...args, sortOrder: SortOrder.ASC });
}

/** @throws DomainError CONFLICT, EMAIL_IN_USE, if the address already belongs to an admin or a partner's user */
export function inviteAdmin(ctx: RequestContext, { email, name, roles, language }: InviteAdminArgs): Promise<User> {
  return inAuditedTransaction(ctx, { User: 'user.invited' }, async (em) => {
    const inviter = await em.findOne(User, { id: ctx.caller?.userId ?? '' });
    const admin = em.create(User, {
      email,
      name,
      role: Role.ADMIN,
      adminRoles: roles,
      language: language ?? inviter?.language ?? null,
    });
    await flushUnlessTaken(
      em,
      conflict('EMAIL_IN_USE', 'This email address already belongs to an account. Use a different one.'),
    );
    await countInviter(ctx);
    await countInvitation(ctx, email);
    await writeInvitation(ctx, em, { user: admin, companyName: US });
    return admin;
  });
}

/** Emails another link; earlier ones stay valid. CONFLICT, INVITATION_ACCEPTED, if the invitation was accepted. */
export async function resendAdminInvitation(ctx: RequestContext, { id }: { id: string }): Promise<void> {
  await amongAdmins(ctx, {}, id, (em, admin) => writeInvitationAgain(ctx, em, { user: admin, companyName: US }));
}

const ROLES_CHANGED = { User: 'user.role_changed', ApiKey: 'api_key.revoked' } as const;

/**
 * Takes effect at the admin's next request. CONFLICT: OWN_ACCOUNT for the caller, so that one admin always has ALL;
 * STALE_VERSION.
 */
export function changeAdminRoles(
  ctx: RequestContext,
  { id, roles, expectedVersion }: ChangeAdminRolesArgs,
): Promise<User> {
  return amongAdmins(ctx, ROLES_CHANGED, id, async (em, admin) => {
    if (admin.id === ctx.caller?.userId) throw conflict('OWN_ACCOUNT', 'You cannot change your own roles.');
    requireVersion(admin, expectedVersion);
    if (roles.toSorted().join() === admin.adminRoles?.toSorted().join()) return admin;
    admin.adminRoles = roles;
    await tellOfRoles(em, admin, ctx.caller);
    await endExcessKeys(em, admin);
    return admin;
  });
}

/**
 * Ends all sessions, links, factors and keys of the admin. CONFLICT: OWN_ACCOUNT for the caller, so that one admin
 * remains; STALE_VERSION.
 */
export async function deactivateAdmin(ctx: RequestContext, { id, expectedVersion }: ChangePersonArgs): Promise<void> {
  await amongAdmins(ctx, REMOVAL, id, async (em, admin) => {
    if (admin.id === ctx.caller?.userId) throw conflict('OWN_ACCOUNT', 'You cannot deactivate your own account.');
    requireVersion(admin, expectedVersion);
    await removeUser(em, admin);
  });
}

/** Returns the names of admins by ID, including deactivated ones, in one statement. */
export async function adminNames(
  { reader }: Pick<RequestContext, 'reader'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const named = await readRows(
    reader,
    sql<{ id: string; name: string }>`select id, name from user_account where id = any(${[...new Set(ids)]})`,
  );
  return new Map(named.map(({ id, name }) => [id, name]));
}

/** Returns an admin, who stays active until the transaction ends. NOT_FOUND if there is none. */
export async function lockActiveAdmin(em: EntityManager, id: string): Promise<User> {
  const isActive = { id, role: Role.ADMIN, isActive: true };
  const admin = isUuid(id) ? await em.findOne(User, isActive, { lockMode: LockMode.PESSIMISTIC_READ }) : null;
  if (!admin) throw notFound('Admin');
  return admin;
}

/** BAD_USER_INPUT on `path` unless all are active admins with REVIEW or ALL. */
export async function requireReviewers(em: EntityManager, path: string, ids: readonly string[]): Promise<void> {
  const isActive = { id: { $in: ids.filter((id) => isUuid(id)) }, role: Role.ADMIN, isActive: true };
  const found = await em.find(User, isActive, { disableIdentityMap: true });
  const reviewers = new Set(found.filter((admin) => mayReview({ roles: rolesOf(admin) })).map(({ id }) => id));
  const message = 'must be active admins with REVIEW or ALL';
  if (!ids.every((id) => reviewers.has(id.toLowerCase()))) throw invalidInput([{ path, message, rule: 'REVIEWERS' }]);
}

/** Locks all active admins: if two admins demote or deactivate each other, the second call is refused. */
function amongAdmins<Result>(
  ctx: RequestContext,
  actions: AuditActions,
  id: string,
  work: (em: EntityManager, admin: User) => Promise<Result>,
): Promise<Result> {
  return inAuditedTransaction(ctx, actions, async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } } as const;
    const admins = await em.find(User, { role: Role.ADMIN, isActive: true }, lock);
    const self = admins.find((admin) => admin.id === ctx.caller?.userId);
    if (!self) throw unauthenticated();
    if (!mayManageAdmins({ roles: rolesOf(self) })) throw forbidden();
    const admin = admins.find((each) => each.id === id.toLowerCase());
    if (!admin) throw notFound('Admin');
    return work(em, admin);
  });
}
