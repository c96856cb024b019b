import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { JobQueue } from '../jobs/job.queue.ts';
import type { RateLimit } from '../limits/rate.counter.ts';
import type { Secrets } from '../secrets/secrets.ts';

export type Role = 'ADMIN' | 'PARTNER';
export type AdminRole = 'REVIEW' | 'PARTNERS' | 'FINANCE' | 'ALL';
export type PartnerRole = 'OWNER' | 'BILLING' | 'MEMBER' | 'READ_ONLY';
export type Scope = 'READ' | 'CLIENTS' | 'REVIEW';

/** Who asks, as the verified token or API key says. Whether that is still good is asked of the database: transaction.ts. */
export interface Caller {
  readonly role: Role;
  readonly email: string;
  readonly name: string;
  /** The user; of an API key, the user who made it. */
  readonly userId: string;
  /** What require_caller looks at: `session:<id>:<version>`, `key:<id>` or `key:<id>:<what was seen>`. */
  readonly credential: string;
  /** The tenant of a partner. An admin has none. */
  readonly resellerId?: string;
  /** Whether the partner may manage clients: a reseller whose client management is enabled. */
  readonly managesClients?: boolean;
  /** The roles of an admin, or the one role of a partner's user. An API key has none. */
  readonly roles?: readonly (AdminRole | PartnerRole)[];
  /** The scopes of an API key. A user has none. */
  readonly scopes?: readonly Scope[];
  /** Seconds since 1970: when the user last proved who it is. An API key never did. */
  readonly authenticatedAt?: number;
  /** An admin who must have a second factor and has none: may add it, and nothing else. */
  readonly mustAddSecondFactor?: boolean;
}

/** The cookie that carries the refresh token; nothing but the session's own operations looks at it. */
export interface RefreshCookie {
  read(): string | undefined;
  write(token: string, expires: Date): void;
  clear(): void;
}

/** How an operation ended. */
export interface Outcome {
  operation: string | null;
  role: string;
  /** `ok`, or the code of the first error. */
  outcome: string;
}

/** The first argument of every service function. */
export interface RequestContext {
  readonly requestId: string;
  /** The network address that the request came from; behind proxies, as TRUST_PROXY says. */
  readonly address: string;
  readonly userAgent: string | undefined;
  readonly caller: Caller | undefined;
  readonly refreshCookie: RefreshCookie;
  /** A new access token that says who calls, good for 15 minutes. */
  readonly signAccessToken: (caller: Caller) => { accessToken: string; expiresAt: Date };
  /** A token for the client application that says who acts as which client; see access/client.access.token.ts. */
  readonly signClientAccess: (claims: object, expiresAt: Date) => string;
  /** The e-mail address that the identity provider's token vouches for, to the letter; undefined if it is not valid. */
  readonly verifyIdentity: (token: string) => Promise<string | undefined>;
  /** Encrypts and signs with SECRETS_KEYS. */
  readonly secrets: Secrets;
  /** Belongs to the caller: it sees what the caller may see, and nothing where nobody is signed in. */
  readonly em: EntityManager;
  readonly limits: Readonly<Record<keyof Config['rateLimits'], RateLimit>>;
  readonly jobs: JobQueue;
  readonly config: Config;
  /** For the line that the log has of the request. */
  readonly noteOutcome: (outcome: Outcome) => void;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
