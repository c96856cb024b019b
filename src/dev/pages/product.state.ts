import { isDeepStrictEqual } from 'node:util';
import { currentTime } from '../../core/database/database.clock.ts';

/** How the stand-in answers. */
export const MODES = ['apply', 'accept', 'fail', 'refuse'] as const;
export type Mode = (typeof MODES)[number];

export interface Account {
  clientId: string;
  version: number;
  /** As it was sent. */
  state: Readonly<Record<string, unknown>>;
  at: Date;
}

interface ProductReply {
  status: number;
  body: object;
}

/** The accounts of the product that stands in for the real one. Forgets all when the process ends. */
export class ProductState {
  readonly #accounts = new Map<string, Account>();
  mode: Mode = 'apply';

  /** Newest first. */
  get accounts(): Account[] {
    return [...this.#accounts.values()].toSorted((one, other) => other.at.getTime() - one.at.getTime());
  }

  get(clientId: string): ProductReply {
    const account = this.#accounts.get(clientId);
    if (!account) return { status: 404, body: { error: 'There is no such account.' } };
    return { status: 200, body: { version: account.version, externalId: externalIdOf(clientId) } };
  }

  /** @param later stores the account, and calls back, after the answer */
  put(account: Account, later: (account: Account) => void): ProductReply {
    const { clientId, version } = account;
    const known = this.#accounts.get(clientId);
    if (this.mode === 'fail') return { status: 500, body: { error: 'The stand-in is set to fail.' } };
    if (this.mode === 'refuse') return { status: 422, body: { error: 'The stand-in is set to refuse.' } };
    if (known && isOvertaken(known, account)) return { status: 409, body: { version: known.version } };
    if (this.mode === 'accept' && known?.version !== version) {
      later(account);
      return { status: 202, body: {} };
    }
    this.store(account);
    return { status: 200, body: { externalId: externalIdOf(clientId) } };
  }

  store(account: Account): void {
    this.#accounts.set(account.clientId, { ...account, at: currentTime() });
  }
}

/** A newer version, or another content of this one. */
const isOvertaken = (known: Account, { version, state }: Account): boolean =>
  known.version > version || (known.version === version && !isDeepStrictEqual(known.state, state));

export const externalIdOf = (clientId: string): string => `stand-in-${clientId.slice(-12)}`;
