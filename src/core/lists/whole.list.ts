import type { Reader } from '../database/reader.ts';
import type { Row } from '../database/row.query.ts';
import { readPage, type PageQuery } from './page.query.ts';
import type { Page, SortOrder } from './page.types.ts';

const BATCH = 500;

/**
 * Reads a whole list page by page, without holding a connection in between. Rows that move meanwhile may be missing or
 * repeated, except in an order that never changes.
 */
export async function* readWhole<Entity extends { id: string }>(
  reader: Reader,
  query: PageQuery<Entity>,
  sortOrder: SortOrder,
): AsyncGenerator<Row<Entity>[]> {
  let after: string | null = null;
  do {
    const { items, pageInfo }: Page<Entity> = await readPage(reader, query, {
      page: 1,
      limit: BATCH,
      after,
      sortOrder,
    });
    yield items;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
}
