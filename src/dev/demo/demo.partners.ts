import { Language } from '../../core/text/language.ts';
import { AssignmentReason } from '../../partners/tiers/tier-assignment.entity.ts';
import { PartnershipType } from '../../tenants/partnership.type.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { invitation } from '../../identity/invitations/identity.emails.tsx';
import { PartnerRole, Role, User } from '../../identity/users/user.entity.ts';
import { UserTokenPurpose } from '../../identity/invitations/user-token.entity.ts';
import { beginTier } from './demo.tiers.ts';
import { created, type Actor } from './demo.trail.ts';
import type { DemoAdmin, DemoPartner, DemoUser, DemoWorld } from './demo.world.ts';
import { DAY_MS, workingTime } from './samples/sample.reviews.ts';

const { SILVER, GOLD, PLATINUM } = PartnerTier;

interface Approved {
  id: string;
  companyName: string;
  contactName: string;
  contactEmail: string;
  partnershipType: PartnershipType;
  website?: string | null;
}

interface Approval {
  at: Date;
  by: DemoAdmin;
  /** The partner's final tier. Random if omitted. */
  tier?: PartnerTier | undefined;
}

/** Details that no owner has added yet. */
const NO_DETAILS = {
  legalName: null as string | null,
  street: null as string | null,
  postalCode: null as string | null,
  city: null as string | null,
  countryCode: null as string | null,
  vatId: null as string | null,
};

/** Adds the account that an approval creates, and its later history. */
export function openAccount(world: DemoWorld, application: Approved, { at, by, tier }: Approval): DemoPartner {
  const { chance, rows, trail } = world;
  const { companyName, contactName, contactEmail, partnershipType, website = null } = application;
  const told = {
    partnerId: application.id,
    companyName,
    website,
    adminEmail: contactEmail,
    partnershipType,
    tier: SILVER,
    isActive: true,
    clientManagementEnabled: partnershipType === PartnershipType.RESELLER,
    whitelabelEnabled: false,
  };
  const id = chance.idAt(at);
  const nobody = { managerId: null as string | null, technicalManagerId: null as string | null };
  const since = { version: 1, createdAt: at, updatedAt: at };
  const account = { id, ...told, ...NO_DETAILS, ...nobody, accessEndedAt: null as Date | null, ...since };
  rows.partner_account.push(account);
  beginTier(world, { resellerId: id, tier: SILVER, at, reason: AssignmentReason.INITIAL });
  const on = { type: 'PartnerAccount', id };
  trail.write({ at, by, action: 'partner.created', on, resellerId: id, changes: created(told) });
  // Partners in the start message join on the same day.
  const joinsWithin = tier ? 0.5 : 4;
  const person = { email: contactEmail, name: contactName, partnerRole: PartnerRole.OWNER };
  const owner = invite(world, { id, companyName }, { ...person, at, by, joinsWithin });
  if (owner.joinedAt) {
    growUp();
    getManagers();
  }
  const isReseller = partnershipType === PartnershipType.RESELLER;
  const partner = { id, companyName, tier: account.tier, owner, isReseller };
  world.partners.push(partner);
  return partner;

  /** Moves up a tier after some months, then another. A few partners leave. */
  function growUp(): void {
    const wanted =
      tier ??
      chance.weighted([
        [SILVER, 60],
        [GOLD, 30],
        [PLATINUM, 10],
      ] as const);
    let moment = at;
    for (const next of [GOLD, PLATINUM].slice(0, [SILVER, GOLD, PLATINUM].indexOf(wanted))) {
      moment = workingTime(chance, moment.getTime() + chance.between(45, 80) * DAY_MS);
      const whitelabelEnabled = partnershipType === PartnershipType.RESELLER;
      update(moment, { tier: next, whitelabelEnabled });
    }
    moment = workingTime(chance, moment.getTime() + chance.between(40, 90) * DAY_MS);
    if (!tier && chance.is(0.04)) update(moment, { isActive: false, accessEndedAt: moment });
  }

  /** From Gold on. Every fourth partner still waits for its managers. */
  function getManagers(): void {
    const place = rows.partner_account.length;
    if (account.tier === SILVER || place % 4 === 3) return;
    const [managerId = null, technical = null] = [place, place + 1].map((each) => adminAt(world, each)?.id);
    const technicalManagerId = account.tier === PLATINUM ? technical : null;
    const deed = { at: afterwards(), by, resellerId: id, type: 'PartnerAccount' };
    trail.change(account, { managerId, technicalManagerId }, { ...deed, action: 'partner.manager_assigned' });
  }

  /** A quarter of an hour after the last change. */
  function afterwards(): Date {
    return new Date(Math.min(account.updatedAt.getTime() + 15 * 60_000, world.now.getTime()));
  }

  function update(moment: Date, after: Partial<typeof account>): void {
    if (moment > world.now) return;
    const deed = { at: moment, by: chance.one(world.admins), resellerId: id, type: 'PartnerAccount' };
    trail.change(account, after, { ...deed, action: 'partner.updated' });
    if (after.tier) {
      beginTier(world, { resellerId: id, tier: after.tier, at: moment, reason: AssignmentReason.MANUAL, by: deed.by });
    }
  }
}

