import type { EntityClass } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction, insertOnce, recordAction } from '../audit/audit.recorder.ts';
import { conflict, invalidInput, unauthenticated } from '../core/context/domain.error.ts';
import { loadById, lockForChange } from '../core/database/entity.lookup.ts';
import { readAnswer } from '../core/idempotency/idempotency.ts';
import { oneOf } from '../core/lists/page.query.ts';
import { mailboxOf } from '../core/text/mailbox.ts';
import { networkOf } from '../core/limits/rate.identity.ts';
import { countCall } from '../core/limits/rate.limit.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { newRow, type NewRow } from '../core/database/row.insert.ts';
import { readById, type Row } from '../core/database/row.query.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import { flushUnlessTaken, isTaken } from '../core/database/unique.violation.ts';
import { insertsOfEmails, writeEmails } from '../email/email.outbox.ts';
import type { NewEmail } from '../email/email.template.ts';
import { NotificationKind } from '../notifications/notification.kinds.ts';
import { openPartnerAccount, type NamedOwner } from '../partners/partner-account.service.ts';
import { requireReviewers } from '../identity/users/admin.service.ts';
import { alreadyReceived, received, statusChanged, submitted } from './application.emails.tsx';
import { PartnerApplication } from './application.entity.ts';
import type { AddNoteArgs, SubmitPartnerApplicationArgs, UpdateStatusArgs } from './application.inputs.ts';
import { ApplicationStatus, OPEN } from './application.enums.ts';
import { ApplicationReceipt } from './submission/application-receipt.entity.ts';
import { PartnerApplicationNote } from './review/application-note.entity.ts';
import { ApplicationStatusChange } from './review/application-status-change.entity.ts';
import { tellAssignee, tellMentioned } from './review/review.notices.ts';

export function getApplication(
  { reader }: RequestContext,
  { id }: { id: string },
): Promise<Row<PartnerApplication> | null> {
  return readById(reader, PartnerApplication, id);
}

/**
 * Stores an application and its emails, and returns its ID. If one of the same mailbox and type is open, stores a
 * receipt and tells the contact. A receipt looks like an application, so that the submitter does not learn whether the
 * contact has applied.
 */
export async function submitApplication(
  ctx: RequestContext,
  { input, idempotencyKey: key }: SubmitPartnerApplicationArgs,
): Promise<string> {
  // As the platform, because the public has no permissions in the database.
  const em = asPlatform(ctx.em);
  const scope = { caller: networkOf(ctx.address), operation: 'submitPartnerApplication', key, input };
  const known = await readAnswer<{ applicationId: string }>(em, scope);
  if (known) return known.applicationId; // sends no email, so it does not count
  await countCall(ctx.limits.recipient, mailboxOf(input.contactEmail)); // every new submission sends an email
  const application = newRow(em, PartnerApplication, { ...input, language: input.language ?? ctx.language });
  const { id, companyName, contactEmail, contactMailbox, partnershipType, createdAt, language } = application;
  const { adminRecipients } = ctx.config.email;
  const { address, requestId, caller } = ctx;
  const write = async <Entity extends object>(
    entity: EntityClass<Entity>,
    row: NewRow<Entity> & { id: string },
    emails: NewEmail[],
  ) => {
    const insert = {
      entity,
      row,
      action: null,
      answer: { applicationId: id },
      also: insertsOfEmails(ctx.jobs, emails),
    };
    return (await insertOnce({ em, address, requestId, caller }, scope, insert)).applicationId;
  };
  // Repeats only if the open application is decided in between.
  for (;;) {
    try {
      return await write(PartnerApplication, application, [
        received(application),
        ...adminRecipients.map((recipient) => submitted(application, recipient)),
      ]);
    } catch (error) {
      if (!isTaken(error, 'partner_application_open_unique', 'partner_application_mailbox_unique')) throw error;
    }
    const [open] = await readRows(
      em,
      sql<OpenApplication>`select id, contact_email as "contactEmail", partnership_type as "partnershipType", language
        from partner_application
        where coalesce(contact_mailbox, contact_email) = any(${[contactMailbox ?? contactEmail, contactEmail]})
          and partnership_type = ${partnershipType} and ${oneOf('status', OPEN)}
        order by contact_email = ${contactEmail} desc, mailbox_rank limit 1`,
    );
    if (!open) continue;
    // Same time as in the ID, or the two would be distinguishable. The email goes to the open application's own
    // address, because its link must not reach another mailbox.
    const receipt = { id, companyName, partnershipType, createdAt, language };
    return write(ApplicationReceipt, newRow(em, ApplicationReceipt, receipt), [alreadyReceived(open)]);
  }
}

