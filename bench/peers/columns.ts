// The same columns and sums for every peer and floor. Node strips the types when it runs these programs.

export const APPLICATION = [
  'id',
  'companyName',
  'contactName',
  'contactEmail',
  'contactPhone',
  'website',
  'partnershipType',
  'companySize',
  'industry',
  'currentSolutions',
  'targetMarket',
  'motivation',
  'additionalInformation',
  'status',
  'createdAt',
  'updatedAt',
];
/** A narrow selection. */
export const NARROW = ['id', 'companyName', 'status'];
export const CLIENT = [
  'id',
  'companyName',
  'contactName',
  'contactEmail',
  'contactPhone',
  'subscriptionTier',
  'subscriptionStatus',
  'billingOwnedByReseller',
  'createdAt',
  'updatedAt',
];
export const VIEWER = ['id', 'email', 'name', 'role'];
export const NOTE = ['id', 'authorName', 'note', 'createdAt'];
/** Columns of a new client that its creator sends. */
export const CLIENT_INPUT = ['companyName', 'contactName', 'contactEmail', 'contactPhone', 'subscriptionTier'];

export const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A select list that names the columns as GraphQL does. */
export const selected = (names: readonly string[]): string =>
  names.map((name) => `${snakeCase(name)} as "${name}"`).join(', ');

/** The content of a list's cursor: its sort, and the time and id of the page's last row. */
type Cursor = [sort: string, createdAt: string, id: string];

/** The product's cursors, so that all servers get the same requests. */
export const positionOf = (cursor: string): string[] =>
  (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Cursor).slice(1);

/** A page of a list without total, from the rows of one statement that reads one row more. */
export function pageOf<Row extends { createdAt: string | Date; id: string }>(rows: Row[], limit: number) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const cursor = last && JSON.stringify(['CREATED_AT', last.createdAt, last.id]);
  const endCursor = cursor && Buffer.from(cursor).toString('base64url');
  return { items, pageInfo: { hasNextPage: rows.length > limit, endCursor } };
}

/** Applications of one status and type, as the counters hold them. */
interface Counted {
  status: string;
  partnershipType: string;
  n: number;
}

/** Totals by status and by partnership type. */
export function statisticsOf(rows: readonly Counted[]) {
  const [byStatus, byType] = [new Map<string, number>(), new Map<string, number>()];
  let total = 0;
  for (const { status, partnershipType, n } of rows) {
    total += n;
    byStatus.set(status, (byStatus.get(status) ?? 0) + n);
    byType.set(partnershipType, (byType.get(partnershipType) ?? 0) + n);
  }
  return {
    total,
    byStatus: Array.from(byStatus, ([status, count]) => ({ status, count })),
    byPartnershipType: Array.from(byType, ([partnershipType, count]) => ({ partnershipType, count })),
  };
}
