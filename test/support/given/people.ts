import { v7 as uuid } from 'uuid';
import type { Actor, Answer, Api } from '../api.ts';
import { acceptInvitation, type Partner } from './partners.ts';

export interface Person {
  id: string;
  email: string;
  /** The user, signed in. */
  actor: Actor;
}

export interface MemberAnswer {
  id: string;
  email: string;
  name: string;
  partnerRole: string;
  isActive: boolean;
  joinedAt: string | null;
}

/** Returns an unused address. */
export const newEmail = (): string => `person-${uuid()}@people.example`;

const INVITE_MEMBER = `mutation Invite($email: String!, $name: String!, $role: PartnerRole!) {
  inviteMember(email: $email, name: $name, role: $role) { id email name partnerRole isActive joinedAt }
}`;

const INVITE_ADMIN = `mutation InviteAdmin($email: String!, $name: String!, $roles: [AdminRole!]) {
  inviteAdmin(email: $email, name: $name, roles: $roles) { id email name roles isActive joinedAt }
}`;

export const inviteMember = (
  api: Api,
  actor: Actor | undefined,
  { email = newEmail(), name = 'Max Member', role = 'MEMBER' } = {},
): Promise<Answer<{ inviteMember: MemberAnswer }>> => api.ask(actor, INVITE_MEMBER, { email, name, role });

export const inviteAdmin = (
  api: Api,
  actor: Actor | undefined,
  { email = newEmail(), name = 'Ann Admin', roles }: { email?: string; name?: string; roles?: string[] } = {},
): Promise<Answer<{ inviteAdmin: Omit<MemberAnswer, 'partnerRole'> & { roles: string[] } }>> =>
  api.ask(actor, INVITE_ADMIN, { email, name, roles });

/** Invites a user to a partner account, who has not joined yet. */
export async function givenInvitedMember(
  api: Api,
  { actor }: Pick<Partner, 'actor'>,
  role = 'MEMBER',
): Promise<MemberAnswer> {
  const { data, errors } = await inviteMember(api, actor, { role });
  if (!data) throw new Error(`The member could not be invited: ${JSON.stringify(errors)}`);
  return data.inviteMember;
}

/** Adds a user to a partner account, who has joined. */
export async function givenMember(api: Api, partner: Pick<Partner, 'actor'>, role = 'MEMBER'): Promise<Person> {
  const { id, email } = await givenInvitedMember(api, partner, role);
  const { actor } = await acceptInvitation(api, email);
  return { id, email, actor };
}

/** Adds another admin who has joined. Without roles, the admin gets ALL. */
export async function givenAdmin(api: Api, ...roles: string[]): Promise<Person> {
  const { data, errors } = await inviteAdmin(api, api.admin, roles.length > 0 ? { roles } : {});
  if (!data) throw new Error(`The admin could not be invited: ${JSON.stringify(errors)}`);
  const { id, email } = data.inviteAdmin;
  const { actor } = await acceptInvitation(api, email);
  return { id, email, actor };
}

/** Returns the audit events of an object, oldest first. */
export const auditOf = (api: Api, targetId: string): Promise<Record<string, unknown>[]> =>
  api.rows('select * from audit_event where target_id = $1 order by sequence', [targetId]);

/** Returns the audit actions of an object in order, without sign-ins. */
export const actionsOn = async (api: Api, targetId: string): Promise<unknown[]> =>
  (await auditOf(api, targetId)).map(({ action }) => action).filter((action) => action !== 'session.started');
