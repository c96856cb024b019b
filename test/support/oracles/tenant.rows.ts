import type { EntityMetadata } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { entities } from '../../../src/schema.ts';
import type { Api } from '../api.ts';
import { withoutTriggers } from '../database.changes.ts';

/** Without virtual entities, whose tables belong to pg-boss. */
const metadataOf = (api: Api): EntityMetadata[] =>
  entities.map((entity) => api.app.orm.getMetadata().get(entity)).filter(({ expression }) => !expression);

/** The entities with rows of tenants, and the tenant itself. */
export const tenantEntities = (api: Api): EntityMetadata[] =>
  metadataOf(api).filter(({ properties, className }) => 'resellerId' in properties || className === 'PartnerAccount');

/** Returns the condition for a tenant's rows in an entity's table, or undefined if it has none. */
function conditionOf({ properties, className }: EntityMetadata): string | undefined {
  if (className === 'PartnerAccount') return 'id = $1';
  if ('resellerId' in properties) return 'reseller_id = $1';
  if ('userId' in properties) return 'user_id in (select id from user_account where reseller_id = $1)';
  return undefined;
}

/** Returns the IDs of a tenant's rows by table, newest first, up to four each. Includes the rows of its users. */
export async function idsOf(api: Api, resellerId: string): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const meta of metadataOf(api)) {
    const [key] = meta.primaryKeys.map((name) => meta.properties[name]);
    const condition = conditionOf(meta);
    if (!condition || !key?.columnTypes?.includes('uuid')) continue;
    const query = `select ${key.fieldNames[0]} as id from ${meta.tableName} where ${condition} order by 1 desc limit 4`;
    const rows = await api.rows(query, [resellerId]);
    ids.set(
      meta.tableName,
      rows.map(({ id }) => String(id)),
    );
  }
  return ids;
}

/** Returns all rows of all tables that belong to other tenants. */
export const othersRows = (api: Api, resellerId: string): Promise<unknown> => rowsWhere(api, resellerId, false);

/** Returns all rows of all tables that belong to a tenant. */
export const ownRows = (api: Api, resellerId: string): Promise<Record<string, unknown>> =>
  rowsWhere(api, resellerId, true);

async function rowsWhere(api: Api, resellerId: string, isOwn: boolean): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const meta of metadataOf(api)) {
    const condition = conditionOf(meta);
    const [found] = await api.rows(
      `select jsonb_agg(to_jsonb(each) order by to_jsonb(each)::text) as rows from ${meta.tableName} each
       where ${condition ? `(${condition}) is true` : '$1::text is null'} = $2`,
      [resellerId, isOwn],
    );
    all[meta.tableName] = found?.['rows'];
  }
  return all;
}

const TELLING = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$|@/;

/** Returns IDs and addresses that occur only in the rows of this tenant. */
export async function marksOf(api: Api, resellerId: string): Promise<string[]> {
  const own = new Set<string>();
  const others = new Set<string>();
  for (const meta of metadataOf(api)) {
    const condition = conditionOf(meta);
    if (!condition) continue;
    const query = `select to_jsonb(each) as row, (${condition}) is true as own from ${meta.tableName} each`;
    for (const { row, own: isOwn } of await api.rows(query, [resellerId])) {
      const telling = Object.values(row as object).filter((value) => typeof value === 'string' && TELLING.test(value));
      for (const value of telling) (isOwn ? own : others).add(String(value));
    }
  }
  return [...own].filter((value) => !others.has(value));
}

/** The columns of free texts: no column of a view, and none with a fixed list of values. */
const FREE_TEXTS = `
  select own.table_name as name, own.column_name as text
  from information_schema.columns own join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE'
    and own.column_name ~ '(name|reason|note|motivation|industry|phone)$'
    and own.data_type in ('text', 'character varying')
    and (table_name = 'partner_application' or exists (
      select from information_schema.columns other
      where other.table_name = own.table_name and other.column_name = 'reseller_id'))
    and not exists (
      select from information_schema.constraint_column_usage used
        join information_schema.check_constraints rule using (constraint_schema, constraint_name)
      where used.table_name = own.table_name and used.column_name = own.column_name
        and rule.check_clause like '%= ANY (%')`;

/** Starts every name and free text of a tenant with a mark, and returns the mark. Texts are cut to fit. */
export async function plantMark(api: Api, resellerId: string): Promise<string> {
  const mark = `mark-${uuid().slice(-12)}-`;
  const columns = await api.rows(FREE_TEXTS);
  for (const { name, text } of columns) {
    const condition =
      name === 'partner_application'
        ? 'id in (select application_id from partnership where reseller_id = $2)'
        : 'reseller_id = $2';
    const change = `update ${String(name)} set ${String(text)} = $1 || left(${String(text)}, 20) where ${condition}`;
    await withoutTriggers(api, change, [mark, resellerId]);
  }
  return mark;
}
