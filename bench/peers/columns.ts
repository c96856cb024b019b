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
export const NOTE = ['id', 'authorName', 'note', 'createdAt'];
/** Columns of a new client that its creator sends. */
export const CLIENT_INPUT = ['companyName', 'contactName', 'contactEmail', 'contactPhone', 'subscriptionTier'];

export const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A select list that names the columns as GraphQL does. */
export const selected = (names: readonly string[]): string =>
  names.map((name) => `${snakeCase(name)} as "${name}"`).join(', ');

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
