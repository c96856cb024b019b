import { sql } from 'kysely';
import type { RequestContext } from '../../core/context/request.context.ts';
import { columnsOf, type Row } from '../../core/database/row.query.ts';
import { fromVisible } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { AgreementAcceptance } from '../agreement-acceptance.entity.ts';
import { AgreementStatus, type AgreementState } from './agreement-state.types.ts';
import { ownVersions, type OwnVersion } from './own.versions.ts';

const ORDER = [AgreementStatus.OPEN, AgreementStatus.UPCOMING, AgreementStatus.ACCEPTED];

/** Agreements to accept come first, then by title. Both reads go in one message. */
export async function listOwnAgreements({ reader }: RequestContext): Promise<AgreementState[]> {
  const columns = columnsOf(reader.getMetadata(AgreementAcceptance));
  const [versions, acceptances] = await Promise.all([
    readRows(reader, ownVersions()),
    readRows(
      reader,
      sql<
        Row<AgreementAcceptance>
      >`select ${columns} ${fromVisible(reader, AgreementAcceptance)} order by accepted_at desc, id desc`,
    ),
  ]);
  const byVersion = new Map(acceptances.map((acceptance) => [acceptance.versionId, acceptance]));
  const byAgreement = Map.groupBy(versions, ({ agreementId }) => agreementId);
  const states = [...byAgreement.values()].flatMap((each) => stateOf(each, byVersion) ?? []);
  return states.toSorted(
    (one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status) || one.title.localeCompare(other.title),
  );
}

/** Of the versions of one agreement, newest first. Undefined if there is nothing to accept and nothing accepted. */
function stateOf(
  versions: readonly OwnVersion[],
  byVersion: ReadonlyMap<string, Row<AgreementAcceptance>>,
): AgreementState | undefined {
  const accepted = versions.find(({ id, withdrawnAt }) => withdrawnAt == null && byVersion.has(id));
  const open = versions.filter(({ isOpen, number }) => isOpen && number > (accepted?.number ?? 0));
  const binding = open.find(({ hasBegun }) => hasBegun);
  const version = binding ?? open[0] ?? accepted;
  if (!version) return undefined;
  const { agreementId: id, agreementTitle: title, isRequired, isNegotiated } = version;
  const status = binding ? AgreementStatus.OPEN : open[0] ? AgreementStatus.UPCOMING : AgreementStatus.ACCEPTED;
  const isBlocking = isRequired && status === AgreementStatus.OPEN;
  const acceptances = versions
    .flatMap((each) => byVersion.get(each.id) ?? [])
    .toSorted((one, other) => (one.acceptedAt < other.acceptedAt ? 1 : -1));
  return { id, title, isRequired, isNegotiated, status, isBlocking, version, acceptances };
}
