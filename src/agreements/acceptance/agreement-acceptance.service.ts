import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction, insertAudited } from '../../audit/audit.recorder.ts';
import { conflict, invalidInput, notFound, unauthenticated } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { newRow, type NewRow } from '../../core/database/row.insert.ts';
import { asPlatformFor, tenantOf } from '../../core/database/tenancy.ts';
import { hasId } from '../../core/lists/page.query.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import { NotificationKind } from '../../notifications/notification.kinds.ts';
import { membersOf, tell } from '../../notifications/notification.tell.ts';
import { companyNameOf } from '../../tenants/partner-account.queries.ts';
import { AgreementAcceptance } from '../agreement-acceptance.entity.ts';
import { withdrawn } from '../agreement-version.entity.ts';
import { acceptedByOwner, acceptedForTeam } from '../agreement.emails.tsx';
import type { AcceptAgreementArgs } from './agreement-acceptance.inputs.ts';
import { versionsOf, type OwnVersion } from './own.versions.ts';

type Acceptance = AgreementAcceptance | NewRow<AgreementAcceptance>;

/** Characters that are kept of a browser's name for itself. */
const MOST_OF_BROWSER = 500;

/**
 * NOT_FOUND for a version that does not concern the partner; BAD_USER_INPUT for another hash; CONFLICT
 * (AGREEMENT_WITHDRAWN, AGREEMENT_OUTDATED). The first acceptance of a version answers all later ones.
 */
export async function acceptAgreement(ctx: RequestContext, { input }: AcceptAgreementArgs): Promise<Acceptance> {
  const resellerId = tenantOf(ctx);
  // As the platform, because a tenant's role can neither accept nor write emails.
  const audited = { ...ctx, em: asPlatformFor(ctx) };
  return inAuditedTransaction(audited, {}, async (em) => {
    const version = await lockVersion(em, resellerId, input.versionId);
    const of = { resellerId, versionId: version.id };
    const known = await em.findOne(AgreementAcceptance, of);
    if (known) return known;
    if (version.sha256 !== input.sha256) throw otherText();
    requireOpen(version);
    const row = acceptanceOf(ctx, em, version, input);
    const inserted = await insertAudited(ctx, em, {
      entity: AgreementAcceptance,
      rows: [row],
      action: 'agreement.accepted',
    });
    // Another owner, or a second click, was faster.
    if (!inserted.has(row.id)) return em.findOneOrFail(AgreementAcceptance, of);
    await tellOfAcceptance(ctx, em, version, row);
    return row;
  });
}

/** The lock keeps the version from being withdrawn meanwhile. */
async function lockVersion(em: EntityManager, resellerId: string, id: string): Promise<OwnVersion> {
  await sql`select from agreement_version where ${hasId('id', id)} for share`.execute(em.getKysely());
  const { rows } = await versionsOf(resellerId, hasId('id', id)).execute(em.getKysely());
  if (!rows[0]) throw notFound('AgreementVersion');
  return rows[0];
}

const otherText = () =>
  invalidInput([
    { path: 'input.sha256', message: 'is not the SHA-256 of this version. Read it again', rule: 'SHA256' },
  ]);

function requireOpen({ withdrawnAt, isOpen }: OwnVersion): void {
  if (withdrawnAt != null) throw withdrawn();
  if (!isOpen) throw conflict('AGREEMENT_OUTDATED', 'A later version binds already. Accept that one.');
}

function acceptanceOf(
  { caller, address, userAgent }: RequestContext,
  em: EntityManager,
  { id: versionId, number: versionNumber, agreementTitle, sha256 }: OwnVersion,
  { name, title }: AcceptAgreementArgs['input'],
): NewRow<AgreementAcceptance> {
  if (caller?.resellerId === undefined) throw unauthenticated();
  const { userId, resellerId } = caller;
  return newRow(em, AgreementAcceptance, {
    resellerId,
    versionId,
    versionNumber,
    agreementTitle,
    userId,
    name,
    title,
    sha256,
    ipAddress: address,
    userAgent: userAgent?.slice(0, MOST_OF_BROWSER) ?? null,
  });
}

/** The owner and our team, once. Other owners and admins see it in their notifications. */
async function tellOfAcceptance(
  ctx: RequestContext,
  em: EntityManager,
  { agreementId, id: versionId, number }: OwnVersion,
  { resellerId, agreementTitle, name, title }: NewRow<AgreementAcceptance>,
): Promise<void> {
  const { caller: by, config, jobs } = ctx;
  if (!by) throw unauthenticated();
  const companyName = await companyNameOf(em, resellerId);
  const accepted = { agreementId, versionId, agreementTitle, number, name, title, companyName, resellerId };
  await writeEmails(em, jobs, [
    acceptedByOwner(by.email, accepted),
    ...config.email.adminRecipients.map((recipient) => acceptedForTeam(recipient, accepted)),
  ]);
  const kind = NotificationKind.AGREEMENT_ACCEPTED;
  const subject = { id: agreementId, name: agreementTitle };
  await tell(em, { kind, by, subject, detail: companyName, to: sql`${membersOf(null)} or ${membersOf(resellerId)}` });
}