const adminAt = ({ admins }: DemoWorld, place: number): DemoAdmin | undefined => admins[place % admins.length];

/** Adds the partnership that a further approval of the same contact creates. The first one comes with the account. */
export function addPartnership(
  { rows, trail }: DemoWorld,
  { id: resellerId }: Pick<DemoPartner, 'id'>,
  { id: applicationId, partnershipType }: Pick<Approved, 'id' | 'partnershipType'>,
  { at, by }: Approval,
): void {
  rows.partnership.push({ applicationId, resellerId, partnershipType, createdAt: at });
  const on = { type: 'PartnerAccount', id: resellerId };
  const changes = created({ applicationId, partnershipType });
  trail.write({ at, by, action: 'partner.partnership_added', on, resellerId, changes });
}

interface Invitation {
  email: string;
  name: string;
  partnerRole: PartnerRole;
  at: Date;
  by: Actor;
  /** Days within which the invitation is accepted. Never if omitted. */
  joinsWithin?: number;
}

/** Seven days, as in user.token.ts. */
const INVITATION_MS = 7 * DAY_MS;

/** Invites a user to a partner account. Most join soon. */
export function invite(
  world: DemoWorld,
  { id: resellerId, companyName }: Pick<DemoPartner, 'id' | 'companyName'>,
  { email, name, partnerRole, at, by, joinsWithin }: Invitation,
): DemoUser {
  const { chance, now, rows, trail, emails, passwordHash } = world;
  const told = { email, name, role: Role.PARTNER, partnerRole, language: Language.EN, isActive: true };
  const id = chance.idAt(at);
  const comesAt = workingTime(chance, at.getTime() + chance.next() * (joinsWithin ?? 0) * DAY_MS, at);
  const comes = joinsWithin !== undefined && (joinsWithin < 1 || chance.is(0.95)) && comesAt <= now;
  const joinedAt = comes ? comesAt : null;
  const person: DemoUser = { id, email, role: 'PARTNER', resellerId, joinedAt, address: addressOf(world) };
  const expiresAt = new Date(at.getTime() + INVITATION_MS);
  const tokenId = chance.idAt(at);
  rows.user_account.push({
    id,
    ...told,
    resellerId,
    passwordHash: joinedAt && passwordHash,
    joinedAt,
    createdAt: at,
    updatedAt: joinedAt ?? at,
  });
  if (!joinedAt && expiresAt > now) {
    rows.user_token.push({ id: tokenId, userId: id, purpose: UserTokenPurpose.INVITATION, expiresAt, createdAt: at });
  }
  emails.push({ writtenAt: at, ...invitation(Object.assign(new User(), told), tokenId, companyName) });
  const on = { type: 'User', id };
  trail.write({ at, by, action: 'user.invited', on, resellerId, changes: created(told) });
  if (joinedAt) {
    const changes = created({ joinedAt });
    trail.write({ at: joinedAt, by: person, action: 'user.joined', on, changes, credential: 'link' });
  }
  return person;
}

const addressOf = ({ chance }: DemoWorld): string => `203.0.113.${chance.between(1, 254)}`;
