import type { EntityManager } from '@mikro-orm/postgresql';
import { NIL } from 'uuid';
import { asPlatform } from '../core/database/tenancy.ts';
import type { AuditedContext } from './audit.recorder.ts';
import { TEAM } from './names/audit.actor.ts';

/**
 * The context of a job that changes audited rows: role SYSTEM, the nil UUID as its user, and the credential
 * `job:<name>`. Sees the rows of all tenants.
 */
export const asSystem = ({ em }: { em: EntityManager }, job: string): AuditedContext => ({
  em: asPlatform(em),
  address: null,
  requestId: null,
  caller: { role: 'SYSTEM', email: TEAM, name: TEAM, userId: NIL, credential: `job:${job}` },
});
