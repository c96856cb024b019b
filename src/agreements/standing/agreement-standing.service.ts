import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../core/context/request.context.ts';
import { countsOf, hasId, oneOf, readPage, rowsBy, type PageQuery } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { contains } from '../../core/lists/text.search.ts';
import { AcceptanceStatus, AgreementStanding } from './agreement-standing.entity.ts';
import type { AgreementAcceptanceFilter, AgreementAcceptancesArgs } from './agreement-standing.inputs.ts';

const STATUSES = Object.values(AcceptanceStatus);

/** By company name. */
export function listStandings(
  { reader }: RequestContext,
  args: AgreementAcceptancesArgs,
): Promise<Page<AgreementStanding>> {
  const filter = args.filter ?? {};
  const ofAnyStatus = conditionsOn({ ...filter, status: null });
  const counts = () => countsOf(STATUSES, rowsBy(reader, AgreementStanding, sql`status`, ofAnyStatus));
  return readPage(reader, { ...standingQuery(filter), counts }, { ...args, sortOrder: SortOrder.ASC });
}

/** The list of a filter. */
export const standingQuery = (filter: AgreementAcceptanceFilter): PageQuery<AgreementStanding> => ({
  entity: AgreementStanding,
  where: conditionsOn(filter),
  sortBy: 'companyName',
});

function conditionsOn(filter: AgreementAcceptanceFilter): RawBuilder<unknown>[] {
  const { agreementId, versionId, partnerId, status, search } = filter;
  const where: RawBuilder<unknown>[] = [];
  if (agreementId != null) where.push(hasId('agreement_id', agreementId));
  if (versionId != null) where.push(hasId('version_id', versionId));
  if (partnerId != null) where.push(hasId('reseller_id', partnerId));
  if (status) where.push(oneOf('status', status));
  if (search) where.push(contains(search, sql`search_text(company_name)`));
  return where;
}
