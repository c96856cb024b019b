import type { EntityClass, EntityMetadata } from '@mikro-orm/postgresql';
import type { Work } from '../telemetry/work.ts';

/** The part of an EntityManager that reads need. */
export interface Reader {
  /** Whether its reads may go to a replica, which shows everything that was committed before. */
  readonly mayUseReplica?: boolean;
  /** The request that it reads for, if `currentWork` does not say it. */
  readonly work?: Work | undefined;
  getMetadata<Entity>(entity: EntityClass<Entity>): EntityMetadata<Entity>;
  getDriver(): object;
  getFilterParams(name: string): { resellerId?: unknown } | undefined;
  getSessionContext(): { variables?: Record<string, unknown> } | undefined;
}
