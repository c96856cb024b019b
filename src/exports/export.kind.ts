import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import type { AuditAction } from '../audit/audit.actions.ts';
import type { Caller } from '../core/context/request.context.ts';
import type { Reader } from '../core/database/reader.ts';
import type { Row } from '../core/database/row.query.ts';
import type { Language } from '../core/text/language.ts';

/** The stored request of every export. */
export interface StoredExport {
  id: string;
  /** Null or unset for an admin. */
  resellerId?: string | null;
  language: Language;
  credential: string;
  expiresAt: Date;
}

/** The requester of an export, at the time of the download. */
export interface Viewer {
  em: EntityManager;
  /** Reads as the requester, and fails once the session has ended. */
  reader: Reader;
  caller: Pick<Caller, 'role' | 'credential' | 'resellerId'>;
}

export type Cell = string | null | undefined;

/** The columns of a file, in one language. */
export interface Columns<Item> {
  titles: readonly string[];
  cellsOf: (item: Item) => Cell[];
}

/** One kind of export: how its requests are stored, and how its file is read. */
export interface ExportKind<Stored extends StoredExport, Item> {
  entity: EntityClass<Stored>;
  action: AuditAction;
  /** Path of the download. */
  path: `/exports/${string}`;
  /** Signed in the link, so that a link of one kind downloads no other. */
  purpose: string;
  /** Name of the file, without the day. */
  file: string;
  /** Reads the list batch by batch, as the viewer. */
  read: (viewer: Viewer, stored: Row<Stored>) => AsyncGenerator<Item[]>;
  columns: (stored: Row<Stored>) => Columns<Item>;
}
