import { DateTime } from '../core/graphql/date-time.scalar.ts';
import type { Language } from '../core/text/language.ts';
import type { Cell, Columns } from './export.kind.ts';

/** `2026-11-29 15:04:05` in UTC. Spreadsheets in every language read it as a time, unlike ISO 8601 with T and Z. */
export const timeCell = (moment: string | Date | null | undefined): Cell =>
  moment && DateTime.serialize(moment).slice(0, 19).replace('T', ' ');

/**
 * Country codes of one or two digits (ITU-T E.164); all others have three. Spreadsheets read `+4930123456` as a number.
 * A space after the country code keeps it a text (ITU-T E.123).
 */
const COMPACT_PHONE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

export const phoneCell = (phone: string | null | undefined): Cell => phone?.replace(COMPACT_PHONE, '+$1 $2');

/** A column: its title in each language, and its cell. */
export interface Column<Item> extends Record<Language, string> {
  cell: (item: Item, language: Language) => Cell;
}

export const columnsIn = <Item>(language: Language, columns: readonly Column<Item>[]): Columns<Item> => ({
  titles: columns.map((column) => column[language]),
  cellsOf: (item) => columns.map(({ cell }) => cell(item, language)),
});
