import type { ActorRole } from '../../audit/audit-event.entity.ts';
import type { AuditAction } from '../../audit/audit.actions.ts';
import { Chance } from './chance.ts';

/** The user who performs an action. */
export interface Actor {
  id: string;
  email: string;
  role: ActorRole;
  /** Null for an admin. */
  resellerId: string | null;
  /** A documentation address (RFC 5737). */
  address: string;
}

/** An action of a user. */
interface Deed {
  at: Date;
  by: Actor;
  action: AuditAction;
  on: { type: string; id: string };
  /** The tenant of the event. The actor's if omitted. */
  resellerId?: string | null;
  changes: object | null;
  /** The credential used. The actor's session if omitted. */
  credential?: string;
}

/** A row with a version, in its current state. */
interface Versioned {
  id: string;
  version: number;
  updatedAt: Date;
}

const MINUTE_MS = 60_000;
const SESSION_MS = 30 * 24 * 60 * MINUTE_MS;
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** The audit log of all actions, as the product would have recorded it. */
export class DemoTrail {
  readonly #chance = new Chance(2);
  readonly #deeds: Deed[] = [];

  write(deed: Deed): void {
    this.#deeds.push(deed);
  }

  /** Changes a row and records the change. Does nothing if no value changes. */
  change<Row extends Versioned>(row: Row, after: Partial<Row>, deed: Omit<Deed, 'on' | 'changes'> & { type: string }) {
    const { type, ...done } = deed;
    const changes = changed(row, after);
    if (Object.keys(changes).length === 0) return;
    this.write({ ...done, on: { type, id: row.id }, changes });
    Object.assign(row, after, { version: row.version + 1, updatedAt: deed.at });
  }

  /**
   * Returns the audit events, oldest first. Adds sign-ins, so that each actor signed in at most 30 days before an
   * action.
   */
  events(): object[] {
    const sessions = new Map<string, { credential: string; expiresAt: Date }>();
    const signIns: Deed[] = [];
    const signIn = (by: Actor, at: Date): string => {
      const id = this.#chance.idAt(at);
      const expiresAt = new Date(at.getTime() + SESSION_MS);
      const changes = created({ expiresAt, address: by.address, userAgent: USER_AGENT });
      const credential = `session:${id}:1`;
      signIns.push({ at, by, action: 'session.started', on: { type: 'User', id: by.id }, changes, credential });
      sessions.set(by.id, { credential, expiresAt });
      return credential;
    };
    const credentialOf = ({ by, at, credential }: Deed): string => {
      if (credential) return credential;
      const session = sessions.get(by.id);
      if (session && session.expiresAt > at) return session.credential;
      return signIn(by, new Date(at.getTime() - this.#chance.between(1, 9) * MINUTE_MS));
    };
    const deeds = this.#deeds.toSorted(byTime).map((deed) => {
      const credential = credentialOf(deed);
      // Accepting an invitation also signs in.
      if (deed.action === 'user.joined') signIn(deed.by, new Date(deed.at.getTime() + 50));
      return { ...deed, credential };
    });
    return [...deeds, ...signIns].sort(byTime).map((deed) => this.#eventOf(deed));
  }

  #eventOf({ at, by, action, on, resellerId = by.resellerId, changes, credential }: Deed): object {
    return {
      id: this.#chance.idAt(at),
      resellerId,
      occurredAt: at,
      action,
      actorEmail: by.email,
      actorId: by.id,
      actorRole: by.role,
      credential,
      targetType: on.type,
      targetId: on.id,
      changes: changes && JSON.stringify(changes),
      ipAddress: by.address,
      // Events of one request have the same time.
      requestId: new Chance(at.getTime()).idAt(at),
    };
  }
}

const byTime = (one: Deed, other: Deed): number => one.at.getTime() - other.at.getTime();

/** Returns the recorded changes of a new row: its properties with a value. */
export const created = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([property, to]: [string, unknown]) => [property, { from: null, to }]));

/** Returns the recorded changes between two states, without unchanged properties. */
export const changed = (before: object, after: object): object =>
  Object.fromEntries(
    Object.entries(after)
      .map(
        ([property, to]: [string, unknown]) =>
          [property, { from: Reflect.get(before, property) as unknown, to }] as const,
      )
      .filter(([, { from, to }]) => String(from) !== String(to)),
  );
