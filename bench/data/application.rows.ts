import { ApplicationStatus } from '../../src/applications/application.enums.ts';
import { Chance } from '../../src/dev/demo/chance.ts';
import { columnOf } from '../../src/dev/demo/row.batch.ts';
import { sampleApplication } from '../../src/dev/demo/samples/sample.applications.ts';
import { DAY_MS, sampleReview } from '../../src/dev/demo/samples/sample.reviews.ts';
import { REVIEWERS } from './admins.ts';
import type { Row } from './copy.into.ts';

const DAYS = 730;
const ADMIN_NAMES = REVIEWERS.map(({ name }) => name);

interface RowsOptions {
  /** Index of the first row of this batch. */
  first: number;
  count: number;
  /** Rows of all batches, spread evenly over the 24 months before `now`. */
  of: number;
  now: Date;
}

/** Rows by table: applications, three notes each on average, and the steps of their reviews. */
export function applicationRows({ first, count, of, now }: RowsOptions) {
  const applications: Row[] = [];
  const history: Row[] = [];
  const notes: Row[] = [];
  for (let index = first; index < first + count; index++) {
    const chance = new Chance(index);
    const createdAt = new Date(now.getTime() - DAYS * DAY_MS * (1 - index / of));
    const told = sampleApplication(index);
    const applicant = told.contactName;
    const options = { createdAt, now, admins: ADMIN_NAMES, applicant, notes: (each: Chance) => each.between(1, 5) };
    const { history: steps, notes: written, ...state } = sampleReview(index, options);
    const id = chance.idAt(createdAt);
    const began = steps.find(({ to }) => to === ApplicationStatus.REVIEWING);
    const assigneeId = REVIEWERS.find(({ name }) => name === began?.changedBy)?.id ?? null;
    applications.push(asRow({ id, ...told, ...state, assigneeId, createdAt }));
    for (const step of steps) history.push(asRow({ id: chance.idAt(step.changedAt), applicationId: id, ...step }));
    for (const note of written) notes.push(asRow({ id: chance.idAt(note.createdAt), applicationId: id, ...note }));
  }
  return {
    partner_application: applications,
    partner_application_status_change: history,
    partner_application_note: notes,
  };
}

const columns = new Map<string, string>();

function asRow(entity: Row): Row {
  const row: Row = {};
  for (const property in entity) {
    let column = columns.get(property);
    if (column === undefined) columns.set(property, (column = columnOf(property)));
    row[column] = entity[property] ?? null;
  }
  return row;
}
