import { readNeighbors, readPage, type Neighbors } from '../../core/lists/page.query.ts';
import type { Page } from '../../core/lists/page.types.ts';
import { readWhole } from '../../core/lists/whole.list.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { applicationCounts, applicationTotal } from '../counters/application.count.ts';
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
  const anyStatus = { ...filter, status: null, withdrawn: null };
  const whereAny = args.withCounts ? await conditionsOn(reader, anyStatus) : [];
  const counts = () => applicationCounts(anyStatus, whereAny);
  return readPage(reader, { entity: PartnerApplication, where, sortBy: args.sortBy, total, counts }, args);
}

/** Null if the application does not exist. */
export async function applicationNeighbors(
  { reader }: RequestContext,
  { id, filter, sortBy, sortOrder, withPosition }: NeighborsArgs & { withPosition: boolean },
): Promise<Neighbors<PartnerApplication> | null> {
  const where = await conditionsOn(reader, filter ?? {});
  const total = () => applicationTotal(filter ?? {});
  return readNeighbors(reader, { entity: PartnerApplication, where, sortBy, total }, sortOrder, { id, withPosition });
}

/** Reads a whole list batch by batch: see readWhole. */
export async function* readAll(
  { reader }: Pick<RequestContext, 'reader'>,
  { filter, sortBy, sortOrder }: ApplicationOrderArgs,
): AsyncGenerator<Row<PartnerApplication>[]> {
  const query = { entity: PartnerApplication, where: await conditionsOn(reader, filter ?? {}), sortBy };
  yield* readWhole(reader, query, sortOrder);
}
