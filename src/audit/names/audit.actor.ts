import type { Caller } from '../../core/context/request.context.ts';
import type { AuditEvent } from '../audit-event.entity.ts';
import { AuditActorKind, type AuditActor } from './audit-names.types.ts';
import type { NamedObject } from './audit.names.ts';

/** Shown to partners for every admin, and to all for the system. */
export const TEAM = 'ReachGenie';

/** The reader of an event. */
interface AuditViewer {
  caller: Pick<Caller, 'role'> | undefined;
}

type Acted = Pick<AuditEvent, 'actorId' | 'actorEmail' | 'actorRole' | 'credential'>;

/** Partners see actor and address only of their own users: see decision 0039. The system is nobody. */
export const isShown = ({ caller }: AuditViewer, { actorRole }: Pick<AuditEvent, 'actorRole'>): boolean =>
  actorRole === 'PARTNER' || (caller?.role === 'ADMIN' && actorRole !== 'SYSTEM');

/** ID of the API key that was used. Undefined for a person. */
export const keyIdOf = ({ credential }: Pick<AuditEvent, 'credential'>): string | undefined =>
  /^key:([^:]+)/.exec(credential)?.[1];

/** The actor as the viewer may see it. `self` and `key` have the names of its user and its API key. */
export function actorOf(
  viewer: AuditViewer,
  event: Acted,
  { self, key }: Partial<Record<'self' | 'key', NamedObject | undefined>>,
): AuditActor {
  const kind = kindOf(event);
  if (!isShown(viewer, event)) return { id: null, kind, name: TEAM, apiKeyName: null };
  const name = self?.person ?? self?.name ?? event.actorEmail;
  return { id: event.actorId, kind, name, apiKeyName: key?.name ?? null };
}

function kindOf({ actorRole, credential }: Acted): AuditActorKind {
  if (credential === 'command') return AuditActorKind.SYSTEM;
  return AuditActorKind[actorRole];
}
