import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { RequestContext } from '../core/context/request.context.ts';
import { SortOrder } from '../core/lists/page.types.ts';
import type { Language } from '../core/text/language.ts';
import { columnsIn, type Column } from './export.cells.ts';
import type { ExportKind, Viewer } from './export.kind.ts';
import { exportLink } from './export.link.ts';
import { ListExport, type ListOfExport } from './list-export.entity.ts';

/** A filter and an order as they were stored: times are texts. */
interface Requested<Filter> {
  filter: Filter;
  sortBy: string | null | undefined;
  sortOrder: SortOrder;
}

interface ListOptions<Filter, Item> {
  list: ListOfExport;
  path: `/exports/${string}`;
  file: string;
  read: (viewer: Viewer, requested: Requested<Filter>) => AsyncGenerator<Item[]>;
  /** The columns, or those of a role. */
  columns: readonly Column<Item>[] | ((isPartner: boolean) => readonly Column<Item>[]);
}

/** The export of a list, and what it needs to link to it. */
interface ListExportKind<Filter, Item> extends ExportKind<ListExport, Item> {
  list: ListOfExport;
  /** Never set: names the type of its filter. */
  filter?: Filter;
}

/** Registers the export of a list. */
export const listExport = <Filter extends object, Item>({
  list,
  path,
  file,
  read,
  columns,
}: ListOptions<Filter, Item>): ListExportKind<Filter, Item> => ({
  list,
  entity: ListExport,
  action: 'list.exported',
  path,
  purpose: `EXPORT ${list}`,
  file,
  read: (viewer, { filter, sortBy, sortOrder }) =>
    read(viewer, { filter: JSON.parse(filter) as Filter, sortBy, sortOrder }),
  columns: ({ language, resellerId }) =>
    columnsIn(language, typeof columns === 'function' ? columns(resellerId != null) : columns),
});

interface ListExportArgs<Filter> {
  filter?: Filter | null | undefined;
  sortBy?: string;
  sortOrder?: SortOrder;
  language?: Language | null | undefined;
}

/** Returns a download link. The audit log records the requester and the list. */
export const exportList = <Filter, Item>(
  ctx: RequestContext,
  kind: ListExportKind<Filter, Item>,
  { filter, sortBy, sortOrder, language }: ListExportArgs<NoInfer<Filter>>,
): Promise<{ url: string; expiresAt: Date }> =>
  exportLink(ctx, kind, {
    list: kind.list,
    resellerId: ctx.caller?.resellerId ?? null,
    filter: JSON.stringify(filter ?? {}),
    sortBy: sortBy ?? null,
    sortOrder: sortOrder ?? SortOrder.DESC,
    language,
  });

export const forgetExpiredListExports = (em: EntityManager) =>
  sql`delete from list_export where expires_at < now()`.execute(em.getKysely());
