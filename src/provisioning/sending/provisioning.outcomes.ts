import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { inAuditedTransaction, recordAction } from '../../audit/audit.recorder.ts';
import { asSystem } from '../../audit/system.actor.ts';
import { ClientAccount } from '../../clients/client-account.entity.ts';
import type { WorkerParts } from '../../feature.ts';
import { ClientProvisioning } from '../client-provisioning.entity.ts';
import type { ProductAnswer } from './product.answer.ts';
import type { Attempt } from '../provisioning.attempt.ts';
import { ProvisioningProblem } from '../provisioning.enums.ts';
import { writeFailureEmails, type Mailing } from '../failure/provisioning.mailing.ts';

const { REFUSED, UNAVAILABLE, UNCONFIRMED, NEWER_VERSION } = ProvisioningProblem;

type Worker = Pick<WorkerParts, 'orm' | 'log'> & Mailing;

/** Stores what the product answered to an attempt, unless a callback or another worker was faster. */
export async function settle(worker: Worker, attempt: Attempt, answer: ProductAnswer): Promise<void> {
  const { log } = worker;
  const { clientId, version, resellerId } = attempt;
  await inAuditedTransaction(asSystem(worker.orm, 'provisioning'), {}, async (em) => {
    const row = await em.findOne(
      ClientProvisioning,
      { resellerId, clientId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!row?.isTrying(attempt)) return;
    await note(em, worker, row, attempt, answer);
    // The detail may repeat an address.
    const line = { client: clientId, version, answer: answer.kind, status: row.status };
    if (answer.kind === 'applied' || answer.kind === 'accepted') log.info(line, 'product told of client');
    else log.warn(line, 'product not told of client');
  });
}

async function note(
  em: EntityManager,
  worker: Worker,
  row: ClientProvisioning,
  attempt: Attempt,
  answer: ProductAnswer,
): Promise<void> {
  if (answer.kind === 'applied') {
    if (row.confirm(answer.version, answer.externalId)) return recordProvisioned(em, row);
    return row.sendNow();
  }
  if (answer.kind === 'newer') row.overtake(answer.version);
  // The client changed during the attempt, so its answer is about the past.
  else if (row.desiredVersion !== attempt.version) return row.sendNow();
  switch (answer.kind) {
    case 'accepted':
      return row.accept(attempt);
    case 'refused':
      row.fail({ problem: REFUSED, detail: answer.detail });
      return recordFailed(em, worker, row);
    case 'newer':
      return tryAgain(em, worker, row, { problem: NEWER_VERSION, detail: answer.detail });
    case 'lost':
      return sendLost(em, worker, row);
    case 'failed':
      return tryAgain(em, worker, row, { problem: UNAVAILABLE, detail: answer.detail, pause: answer.pause });
  }
}

async function tryAgain(
  em: EntityManager,
  worker: Worker,
  row: ClientProvisioning,
  trouble: Parameters<ClientProvisioning['tryAgain']>[0],
): Promise<void> {
  if (!row.tryAgain(trouble)) await recordFailed(em, worker, row);
}

/** The product took the version, and did not confirm it. It gets the version again, for a day. */
async function sendLost(em: EntityManager, worker: Worker, row: ClientProvisioning): Promise<void> {
  const detail = 'The product took the version, and does not have it.';
  if (row.tryAgain({ problem: UNCONFIRMED, detail })) row.sendNow();
  else await recordFailed(em, worker, row);
}

/** The event is about the client, whose page shows it. */
export function recordProvisioned(em: EntityManager, row: ClientProvisioning): void {
  recordAction(em, 'client.provisioned', clientOf(row));
}

/** Tells the owners and our team, too. */
export async function recordFailed(em: EntityManager, mailing: Mailing, row: ClientProvisioning): Promise<void> {
  recordAction(em, 'client.provisioning_failed', clientOf(row));
  await writeFailureEmails(em, mailing, row);
}

export const clientOf = ({ clientId, resellerId }: Pick<ClientProvisioning, 'clientId' | 'resellerId'>) =>
  Object.assign(new ClientAccount(), { id: clientId, resellerId });
