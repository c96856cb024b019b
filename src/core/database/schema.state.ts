import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { asPlatform } from './tenancy.ts';
import { readRows } from './transaction.ts';

/** The migrations of a database, compared with those of this version of the product. */
export interface SchemaState {
  /** Migrations of this version that the database lacks. */
  missing: string[];
  /** Migrations in the database that this version does not know. */
  newer: string[];
  /** Those that a version must know to run on the database, and this one does not. */
  required: string[];
}

interface Row {
  name: string;
  required: boolean;
}

const QUERY = `select name, false as required from mikro_orm_migrations
  union all select name, true from required_migration`;

/** A database from before 20261201-06-required-migration has no such table, permission or role. */
const NOT_MIGRATED = new Set<unknown>(['42P01', '42501', '22023']);

/**
 * @param known the names of this version's migrations
 * @param read runs the query, as the owner or as the platform
 */
export async function schemaState(
  known: readonly string[],
  read: (query: string) => Promise<Row[]>,
): Promise<SchemaState> {
  const rows = await read(QUERY).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && NOT_MIGRATED.has(error.code)) return [];
    throw error;
  });
  const namesOf = (required: boolean) => rows.filter((row) => row.required === required).map(({ name }) => name);
  const isUnknown = (name: string) => !known.includes(name);
  const applied = namesOf(false);
  return {
    missing: known.filter((name) => !applied.includes(name)),
    newer: applied.filter(isUnknown).toSorted(),
    required: namesOf(true).filter(isUnknown).toSorted(),
  };
}

/** The same for a process that serves. Reads as the platform, because it has no caller. */
export const schemaStateOf = ({ em }: Pick<MikroORM, 'em'>, known: readonly string[]): Promise<SchemaState> =>
  schemaState(known, (query) => readRows(asPlatform(em), sql.raw<Row>(query)));

/** Says why this version cannot run on the database, and what to do. Undefined if it can. */
export function schemaProblem({ missing, required }: SchemaState): string | undefined {
  if (required.length > 0) {
    return `a newer version has changed the database (${required.join(', ')}), and this version cannot run on it; start a newer version`;
  }
  if (missing.length > 0) {
    return `the database lacks migrations of this version (${missing.join(', ')}); run npm run migrate, or node dist/migrations/migrate.command.js`;
  }
  return undefined;
}
