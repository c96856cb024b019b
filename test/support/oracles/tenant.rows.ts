import type { EntityMetadata } from '@mikro-orm/postgresql';
import { entities } from '../../../src/schema.ts';
import type { Api } from '../api.ts';

const metadataOf = (api: Api): EntityMetadata[] => entities.map((entity) => api.app.orm.getMetadata().get(entity));

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
export async function othersRows(api: Api, resellerId: string): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const meta of metadataOf(api)) {
    const condition = conditionOf(meta);
    const [found] = await api.rows(
      `select jsonb_agg(to_jsonb(each) order by to_jsonb(each)::text) as rows from ${meta.tableName} each
       where ${condition ? `(${condition}) is not true` : '$1::text is not null'}`,
      [resellerId],
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
