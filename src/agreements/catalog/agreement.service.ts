import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { conflict, invalidInput } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { databaseTime } from '../../core/database/database.clock.ts';
import { loadById } from '../../core/database/entity.lookup.ts';
import { readById, type Row } from '../../core/database/row.query.ts';
import { childrenOf } from '../../core/lists/children.ts';
import { hasId, readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { claimFile } from '../../files/file.claim.ts';
import { FilePurpose } from '../../files/stored-file.entity.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import { AgreementVersion, NOTICE_DAYS } from '../agreement-version.entity.ts';
import { Agreement } from '../agreement.entity.ts';
import type {
  AddCountersignedCopyArgs,
  AgreementsArgs,
  CreateAgreementArgs,
  PublishAgreementVersionArgs,
} from './agreement.inputs.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Newest first. */
export function listAgreements({ reader }: RequestContext, args: AgreementsArgs): Promise<Page<Agreement>> {
  const { isNegotiated, partnerId } = args.filter ?? {};
  const where: RawBuilder<unknown>[] = [];
  if (isNegotiated != null) where.push(isNegotiated ? sql`reseller_id is not null` : sql`reseller_id is null`);
  if (partnerId != null) where.push(hasId('reseller_id', partnerId));
  return readPage(reader, { entity: Agreement, where, sortBy: 'createdAt' }, { ...args, sortOrder: SortOrder.DESC });
}

/** Null if it does not exist. */
export const getAgreement = ({ reader }: RequestContext, { id }: { id: string }): Promise<Row<Agreement> | null> =>
  readById(reader, Agreement, id);

/** Of each agreement, oldest first. */
export const readVersions = childrenOf({ entity: AgreementVersion, parent: 'agreementId', sortBy: 'number' });

/** BAD_USER_INPUT unless it is with one partner, or with partners of some types. NOT_FOUND without such a partner. */
export async function createAgreement(ctx: RequestContext, { input }: CreateAgreementArgs): Promise<Agreement> {
  const { title, isRequired, partnerId, partnershipTypes } = input;
  if ((partnerId == null) === (partnershipTypes == null)) {
    const message = 'is required without partnerId, and not allowed with it';
    throw invalidInput([{ path: 'input.partnershipTypes', message, rule: 'REQUIRED' }]);
  }
  return inAuditedTransaction(ctx, { Agreement: 'agreement.created' }, async (em) => {
    const partner = partnerId == null ? null : await loadById(em, PartnerAccount, partnerId);
    const types = partnershipTypes ?? [];
    return em.create(Agreement, { title, isRequired, partnershipTypes: types, resellerId: partner?.id ?? null });
  });
}

/**
 * NOT_FOUND; BAD_USER_INPUT for a day that is too soon, or without `changes`; CONFLICT (AGREEMENT_UPCOMING,
 * FILE_NOT_READY). The lock of the agreement runs its publications one after another.
 */
export function publishVersion(ctx: RequestContext, { input }: PublishAgreementVersionArgs): Promise<AgreementVersion> {
  return inAuditedTransaction(ctx, { AgreementVersion: 'agreement.version_published' }, async (em) => {
    const { id: agreementId } = await loadById(em, Agreement, input.agreementId, LockMode.PESSIMISTIC_WRITE);
    const publishedAt = await databaseTime(em);
    const earlier = await em.find(AgreementVersion, { agreementId }, { orderBy: { number: 'desc' } });
    const open = earlier.filter(({ withdrawnAt }) => !withdrawnAt);
    if (open.some(({ bindingFrom }) => bindingFrom > publishedAt)) {
      throw conflict('AGREEMENT_UPCOMING', 'Another version is published but does not bind yet. Withdraw it first.');
    }
    const bindingFrom = input.bindingFrom ?? publishedAt;
    requireNotice({ ...input, bindingFrom }, publishedAt, open.length > 0);
    const { id: fileId, sha256 } = await claimPdf(em, input.fileId);
    const number = (earlier[0]?.number ?? 0) + 1;
    const changes = input.changes ?? null;
    return em.create(AgreementVersion, { agreementId, number, fileId, sha256, changes, publishedAt, bindingFrom });
  });
}

function requireNotice(
  { bindingFrom, changes }: { bindingFrom: Date; changes?: string | null | undefined },
  now: Date,
  isLater: boolean,
): void {
  const earliest = now.getTime() + (isLater ? NOTICE_DAYS * DAY_MS : 0);
  if (isLater && changes == null) {
    throw invalidInput([{ path: 'input.changes', message: 'is required for a later version', rule: 'REQUIRED' }]);
  }
  if (bindingFrom.getTime() >= earliest) return;
  const path = 'input.bindingFrom';
  throw invalidInput([
    isLater
      ? {
          path,
          message: `must be at least ${NOTICE_DAYS} days ahead`,
          rule: 'NOTICE_DAYS',
          params: { min: NOTICE_DAYS },
        }
      : { path, message: 'must be in the future', rule: 'FUTURE' },
  ]);
}

async function claimPdf(em: EntityManager, id: string): Promise<{ id: string; sha256: string }> {
  const file = await claimFile(em, { id, purpose: FilePurpose.AGREEMENT, resellerId: null });
  return { id: file.id, sha256: file.sha256 ?? '' };
}

/** NOT_FOUND; CONFLICT (AGREEMENT_BINDING, AGREEMENT_WITHDRAWN). */
export function withdrawVersion(ctx: RequestContext, { id }: { id: string }): Promise<AgreementVersion> {
  return inAuditedTransaction(ctx, { AgreementVersion: 'agreement.version_withdrawn' }, async (em) => {
    const version = await loadById(em, AgreementVersion, id, LockMode.PESSIMISTIC_WRITE);
    version.withdraw(await databaseTime(em));
    return version;
  });
}

/** NOT_FOUND; CONFLICT (NOT_NEGOTIATED, COUNTERSIGNED, AGREEMENT_WITHDRAWN, FILE_NOT_READY). */
export function addCountersignedCopy(
  ctx: RequestContext,
  { versionId, fileId }: AddCountersignedCopyArgs,
): Promise<AgreementVersion> {
  return inAuditedTransaction(ctx, { AgreementVersion: 'agreement.countersigned' }, async (em) => {
    const version = await loadById(em, AgreementVersion, versionId, LockMode.PESSIMISTIC_WRITE);
    const agreement = await loadById(em, Agreement, version.agreementId);
    if (agreement.resellerId == null) {
      throw conflict('NOT_NEGOTIATED', 'Only an agreement with one partner has a countersigned copy.');
    }
    version.countersign((await claimPdf(em, fileId)).id);
    return version;
  });
}
