import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActorRole, AuditEvent } from '../audit/audit-event.entity.ts';
import type { AuditAction } from '../audit/audit.actions.ts';
import type { Logger } from 'pino';
import type { JobQueue } from '../core/jobs/job.queue.ts';

/** An audit event, in the order of its chain. */
export interface FollowedEvent extends Pick<AuditEvent, 'chainId' | 'sequence' | 'id' | 'targetType' | 'targetId'> {
  resellerId: string | null;
  occurredAt: Date;
  action: AuditAction;
  actorRole: ActorRole;
  changes: string | null;
  /** It happened before the database was restored, so its effects may already have left. Nothing may be sent as new. */
  isHeld: boolean;
}

/** Parts of the worker that follows. */
interface EventWorker {
  jobs: JobQueue;
  log: Logger;
}

/** Follows all chains of the audit log. Exactly once in the database: it runs in the transaction that moves its cursors. */
export interface EventConsumer {
  /** Stored with its cursors, so never change it. At most 60 characters. */
  name: string;
  /** As the platform. The events of each chain come in order. After an exception, they come again. */
  consume: (em: EntityManager, events: readonly FollowedEvent[], worker: EventWorker) => Promise<unknown>;
}

/** Reads the current objects of events, by the event's ID. An object that no longer exists is missing. */
export type Presenter = (em: EntityManager, events: readonly FollowedEvent[]) => Promise<ReadonlyMap<string, object>>;

/** An audit action that other systems can learn of. */
export interface PublicEvent {
  action: AuditAction;
  text: string;
  /** Whether partners learn of it. The platform's own systems learn of all. */
  forPartners: boolean;
  present: Presenter;
  /** An object as the presenter shows it. */
  example: object;
}
