import { sql, type RawBuilder } from 'kysely';
import type { Row } from '../../core/database/row.query.ts';
import type { AgreementVersion } from '../agreement-version.entity.ts';

/** A version of an agreement that concerns a partner. */
export interface OwnVersion extends Row<AgreementVersion> {
  agreementTitle: string;
  isRequired: boolean;
  isNegotiated: boolean;
  /** Neither withdrawn nor replaced by a later version that binds. */
  isOpen: boolean;
  /** Whether its time has come, also if it was replaced since. */
  hasBegun: boolean;
}

/** The columns of agreement_versions_of and own_agreement_versions. */
const COLUMNS = sql`id, agreement_id as "agreementId", number, agreement_title as "agreementTitle", is_required as "isRequired",
  is_negotiated as "isNegotiated", file_id as "fileId", sha256, changes, published_at as "publishedAt", binding_from as "bindingFrom",
  withdrawn_at as "withdrawnAt", countersigned_file_id as "countersignedFileId", is_open as "isOpen", binding_from <= now() as "hasBegun"`;

/** For the tenant's role, which sees its own. */
export const ownVersions = (where: RawBuilder<unknown> = sql`true`) =>
  sql<OwnVersion>`select ${COLUMNS} from own_agreement_versions() where ${where} order by agreement_id, number desc`;

/** For the platform's role, in the name of a partner. */
export const versionsOf = (resellerId: string, where: RawBuilder<unknown>) =>
  sql<OwnVersion>`select ${COLUMNS} from agreement_versions_of(${resellerId}::uuid) where ${where}`;
