import { received, statusChanged, submitted } from '../../applications/application.emails.tsx';
import { PartnerApplication } from '../../applications/application.entity.ts';
import { ApplicationStatus } from '../../applications/application.enums.ts';
import type { AccountAccess } from '../../partners/partner-account.service.ts';
import { withdrawalConfirmed, withdrawalNoticed } from '../../applications/applicant/withdrawal.emails.tsx';
import { Chance } from './chance.ts';
import { addAgreements } from './demo.agreements.ts';
import { demoEmails } from './demo.emails.ts';
import { addFiles } from './files/demo.files.ts';
import { addPartnership, openAccount } from './demo.partners.ts';
import { demoApplication, furnish, SHOWN } from './demo.resellers.ts';
import { changed, DemoTrail } from './demo.trail.ts';
import { addStandings } from './demo.tiers.ts';
import { noRows, type DemoAdmin, type DemoRows, type DemoWorld, type DemoPartner } from './demo.world.ts';
import { DAY_MS, sampleReview, workingTime, type SampleStep } from './samples/sample.reviews.ts';

const APPLICATIONS = 400;
const DAYS = 273;

/** Creates nine months of applications and their results. Always the same, except for dates and API keys. */
export function demoRows(
  options: Pick<DemoWorld, 'now' | 'admins' | 'team' | 'passwordHash' | 'publicUrl' | 'contents'>,
): DemoRows {
  const { now, admins } = options;
  const chance = new Chance(0);
  const world: DemoWorld = {
    ...options,
    chance,
    trail: new DemoTrail(),
    rows: noRows(),
    emails: [],
    partners: [],
  };
  for (const [index, createdAt] of moments(chance, now).entries()) addApplication(world, index, createdAt);
  for (const admin of admins.slice(0, 1)) addAgreements(world, admin, world.partners);
  addStandings(world);
  addFiles(world);
  const { rows, emails, trail } = world;
  rows.email_message = demoEmails(emails, now).map((email) => ({ id: chance.idAt(email.createdAt), ...email }));
  rows.audit_event = trail.events();
  return rows;
}

function addApplication(world: DemoWorld, index: number, createdAt: Date): void {
  const { chance, now, admins, team, rows, emails, trail } = world;
  const id = chance.idAt(createdAt);
  const told = demoApplication(index);
  const { history, notes, ...state } = sampleReview(index, {
    createdAt,
    now,
    admins: admins.map(({ name }) => name),
    applicant: told.contactName,
    notes: (each) => (each.is(0.36) ? each.between(1, 3) : 0),
  });
  // The admin who starts a review becomes the assignee.
  const began = history.find(({ to }) => to === ApplicationStatus.REVIEWING);
  const assignee = began && adminCalled(world, began.changedBy);
  const version = state.version + (assignee ? 1 : 0);
  rows.partner_application.push({ id, ...told, ...state, version, assigneeId: assignee?.id ?? null, createdAt });
  rows.partner_application_note.push(
    ...notes.map((note) => ({ id: chance.idAt(note.createdAt), applicationId: id, ...note })),
  );
  const application = Object.assign(new PartnerApplication(), { id, ...told, decidedAt: null, withdrawnAt: null });
  emails.push(
    { writtenAt: createdAt, ...received(application) },
    { writtenAt: createdAt, ...submitted(application, team) },
  );
  const on = { type: 'PartnerApplication', id };
  for (const { authorName, createdAt: at } of notes) {
    trail.write({ at, by: adminCalled(world, authorName), action: 'application.note_added', on, changes: null });
  }
  for (const step of history) addStep(world, application, step);
  if (!assignee) return;
  const changes = changed(application, { assigneeId: assignee.id });
  trail.write({ at: began.changedAt, by: assignee, action: 'application.assigned', on, changes });
}

function adminCalled({ admins }: DemoWorld, name: string): DemoAdmin {
  const admin = admins.find((each) => each.name === name);
  if (!admin) throw new Error(`${name} is not an admin.`);
  return admin;
}

/** Adds the rows that the product writes for a step. */
function addStep(world: DemoWorld, application: PartnerApplication, step: SampleStep): void {
  const { chance, rows } = world;
  rows.partner_application_status_change.push({
    id: chance.idAt(step.changedAt),
    applicationId: application.id,
    ...step,
  });
  if (step.withdrawn) addWithdrawal(world, application, step);
  else addDecision(world, application, step);
}

function addDecision(world: DemoWorld, application: PartnerApplication, step: SampleStep): void {
  const { emails, trail } = world;
  const { to: status, changedAt: at, changedBy, message } = step;
  const by = adminCalled(world, changedBy);
  const wasWithdrawn = application.withdrawnAt != null;
  const isDecision = status === ApplicationStatus.APPROVED || status === ApplicationStatus.REJECTED;
  const after = { status, decidedAt: isDecision ? at : null, withdrawnAt: null };
  const on = { type: 'PartnerApplication', id: application.id };
  trail.write({ at, by, action: 'application.status_changed', on, changes: changed(application, after) });
  Object.assign(application, after);
  const access = status === ApplicationStatus.APPROVED ? addPartner(world, application, { at, by }) : undefined;
  emails.push({ writtenAt: at, ...statusChanged(application, { message, wasWithdrawn, access }) });
}

function addPartner(
  world: DemoWorld,
  application: PartnerApplication,
  approval: { at: Date; by: DemoAdmin },
): AccountAccess {
  const { contactEmail } = application;
  const own = world.rows.partner_account.find((account) => Reflect.get(account, 'adminEmail') === contactEmail);
  if (own) {
    addPartnership(world, own as Pick<DemoPartner, 'id'>, application, approval);
    return 'OWNED';
  }
  const shown = SHOWN.find(({ email }) => email === contactEmail);
  const partner = openAccount(world, application, { ...approval, tier: shown?.tier });
  if (shown) furnish(world, partner, shown);
  return 'INVITED';
}

function addWithdrawal({ emails, trail, team }: DemoWorld, application: PartnerApplication, step: SampleStep) {
  const { to: status, changedAt: at } = step;
  const { id, contactEmail: email } = application;
  const by = {
    id,
    email,
    role: 'APPLICANT',
    resellerId: null,
    address: '198.51.100.7',
  } as const;
  const after = { status, withdrawnAt: at };
  const on = { type: 'PartnerApplication', id };
  trail.write({
    at,
    by,
    action: 'application.withdrawn',
    on,
    changes: changed(application, after),
    credential: 'link',
  });
  Object.assign(application, after);
  emails.push(
    { writtenAt: at, ...withdrawalConfirmed(application) },
    { writtenAt: at, ...withdrawalNoticed(application, team) },
  );
}

/**
 * Returns the ordered times of the applications: in working hours, three times as often at the end.
 */
function moments(chance: Chance, now: Date): Date[] {
  const times = Array.from({ length: APPLICATIONS }, (_, index) => {
    const share = (index + chance.next()) / APPLICATIONS;
    const daysAgo = DAYS * (1 - (Math.sqrt(1 + 8 * share) - 1) / 2);
    const time = workingTime(chance, now.getTime() - daysAgo * DAY_MS).getTime();
    // Moves times later today or on Monday a few days back.
    return time - Math.max(0, Math.ceil((time - now.getTime()) / DAY_MS)) * DAY_MS;
  });
  return times.sort((one, other) => one - other).map((time) => new Date(time));
}
