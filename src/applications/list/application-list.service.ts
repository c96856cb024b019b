import { readNeighbors, readPage, type Neighbors } from '../../core/lists/page.query.ts';
import type { Page } from '../../core/lists/page.types.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { applicationTotal } from '../counters/application.count.ts';
import { PartnerApplication } from '../application.entity.ts';
import { conditionsOn } from './application.filter.ts';
import type { ApplicationOrderArgs, NeighborsArgs, PartnerApplicationsArgs } from './application-list.inputs.ts';

export async function listApplications(
  { reader }: RequestContext,
  args: PartnerApplicationsArgs,
): Promise<Page<PartnerApplication>> {
  const filter = args.filter ?? {};
  const where = await conditionsOn(reader, filter);
  const total = () => applicationTotal(filter);
  return readPage(reader, { entity: PartnerApplication, where, sortBy: args.sortBy, total }, args);
}

/** Null if the application does not exist. */
export async function neighborsOf(
  { reader }: RequestContext,
  { id, filter, sortBy, sortOrder }: NeighborsArgs,
): Promise<Neighbors<PartnerApplication> | null> {
  const where = await conditionsOn(reader, filter ?? {});
  return readNeighbors(reader, { entity: PartnerApplication, where, sortBy }, sortOrder, id);
}

const BATCH = 500;

/**
 * Reads a whole list page by page, without holding a connection in between. Rows that move meanwhile may be missing or
 * repeated, except in order of submission, which never changes.
 */
export async function* readAll(
  { reader }: Pick<RequestContext, 'reader'>,
  { filter, sortBy, sortOrder }: ApplicationOrderArgs,
): AsyncGenerator<Row<PartnerApplication>[]> {
  const query = { entity: PartnerApplication, where: await conditionsOn(reader, filter ?? {}), sortBy };
  let after: string | null = null;
  do {
    const { items, pageInfo }: Page<PartnerApplication> = await readPage(reader, query, {
      page: 1,
      limit: BATCH,
      after,
      sortOrder,
    });
    yield items;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
}
