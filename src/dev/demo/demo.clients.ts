import { SubscriptionStatus } from '../../clients/client-account.entity.ts';
import { newKey } from '../../identity/api-keys/api-key.secret.ts';
import { Chance, type Weighted } from './chance.ts';
import { demoProvisioning } from './demo.provisioning.ts';
import { created } from './demo.trail.ts';
import type { DemoWorld, DemoPartner, DemoUser } from './demo.world.ts';
import { sampleApplication } from './samples/sample.applications.ts';
import { DAY_MS, workingTime } from './samples/sample.reviews.ts';

const { ACTIVE, SUSPENDED, CANCELED } = SubscriptionStatus;

/** The reseller's own names for plans. */
const TIERS: readonly Weighted<string>[] = [
  ['Starter', 50],
  ['Growth', 35],
  ['Enterprise', 15],
];

const SUSPENSION = { subscriptionStatus: SUSPENDED };
const CANCELLATION = { subscriptionStatus: CANCELED };
const GROWTH = { subscriptionTier: 'Growth' };

/** The final course of each client. Used in turn, so that a few dozen clients include every kind. */
const WAYS: readonly (readonly object[])[] = [
  [],
  [SUSPENSION],
  [GROWTH],
  [],
  [CANCELLATION],
  [],
  [SUSPENSION, { subscriptionStatus: ACTIVE }],
  [],
  [SUSPENSION],
  [GROWTH],
  [SUSPENSION, CANCELLATION],
  [{ billingOwnedByReseller: false }],
];

const REASONS = [
  'They cannot find their invoices.',
  'Setting up the first campaign together, on the phone.',
  'Replies do not arrive in their shared mailbox; ticket 4711.',
  'Quarterly review: looking at the numbers before the call.',
  'Their new colleague needs the templates of the old one.',
] as const;

const PLAN = [
  { key: 'kickoff', title: 'Kick-off call', dueDays: 3 },
  { key: 'mailboxes', title: 'Connect their mailboxes', dueDays: 7 },
  { key: 'campaign', title: 'Review the first campaign together', dueDays: 14 },
  { key: 'training', title: 'Train their team', dueDays: 30 },
];

/** Keeps the companies different from those that apply. */
const FIRST_SAMPLE = 20_000;

/** The product refused some of many clients. */
const FAILING = { every: 11, at: 4 };

interface Clients {
  clients: number;
  /** Members who manage the clients, besides the owner. */
  members: readonly DemoUser[];
  /** Whether a program creates some of them. */
  byProgram: boolean;
  /** Whether the reseller has an onboarding plan. */
  hasPlan: boolean;
}

