import { readNeighbors, readPage, type Neighbors } from '../../core/lists/page.query.ts';
import type { Page } from '../../core/lists/page.types.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { applicationTotal } from '../counters/application.count.ts';
import { PartnerApplication } from '../application.entity.ts';
import { conditionsOn } from './application.filter.ts';
import type { ApplicationOrderArgs, NeighborsArgs, PartnerApplicationsArgs } from './application-list.inputs.ts';

export async function listApplications(
  { em }: RequestContext,
  args: PartnerApplicationsArgs,
  withTotal: boolean,
): Promise<Page<PartnerApplication>> {
  const filter = args.filter ?? {};
  const where = await conditionsOn(em, filter);
  const total = withTotal && applicationTotal(filter);
  return readPage(em, { entity: PartnerApplication, where, sortBy: args.sortBy, total }, args);
}

/** What stands beside an application in a list. Null where there is no such application. */
export async function neighborsOf(
  { em }: RequestContext,
  { id, filter, sortBy, sortOrder }: NeighborsArgs,
): Promise<Neighbors<PartnerApplication> | null> {
  const where = await conditionsOn(em, filter ?? {});
  return readNeighbors(em, { entity: PartnerApplication, where, sortBy }, sortOrder, id);
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
  const query = { entity: PartnerApplication, where: await conditionsOn(em, filter ?? {}), sortBy, total: false };
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
