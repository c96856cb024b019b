import type { ImportedClientInput } from '../../generated/partner/graphql.ts';
import type { CsvFile } from './csv.file.ts';

export const FIELDS = ['companyName', 'contactName', 'contactEmail', 'contactPhone', 'subscriptionTier'] as const;
export type Field = (typeof FIELDS)[number];

/** The index of a field's column. Undefined if the file has none. */
export type Columns = Record<Field, number | undefined>;

/** How a file becomes clients. */
export interface Mapping {
  columns: Columns;
  /** For rows without a plan. */
  plan: string;
  billingOwnedByReseller: boolean;
}

/** Beginnings of headings, in English and German, without spaces and signs. The first that matches wins. */
const HEADINGS: Record<Field, RegExp> = {
  contactEmail: /^(contact|client|kunden)?(e?mail|address$)/,
  contactPhone: /^(contact|client|kunden)?(phone|telephone|telefon|tel$|mobil)/,
  contactName: /^(contact|ansprech|kontakt|person|full ?name|name$|vorundnachname)/,
  companyName: /^(company|firm|client|customer|unternehmen|kunde|organisation|organization)/,
  subscriptionTier: /^(plan|tarif|tier|subscription|abo|paket)/,
};

/** Guesses the columns by their headings. */
export function columnsOf(headings: readonly string[]): Columns {
  const free = headings.map((heading) => heading.toLowerCase().replaceAll(/[^\p{L}\d]/gu, ''));
  const found: Partial<Columns> = {};
  for (const [field, pattern] of Object.entries(HEADINGS) as [Field, RegExp][]) {
    const index = free.findIndex((heading) => heading !== '' && pattern.test(heading));
    if (index < 0) continue;
    found[field] = index;
    free[index] = '';
  }
  return Object.fromEntries(FIELDS.map((field) => [field, found[field]])) as Columns;
}

/** Longer values are no texts of ours. The API says so for each. */
const LONGEST = 1_000;

/** The key is the row in a spreadsheet, whose first one has the headings. */
export function rowsOf({ rows }: CsvFile, { columns, plan, billingOwnedByReseller }: Mapping): ImportedClientInput[] {
  return rows.map((row, index) => {
    const valueOf = (field: Field) => {
      const column = columns[field];
      return column === undefined ? '' : (row[column] ?? '').slice(0, LONGEST).toWellFormed();
    };
    const values = Object.fromEntries(FIELDS.map((field) => [field, valueOf(field)])) as Record<Field, string>;
    const subscriptionTier = values.subscriptionTier.trim() === '' ? plan : values.subscriptionTier;
    return { key: String(index + 2), ...values, subscriptionTier, billingOwnedByReseller };
  });
}

/** The same clients are the same import, so that it continues after a reload. The API remembers it for 24 hours. */
export async function importIdOf(rows: readonly ImportedClientInput[], fallback: () => string): Promise<string> {
  // Browsers have it over https only.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return fallback();
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(rows)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
