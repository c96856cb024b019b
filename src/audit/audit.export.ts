import { csvLine } from '../core/text/csv.ts';
import type { AuditRow } from './audit.chain.ts';

/** Columns of an exported event, in order. */
const PARTS: Record<string, (row: AuditRow) => string | null> = {
  id: ({ id }) => id,
  occurredAt: ({ occurred_at: time }) => time.toISOString(),
  action: ({ action }) => action,
  actorEmail: ({ actor_email: email }) => email,
  actorId: ({ actor_id: id }) => id,
  actorRole: ({ actor_role: role }) => role,
  credential: ({ credential }) => credential,
  resellerId: ({ reseller_id: id }) => id,
  targetType: ({ target_type: type }) => type,
  targetId: ({ target_id: id }) => id,
  changes: ({ changes }) => changes,
  ipAddress: ({ ip_address: address }) => address,
  requestId: ({ request_id: id }) => id,
  chainId: ({ chain_id: id }) => id,
  sequence: ({ sequence }) => sequence,
  hash: ({ hash }) => hash.toString('hex'),
};

export interface ExportFormat {
  /** Written before the first event. */
  head: string;
  /** Includes the line end. */
  line(row: AuditRow): string;
}

export const EXPORT_FORMATS: Record<'csv' | 'jsonl', ExportFormat> = {
  /** RFC 4180 with every cell quoted. Null is an empty cell. */
  csv: {
    head: csvLine(Object.keys(PARTS)),
    line: (row) => csvLine(Object.values(PARTS).map((part) => part(row))),
  },
  /** One JSON object per line. `changes` stays text. */
  jsonl: {
    head: '',
    line: (row) =>
      `${JSON.stringify(Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, part(row)])))}\n`,
  },
};

export interface ExportFilter {
  action?: string[] | undefined;
  resellerId?: string | undefined;
  targetId?: string | undefined;
  /** Inclusive. */
  from?: Date | undefined;
  /** Exclusive. */
  to?: Date | undefined;
}

/** Returns the statement, oldest first, and its values. */
export function exportQuery({ action, resellerId, targetId, from, to }: ExportFilter): [string, unknown[]] {
  const conditions = Object.entries({
    'action = any($)': action,
    'reseller_id = $': resellerId,
    'target_id = $': targetId,
    'occurred_at >= $': from,
    'occurred_at < $': to,
  }).filter(([, value]) => value !== undefined);
  const where = conditions.map(([condition], index) => condition.replace('$', `$${index + 1}`)).join(' and ');
  return [
    `select * from audit_event ${where ? `where ${where}` : ''} order by occurred_at, id`,
    conditions.map(([, value]) => value),
  ];
}
