import { sql, type RawBuilder } from 'kysely';
import { hasId, oneOf, readNeighbors, readPage, type Neighbors } from '../core/page.query.ts';
import type { Page, Row } from '../core/page.types.ts';
import type { RequestContext } from '../core/request.context.ts';
import { containing } from '../core/text.rules.ts';
import { applicationTotal } from './application.count.ts';
import { PartnerApplication } from './application.entity.ts';
import type {
  ApplicationOrderArgs,
  NeighborsArgs,
  PartnerApplicationFilter,
  PartnerApplicationsArgs,
} from './application-list.inputs.ts';

export function listApplications(
  { em }: RequestContext,
  args: PartnerApplicationsArgs,
  withTotal: boolean,
): Promise<Page<PartnerApplication>> {
  const total = withTotal && applicationTotal(args.filter ?? {});
  return readPage(em, { entity: PartnerApplication, where: conditions(args.filter), sortBy: args.sortBy, total }, args);
}

/** What stands beside an application in a list. Null where there is no such application. */
export function neighborsOf(
  { em }: RequestContext,
  { id, filter, sortBy, sortOrder }: NeighborsArgs,
): Promise<Neighbors<PartnerApplication> | null> {
  return readNeighbors(em, { entity: PartnerApplication, where: conditions(filter), sortBy }, sortOrder, id);
}

/** So many applications at once. */
const BATCH = 500;

/**
 * All of a list, page by page: no connection is held in between, however slowly they are taken. What moves in the order
 * meanwhile may be left out or come twice; in the order of submission, which is for ever, nothing does.
 */
export async function* readAll(
  { em }: Pick<RequestContext, 'em'>,
  { filter, sortBy, sortOrder }: ApplicationOrderArgs,
): AsyncGenerator<Row<PartnerApplication>[]> {
  const query = { entity: PartnerApplication, where: conditions(filter), sortBy, total: false };
  let after: string | null = null;
  do {
    const { items, pageInfo }: Page<PartnerApplication> = await readPage(em, query, {
      page: 1,
      limit: BATCH,
      after,
      sortOrder,
    });
    yield items;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
}

function conditions(filter: PartnerApplicationFilter | null | undefined): RawBuilder<unknown>[] {
  const { status, partnershipType, companySize, industry, assigneeId, unassigned, search, createdFrom, createdTo } =
    filter ?? {};
  const where = [];
  if (status) where.push(oneOf('status', status));
  if (partnershipType) where.push(oneOf('partnership_type', partnershipType));
  if (companySize) where.push(oneOf('company_size', companySize));
  if (industry) where.push(oneOf('industry', industry));
  if (assigneeId != null) where.push(hasId('assignee_id', assigneeId));
  if (unassigned != null) where.push(unassigned ? sql`assignee_id is null` : sql`assignee_id is not null`);
  if (search) where.push(sql`search like ${containing(search.toLowerCase())}`);
  if (createdFrom) where.push(sql`created_at >= ${createdFrom}`);
  if (createdTo) where.push(sql`created_at < ${createdTo}`);
  return where;
}
