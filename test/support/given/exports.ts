import { expect } from 'vitest';
import type { Actor, Api } from '../api.ts';

export const EXPORT = `mutation ($filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField! = CREATED_AT,
  $sortOrder: SortOrder! = DESC, $language: Language) {
  exportPartnerApplications(filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder, language: $language) { url expiresAt }
}`;

interface Exported {
  exportPartnerApplications: { url: string; expiresAt: string };
}

/** Returns the download link of a list, with the test API's address. */
export async function exportLink(api: Api, variables: object, actor: Actor = api.admin): Promise<string> {
  const { data, errors } = await api.ask<Exported>(actor, EXPORT, variables);
  expect(errors).toBeUndefined();
  const { pathname, search } = new URL(data?.exportPartnerApplications.url ?? '');
  return `${api.url}${pathname}${search}`;
}

/** Returns the texts of quoted cells. */
export const cellsOf = (line: string) =>
  Array.from(line.matchAll(/"((?:[^"]|"")*)"/g), ([, cell = '']) => cell.replaceAll('""', '"'));

/** Returns the rows of a list, by column title. */
export async function downloadExport(api: Api, variables: object): Promise<Record<string, string>[]> {
  const text = await (await fetch(await exportLink(api, variables))).text();
  // A line break within a cell is a single `\n`.
  const [titles = [], ...rows] = text.split('\r\n').filter(Boolean).map(cellsOf);
  return rows.map((cells) => Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? ''])));
}
