import { LockMode, type MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { asSystem } from '../../audit/system.actor.ts';
import { DomainError } from '../../core/context/domain.error.ts';
import { loadById } from '../../core/database/entity.lookup.ts';
import { ClientProvisioning } from '../client-provisioning.entity.ts';
import { ProvisioningProblem, ProvisioningStatus } from '../provisioning.enums.ts';
import type { Mailing } from '../failure/provisioning.mailing.ts';
import { recordFailed, recordProvisioned } from '../sending/provisioning.outcomes.ts';

export interface Noting extends Mailing {
  orm: MikroORM;
}

interface Callback {
  clientId: string;
  version: number;
  externalId?: string | null | undefined;
  /** Undefined if the product has the version. */
  error: string | undefined;
  log: FastifyBaseLogger;
}

/** Stores what the product says of a version. Older versions, repetitions and unknown clients have no effect. */
export async function noteCallback(
  noting: Noting,
  { clientId, version, externalId, error, log }: Callback,
): Promise<void> {
  await inAuditedTransaction(asSystem(noting.orm, 'provisioning'), {}, async (em) => {
    const row = await loadById(em, ClientProvisioning, clientId, LockMode.PESSIMISTIC_WRITE).catch(nullIfMissing);
    if (!row) return;
    if (error === undefined) {
      if (row.confirm(version, externalId)) recordProvisioned(em, row);
    } else if (isOpen(row, version)) {
      row.fail({ problem: ProvisioningProblem.REFUSED, detail: `Callback: ${error}` });
      await recordFailed(em, noting, row);
    }
    log.info({ client: clientId, version, status: row.status }, 'product called back');
  });
}

/** Only the wanted version matters, while it is under way. */
const isOpen = ({ status, desiredVersion }: ClientProvisioning, version: number): boolean =>
  version === desiredVersion && (status === ProvisioningStatus.PENDING || status === ProvisioningStatus.APPLYING);

function nullIfMissing(error: unknown): null {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
  throw error;
}
