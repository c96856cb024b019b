import { received, statusChanged, submitted } from '../applications/application.emails.tsx';
import { PartnerApplication } from '../applications/application.entity.ts';
import { Chance } from './chance.ts';
import { demoEmails, type WrittenEmail } from './demo.emails.ts';
import { sampleApplication } from './sample.applications.ts';
import { DAY_MS, sampleReview, workingTime } from './sample.reviews.ts';

/** Rows by the properties of their entities, the oldest first. */
interface DemoRows {
  applications: object[];
  history: object[];
  notes: object[];
  emails: object[];
}

interface DemoOptions {
  now: Date;
  /** Who reviews. */
  admins: readonly { name: string }[];
  /** Who is told of new applications. */
  team: string;
}

const APPLICATIONS = 400;
const DAYS = 273;

/** The applications of nine months and all that belongs to them: apart from the dates the same every time. */
export function demoRows({ now, admins, team }: DemoOptions): DemoRows {
  const chance = new Chance(0);
  const rows: DemoRows = { applications: [], history: [], notes: [], emails: [] };
  const emails: WrittenEmail[] = [];
  for (const [index, createdAt] of moments(chance, now).entries()) {
    const id = chance.idAt(createdAt);
    const told = sampleApplication(index);
    const { history, notes, ...state } = sampleReview(index, {
      createdAt,
      now,
      admins: admins.map(({ name }) => name),
      notes: (each) => (each.is(0.36) ? each.between(1, 3) : 0),
    });
    rows.applications.push({ id, ...told, ...state, createdAt });
    rows.history.push(...history.map((step) => ({ id: chance.idAt(step.changedAt), applicationId: id, ...step })));
    rows.notes.push(...notes.map((note) => ({ id: chance.idAt(note.createdAt), applicationId: id, ...note })));

    const application = Object.assign(new PartnerApplication(), { id, ...told });
    emails.push(
      { writtenAt: createdAt, ...received(application) },
      { writtenAt: createdAt, ...submitted(application, team) },
    );
    for (const { to, message, changedAt } of history) {
      application.status = to;
      emails.push({ writtenAt: changedAt, ...statusChanged(application, message) });
    }
  }
  rows.emails = demoEmails(emails, now).map((email) => ({ id: chance.idAt(email.createdAt), ...email }));
  return rows;
}

/** When the applications came, in order: in working hours, and at the end three times as often as at the beginning. */
function moments(chance: Chance, now: Date): Date[] {
  const times = Array.from({ length: APPLICATIONS }, (_, index) => {
    const share = (index + chance.next()) / APPLICATIONS;
    const daysAgo = DAYS * (1 - (Math.sqrt(1 + 8 * share) - 1) / 2);
    const time = workingTime(chance, now.getTime() - daysAgo * DAY_MS).getTime();
    // Later today or on Monday: a few days earlier then.
    return time - Math.max(0, Math.ceil((time - now.getTime()) / DAY_MS)) * DAY_MS;
  });
  return times.sort((one, other) => one - other).map((time) => new Date(time));
}
