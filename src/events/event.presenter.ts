import type { EntityClass, EntityManager, EntityProperty } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { columnsOf } from '../core/database/row.query.ts';
import { fromVisible, tenantOfRow } from '../core/database/tenancy.ts';
import type { FollowedEvent, Presenter } from './event.types.ts';

type Values = Record<string, unknown>;

/**
 * Shows these properties of the entity that events are about, as the tenant's own API shows them. All events take one
 * statement. An event never shows an object of another tenant.
 */
export const presentRows =
  (entity: EntityClass<object>, properties: readonly string[]): Presenter =>
  async (em, events) => {
    const rows = await readObjects(em, entity, properties, events);
    const shown = events.flatMap((event): [string, object][] => {
      const row = rows.get(event.targetId);
      return row && isOfTenant(em, entity, row, event) ? [[event.id, shownOf(em, entity, properties, row)]] : [];
    });
    return new Map(shown);
  };

async function readObjects(
  em: EntityManager,
  entity: EntityClass<object>,
  properties: readonly string[],
  events: readonly FollowedEvent[],
): Promise<ReadonlyMap<string, Values>> {
  const meta = em.getMetadata(entity);
  const names = ['id', 'resellerId', ...properties].filter((name) => name in meta.properties);
  const ids = [...new Set(events.map(({ targetId }) => targetId))];
  const found = fromVisible(em, entity, [sql`id = any(${ids}::uuid[])`]);
  const { rows } = await sql<Values>`select ${columnsOf(meta, [...new Set(names)])} ${found}`.execute(em.getKysely());
  return new Map(rows.map((row) => [String(row['id']), row]));
}

/** Rows of the platform have no tenant. */
function isOfTenant(
  em: EntityManager,
  entity: EntityClass<object>,
  row: Values,
  { resellerId }: FollowedEvent,
): boolean {
  const tenant = tenantOfRow(em, entity, row);
  return tenant == null || tenant === resellerId;
}

function shownOf(em: EntityManager, entity: EntityClass<object>, properties: readonly string[], row: Values): object {
  const definitions = em.getMetadata(entity).properties as Record<string, EntityProperty | undefined>;
  return Object.fromEntries(properties.map((name) => [name, shown(row[name], definitions[name])]));
}

/** Times in RFC 3339 format, as in GraphQL. */
const shown = (value: unknown, property: EntityProperty | undefined): unknown =>
  property?.runtimeType === 'Date' && value != null ? new Date(value as string | Date).toISOString() : (value ?? null);