type OpenApplication = Pick<PartnerApplication, 'id' | 'contactEmail' | 'partnershipType' | 'language'>;

export function changeStatus(
  ctx: RequestContext,
  { id, status, message, expectedVersion, reopenWithdrawn, ownerEmail, ownerName }: UpdateStatusArgs,
): Promise<PartnerApplication> {
  const namedOwner = namedOwnerOf(status, ownerEmail, ownerName);
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  const actions = {
    PartnerApplication: 'application.status_changed',
    PartnerAccount: { create: 'partner.created', update: 'partner.updated' },
    Partnership: 'partner.partnership_added',
    User: 'user.invited',
  } as const;
  return inAuditedTransaction(ctx, actions, async (em) => {
    const application = await lockForChange(em, PartnerApplication, id, expectedVersion);
    const from = application.status;
    const wasWithdrawn = application.withdrawnAt != null;
    if (!application.moveTo(status, { reopenWithdrawn: reopenWithdrawn ?? false })) return application;
    em.create(ApplicationStatusChange, {
      applicationId: id,
      from,
      to: status,
      changedBy: caller.name,
      message: message ?? null,
    });
    await flushUnlessTaken(em, openAlready());
    const access =
      status === ApplicationStatus.APPROVED
        ? await openPartnerAccount(ctx, em, { ...application, namedOwner })
        : undefined;
    if (isDecision(status)) await tellAssignee(em, NotificationKind.APPLICATION_DECIDED, application, caller, status);
    await writeEmails(em, ctx.jobs, [statusChanged(application, { message: message ?? null, wasWithdrawn, access })]);
    return application;
  });
}

const isDecision = (status: ApplicationStatus) =>
  status === ApplicationStatus.APPROVED || status === ApplicationStatus.REJECTED;

/** The owner instead of the contact, if given. */
function namedOwnerOf(status: ApplicationStatus, email?: string | null, name?: string | null): NamedOwner | undefined {
  if (email == null && name == null) return undefined;
  if (status !== ApplicationStatus.APPROVED) {
    throw invalidInput([
      { path: email == null ? 'ownerName' : 'ownerEmail', message: 'is only valid with APPROVED', rule: 'STATUS' },
    ]);
  }
  if (email == null)
    throw invalidInput([{ path: 'ownerEmail', message: 'is required with ownerName', rule: 'REQUIRED' }]);
  if (name == null)
    throw invalidInput([{ path: 'ownerName', message: 'is required with ownerEmail', rule: 'REQUIRED' }]);
  return { email, name };
}

/** A declined application cannot be reopened while a newer one of this contact and type is open. */
const openAlready = () =>
  conflict('OPEN_APPLICATION', 'This contact already has an open application of this type. Decide that one first.');

/** Tells the mentioned admins. BAD_USER_INPUT on `mentionIds` unless all are active and can review. */
export function addNote(
  ctx: RequestContext,
  { id, note, authorName, mentionIds }: AddNoteArgs,
): Promise<PartnerApplicationNote> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  return inAuditedTransaction(ctx, {}, async (em) => {
    const application = await loadById(em, PartnerApplication, id);
    recordAction(em, 'application.note_added', application);
    if (mentionIds && mentionIds.length > 0) {
      await requireReviewers(em, 'mentionIds', mentionIds);
      await tellMentioned(em, mentionIds, application, caller, note);
    }
    return em.create(PartnerApplicationNote, { applicationId: id, authorName: authorName ?? caller.name, note });
  });
}
