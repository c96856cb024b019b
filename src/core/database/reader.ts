import type { EntityClass, EntityMetadata } from '@mikro-orm/postgresql';

/** The part of an EntityManager that reads need. */
export interface Reader {
  getMetadata<Entity>(entity: EntityClass<Entity>): EntityMetadata<Entity>;
  getDriver(): object;
  getFilterParams(name: string): { resellerId?: unknown } | undefined;
  getSessionContext(): { variables?: Record<string, unknown> } | undefined;
}
