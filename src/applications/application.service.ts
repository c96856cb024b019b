import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { conflict, unauthenticated } from '../core/domain.error.ts';
import { loadById, lockForChange } from '../core/entity.lookup.ts';
import { once } from '../core/idempotency.ts';
import type { Row } from '../core/page.types.ts';
import { networkOf } from '../core/rate.identity.ts';
import type { RequestContext } from '../core/request.context.ts';
import { insertUnlessThere } from '../core/row.insert.ts';
import { readById } from '../core/row.query.ts';
import { asPlatform } from '../core/tenancy.ts';
import { inTransaction } from '../core/transaction.ts';
import { flushUnlessTaken } from '../core/unique.violation.ts';
import { writeEmails } from '../email/email.outbox.ts';
import { openPartnerAccount } from '../partners/partner-account.service.ts';
import { alreadyReceived, received, statusChanged, submitted } from './application.emails.tsx';
import { PartnerApplication } from './application.entity.ts';
import type { AddNoteArgs, SubmitPartnerApplicationArgs, UpdateStatusArgs } from './application.inputs.ts';
import { ApplicationStatus, OPEN } from './application.enums.ts';
import { ApplicationReceipt } from './application-receipt.entity.ts';
import { PartnerApplicationNote } from './application-note.entity.ts';
import { ApplicationStatusChange } from './application-status-change.entity.ts';

export function getApplication({ em }: RequestContext, id: string): Promise<Row<PartnerApplication> | null> {
  return readById(em, PartnerApplication, id);
}

/**
 * Stores an application and the mails about it; answers its id. Where one of the same address and type is open, that stays as
 * it is, and its contact is told. The submitter gets a receipt, which cannot be told from an application: so nobody learns who
 * has applied, or gets at what a stranger has sent.
 */
export function submitApplication(
  ctx: RequestContext,
  { input, idempotencyKey: key }: SubmitPartnerApplicationArgs,
): Promise<string> {
  // The public has no rights of its own in the database: this is the platform's work.
  return inTransaction(asPlatform(ctx.em), async (em) => {
    const scope = { caller: networkOf(ctx.address), operation: 'submitPartnerApplication', key, input };
    const answer = await once(em, scope, async () => {
      const application = em.create(PartnerApplication, input, { persist: false });
      const openId = await insertUnlessOpen(em, application);
      if (openId) {
        // The time too: another one than that in the id would tell them apart.
        const { id, companyName, partnershipType, createdAt } = application;
        em.create(ApplicationReceipt, { id, companyName, partnershipType, createdAt });
      }
      const emails = openId
        ? [alreadyReceived(application, openId)]
        : [
            received(application),
            ...ctx.config.email.adminRecipients.map((recipient) => submitted(application, recipient)),
          ];
      await writeEmails(em, ctx.jobs, emails);
      return { applicationId: application.id };
    });
    return answer.applicationId;
  });
}

const ONE_OPEN = sql`(contact_email, partnership_type) where status in ('PENDING', 'REVIEWING')`;

/** Answers the id of the open application that stands against it, if there is one. */
async function insertUnlessOpen(em: EntityManager, application: PartnerApplication): Promise<string | undefined> {
  const { contactEmail, partnershipType } = application;
  // More than once only where the open one is decided in between.
  while (!(await insertUnlessThere(em, application, ONE_OPEN))) {
    const open = await em.findOne(PartnerApplication, { contactEmail, partnershipType, status: { $in: OPEN } });
    if (open) return open.id;
  }
  return undefined;
}

export function changeStatus(
  ctx: RequestContext,
  { id, status, message, expectedVersion }: UpdateStatusArgs,
): Promise<PartnerApplication> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  const actions = {
    PartnerApplication: 'application.status_changed',
    PartnerAccount: 'partner.created',
    User: 'user.invited',
  } as const;
  return inAuditedTransaction(ctx, actions, async (em) => {
    const application = await lockForChange(em, PartnerApplication, id, expectedVersion);
    const from = application.status;
    if (!application.moveTo(status)) return application;
    em.create(ApplicationStatusChange, {
      applicationId: id,
      from,
      to: status,
      changedBy: caller.name,
      message: message ?? null,
    });
    await flushUnlessTaken(em, openAlready());
    if (status === ApplicationStatus.APPROVED) await openPartnerAccount(ctx, em, application);
    await writeEmails(em, ctx.jobs, [statusChanged(application, message ?? null)]);
    return application;
  });
}

/** A rejected application cannot be reopened while the same contact has a newer one of this type open. */
const openAlready = () =>
  conflict('OPEN_APPLICATION', 'The same contact has another open application of this type. Decide that one.');

export function addNote(ctx: RequestContext, { id, note, authorName }: AddNoteArgs): Promise<PartnerApplicationNote> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  return inTransaction(ctx.em, async (em) => {
    await loadById(em, PartnerApplication, id);
    return em.create(PartnerApplicationNote, { applicationId: id, authorName: authorName ?? caller.name, note });
  });
}
