import type { ActorRole } from '../../audit/audit-event.entity.ts';
import type { AuditAction } from '../../audit/audit.actions.ts';
import { Chance } from './chance.ts';

/** Somebody who does something. */
export interface Actor {
  id: string;
  email: string;
  role: ActorRole;
  /** Null for an admin. */
  resellerId: string | null;
  /** Of the networks that are kept for examples (RFC 5737). */
  address: string;
}

/** What somebody did. */
interface Deed {
  at: Date;
  by: Actor;
  action: AuditAction;
  on: { type: string; id: string };
  /** Whose matter it is; the actor's where left out. */
  resellerId?: string | null;
  changes: object | null;
  /** By what it was done; the actor's session where left out. */
  credential?: string;
}

/** A row that has a version, as it stands now. */
interface Versioned {
  id: string;
  version: number;
  updatedAt: Date;
}

const MINUTE_MS = 60_000;
const SESSION_MS = 30 * 24 * 60 * MINUTE_MS;
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** What the audit trail tells of all that was done, as the product would have written it down. */
export class DemoTrail {
  readonly #chance = new Chance(2);
  readonly #deeds: Deed[] = [];

  write(deed: Deed): void {
    this.#deeds.push(deed);
  }

  /** Changes a row, and writes it down; what changes nothing is nothing. */
  change<Row extends Versioned>(row: Row, after: Partial<Row>, deed: Omit<Deed, 'on' | 'changes'> & { type: string }) {
    const { type, ...done } = deed;
    const changes = changed(row, after);
    if (Object.keys(changes).length === 0) return;
    this.write({ ...done, on: { type, id: row.id }, changes });
    Object.assign(row, after, { version: row.version + 1, updatedAt: deed.at });
  }

  /** The audit events, the oldest first. Whoever does something has signed in, at most 30 days before. */
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
      // Whoever accepts an invitation is signed in.
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
      // What one request does has the same moment.
      requestId: new Chance(at.getTime()).idAt(at),
    };
  }
}

const byTime = (one: Deed, other: Deed): number => one.at.getTime() - other.at.getTime();

/** How a new row is told, by the properties that are. */
export const created = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([property, to]: [string, unknown]) => [property, { from: null, to }]));

/** How a change is told: nothing is said of what stays. */
export const changed = (before: object, after: object): object =>
  Object.fromEntries(
    Object.entries(after)
      .map(
        ([property, to]: [string, unknown]) =>
          [property, { from: Reflect.get(before, property) as unknown, to }] as const,
      )
      .filter(([, { from, to }]) => String(from) !== String(to)),
  );
