import { validate as isUuid } from 'uuid';
import { invalidInput } from '../context/domain.error.ts';

/** The sort value of a page's last row, and its ID to break ties. */
export interface Position {
  value: string;
  id: string;
}

export const WRONG_CURSOR = 'must be the endCursor of a list in the same order';

const TIME = /^(?!0000)(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,6})?\+00$/;

export const encodeCursor = (sort: string, { value, id }: Position): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

/** Cursors are not signed: a forged one only moves within the caller's own list, or fails. */
export function decodeCursor(cursor: string, sort: string, sortsByTime: boolean): Position {
  const [sortedBy, value, id] = parse(cursor);
  const isValue = typeof value === 'string' && (sortsByTime ? isTime(value) : !value.includes('\0'));
  if (sortedBy !== sort || !isValue || !isUuid(id)) {
    throw invalidInput([{ path: 'after', message: WRONG_CURSOR, rule: 'CURSOR' }]);
  }
  return { value, id: String(id) };
}

/** Rejects times that PostgreSQL rejects, such as February 30. */
function isTime(text: string): boolean {
  const [, date, time] = TIME.exec(text) ?? [];
  const moment = new Date(`${date}T${time}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${date}T${time}`);
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
