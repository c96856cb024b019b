import type Papa from 'papaparse';

type Reader = Pick<typeof Papa, 'parse' | 'unparse'>;

export interface CsvFile {
  name: string;
  headings: string[];
  /** Without the headings. Each has a value for each heading. */
  rows: string[][];
}

export type Wrong = 'empty' | 'tooMany' | 'tooLarge' | 'unreadable';

/** Rows of one import. */
const MOST_ROWS = 5_000;

const MOST_BYTES = 10_000_000;

/** Reads a file with headings. Commas, semicolons, tabs and bars can separate its values. */
export async function readCsv(file: File, { parse }: Reader): Promise<CsvFile | { wrong: Wrong }> {
  if (file.size > MOST_BYTES) return { wrong: 'tooLarge' };
  const text = textOf(new Uint8Array(await file.arrayBuffer()));
  if (text.includes('\0')) return { wrong: 'unreadable' };
  const { data } = parse<string[]>(text, { skipEmptyLines: 'greedy', preview: MOST_ROWS + 2 });
  const [headings = [], ...rows] = data;
  if (rows.length === 0) return { wrong: 'empty' };
  if (rows.length > MOST_ROWS) return { wrong: 'tooMany' };
  return {
    name: file.name,
    headings: headings.map((heading) => heading.trim()),
    rows: rows.map((row) => headings.map((_, index) => row[index] ?? '')),
  };
}

/** Excel saves UTF-16 with a mark, and on older Windows the Western code page. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Opens with umlauts in spreadsheets, because of the mark at its beginning. */
export const csvOf = (headings: string[], rows: string[][], { unparse }: Reader): Blob =>
  new Blob(['\ufeff', unparse({ fields: headings, data: rows })], { type: 'text/csv;charset=utf-8' });

/** Offers a file to the user. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
