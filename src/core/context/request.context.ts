import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { Reader } from '../database/reader.ts';
import type { JobQueue } from '../jobs/job.queue.ts';
import type { RateLimit } from '../limits/rate.counter.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Language } from '../text/language.ts';

export type Role = 'ADMIN' | 'PARTNER';
export type AdminRole = 'REVIEW' | 'PARTNERS' | 'FINANCE' | 'ALL';
export type PartnerRole = 'OWNER' | 'BILLING' | 'MEMBER' | 'READ_ONLY';
export type Scope = 'READ' | 'CLIENTS' | 'REVIEW';

/** From the verified token or API key. transaction.ts checks in the database that it is still valid. */
export interface Caller {
  readonly role: Role;
  readonly email: string;
  readonly name: string;
  /** The user. For an API key, the user that created it. */
  readonly userId: string;
  /** Checked by require_caller: `session:<id>:<version>`, `key:<id>` or `key:<id>:<cached permissions>`. */
  readonly credential: string;
  /** Unset for admins. */
  readonly resellerId?: string;
  readonly managesClients?: boolean;
  /** An admin's roles, or a partner user's one role. Unset for API keys. */
  readonly roles?: readonly (AdminRole | PartnerRole)[];
  /** Set for API keys only. */
  readonly scopes?: readonly Scope[];
  /** Set for API keys only: the part that is not secret. */
  readonly keyPrefix?: string;
  /** Seconds since 1970, when the user last proved their identity. Unset for API keys. */
  readonly authenticatedAt?: number;
  /** An admin without the required second factor can only add it. */
  readonly mustAddSecondFactor?: boolean;
}

export interface RefreshCookie {
  read(): string | undefined;
  write(token: string, expires: Date): void;
  clear(): void;
}

export interface Outcome {
  operation: string | null;
  role: string;
  /** `ok`, or the code of the first error. */
  outcome: string;
}

export interface RequestContext {
  readonly requestId: string;
  /** Client IP address, resolved by TRUST_PROXY. */
  readonly address: string;
  readonly userAgent: string | undefined;
  /** By `Accept-Language`, for callers who are not signed in. */
  readonly language: Language;
  readonly caller: Caller | undefined;
  readonly refreshCookie: RefreshCookie;
  readonly signAccessToken: (caller: Caller) => { accessToken: string; expiresAt: Date };
  readonly signClientAccess: (claims: object, expiresAt: Date) => string;
  /** The exact email address in the identity provider's token, or undefined if the token is not valid. */
  readonly verifyIdentity: (token: string) => Promise<string | undefined>;
  readonly secrets: Secrets;
  /** Calls addresses that users typed. */
  readonly outbound: Outbound;
  /** For reads as the caller. */
  readonly reader: Reader;
  /** For changes as the caller. Made when it is first used. */
  readonly em: EntityManager;
  readonly limits: Readonly<Record<keyof Config['rateLimits'], RateLimit>>;
  readonly jobs: JobQueue;
  readonly config: Config;
  /** Notes an answered operation and its formatted errors, for the log and for features. */
  readonly answered: (operationName: string | null | undefined, errors: readonly GraphQLFormattedError[]) => void;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
