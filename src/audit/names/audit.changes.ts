import { validate as isUuid } from 'uuid';

const MOST = 20;

/** The IDs among the values of `changes`, at most 20. */
export function idsIn(changes: string | null | undefined): string[] {
  if (changes == null) return [];
  const values = Object.values(JSON.parse(changes) as Record<string, { from?: unknown; to?: unknown } | null>);
  const ids = values.flatMap((value) => [value?.from, value?.to]).filter((value): value is string => isUuid(value));
  return [...new Set(ids)].slice(0, MOST);
}