/** Adds a reseller's clients since the owner joined, with their history. */
export function addClients(
  world: DemoWorld,
  { id: resellerId, owner }: DemoPartner,
  { clients: count, members, byProgram, hasPlan }: Clients,
) {
  const { chance, now, rows, trail } = world;
  const since = owner.joinedAt?.getTime() ?? now.getTime();
  const onboarding = new Chance(3);
  if (hasPlan) addPlan(new Date(since + DAY_MS / 2));
  const key = byProgram ? addKey(new Date(since + 2 * DAY_MS)) : undefined;
  for (let index = 0; index < count; index++) addClient(index);

  function addClient(index: number): void {
    const days = (now.getTime() - since) / DAY_MS - 4;
    const createdAt = workingTime(chance, since + (1 + (index / count) * days) * DAY_MS, new Date(since));
    const sample = sampleApplication(FIRST_SAMPLE + rows.client_account.length);
    const told = {
      companyName: sample.companyName,
      contactName: sample.contactName,
      contactEmail: sample.contactEmail,
      contactPhone: sample.contactPhone ?? null,
      subscriptionTier: chance.weighted(TIERS),
      subscriptionStatus: ACTIVE,
      billingOwnedByReseller: chance.is(0.85),
    };
    const id = chance.idAt(createdAt);
    const canceledAt = null as Date | null;
    const client = { id, resellerId, ...told, canceledAt, version: 1, createdAt, updatedAt: createdAt };
    const on = { type: 'ClientAccount', id };
    const isByProgram = key && createdAt > key.createdAt && chance.is(0.5);
    const by = isByProgram ? { by: owner, credential: `key:${key.id}` } : { by: someoneAt(createdAt) };
    if (isByProgram && createdAt > (key.lastUsedAt ?? key.createdAt)) key.lastUsedAt = createdAt;
    rows.client_account.push(client);
    trail.write({ ...by, at: createdAt, action: 'client.created', on, changes: created(told) });

    if (hasPlan) addSteps(id, createdAt);

    let at = createdAt;
    for (const [step, after] of (WAYS[index % WAYS.length] ?? []).entries()) {
      const next = workingTime(chance, at.getTime() + chance.between(6, 45) * DAY_MS);
      if (next > now) break;
      if (step === 0) accessBetween(id, at, next);
      at = next;
      const action = 'billingOwnedByReseller' in after ? 'client.updated' : 'client.subscription_changed';
      trail.change(client, after, { at, by: someoneAt(at), action, type: 'ClientAccount' });
      if (client.subscriptionStatus === CANCELED) client.canceledAt = at;
    }
    if (client.subscriptionStatus === ACTIVE) accessBetween(id, at, now);
    rows.client_provisioning.push(demoProvisioning(client, index % FAILING.every === FAILING.at));
  }

  function addPlan(at: Date): void {
    const id = onboarding.idAt(at);
    rows.onboarding_plan.push({ id, resellerId, steps: PLAN, version: 1, createdAt: at, updatedAt: at });
    const on = { type: 'OnboardingPlan', id };
    trail.write({ at, by: owner, action: 'onboarding.plan_saved', on, changes: created({ steps: PLAN }) });
  }

  /** Most are done in time. */
  function addSteps(clientId: string, createdAt: Date): void {
    for (const [index, { key: step, title, dueDays }] of PLAN.entries()) {
      const dueOn = new Date(createdAt.getTime() + dueDays * DAY_MS).toISOString().slice(0, 10);
      const days = dueDays * (0.3 + onboarding.next());
      const doneAt = workingTime(onboarding, createdAt.getTime() + days * DAY_MS, createdAt);
      const isDone = doneAt < now && onboarding.is(0.97);
      const by = someoneOf(onboarding, doneAt);
      const id = onboarding.idAt(createdAt);
      const done = isDone ? { doneAt, doneBy: by.id } : { doneAt: null, doneBy: null };
      const told = { id, resellerId, clientId, key: step, position: index + 1, title, dueOn, ...done };
      rows.onboarding_step.push({ ...told, createdAt, updatedAt: isDone ? doneAt : createdAt });
      const changes = { stepId: { from: id, to: id }, ...created(done) };
      const on = { type: 'ClientAccount', id: clientId };
      if (isDone) trail.write({ at: doneAt, by, action: 'onboarding.step_set', on, changes });
    }
  }

  /** By chance, lets a user access the client's account while it is active. */
  function accessBetween(clientId: string, from: Date, to: Date): void {
    const at = workingTime(chance, from.getTime() + chance.next() * (to.getTime() - from.getTime()), from);
    const after = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
    const expiresAt = new Date(Math.floor(after(15 * 60).getTime() / 1_000) * 1_000);
    if (!chance.is(0.3) || expiresAt > to) return;
    const by = someoneAt(at);
    const id = chance.idAt(at);
    const told = { userId: by.id, reason: chance.one(REASONS), expiresAt };
    const exchangedAt = chance.is(0.9) ? after(chance.between(1, 20)) : null;
    const revokedAt = chance.is(0.4) ? after(chance.between(120, 840)) : null;
    rows.client_access_session.push({ id, resellerId, clientId, ...told, createdAt: at, exchangedAt, revokedAt });
    const on = { type: 'ClientAccount', id: clientId };
    const sessionId = { from: id, to: id };
    const credential = `client-access:${id}`;
    trail.write({ at, by, action: 'client.accessed', on, changes: created({ sessionId: id, ...told }) });
    if (exchangedAt) {
      const changes = { sessionId, ...created({ exchangedAt }) };
      trail.write({ at: exchangedAt, by, action: 'client.access_opened', on, changes, credential });
    }
    if (revokedAt) {
      const changes = { sessionId, ...created({ revokedAt }) };
      trail.write({ at: revokedAt, by, action: 'client.access_revoked', on, changes, credential });
    }
  }

  /** Picks a user who has joined by then. */
  function someoneAt(moment: Date): DemoUser {
    return someoneOf(chance, moment);
  }

  function someoneOf(by: Chance, moment: Date): DemoUser {
    return by.one([owner, ...members.filter(({ joinedAt }) => joinedAt && joinedAt < moment)]);
  }

  function addKey(createdAt: Date) {
    const { prefix, secretHash } = newKey();
    const terms = { scopes: ['READ', 'CLIENTS'], allowedAddresses: [] as string[] };
    const told = { name: 'Import from the shop', prefix, ...terms, createdBy: owner.id, expiresAt: null };
    const unused = { lastUsedAt: null as Date | null, revokedAt: null };
    const added = { id: chance.idAt(createdAt), resellerId, ...told, secretHash, createdAt, ...unused };
    rows.api_key.push(added);
    const on = { type: 'ApiKey', id: added.id };
    trail.write({ at: createdAt, by: owner, action: 'api_key.created', on, changes: created(told) });
    return added;
  }
}
