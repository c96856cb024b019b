import { expect } from 'vitest';
import type { Actor, Answer, Api } from '../api.ts';
import type { Samples } from './samples.types.ts';

export const EXPORT = `mutation ($filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField! = CREATED_AT,
  $sortOrder: SortOrder! = DESC, $language: Language) {
  link: exportPartnerApplications(filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder, language: $language) { url expiresAt }
}`;

export const EXPORT_AUDIT = `mutation ($filter: AuditEventFilter, $language: Language) {
  link: exportAuditEvents(filter: $filter, language: $language) { url expiresAt }
}`;

export const EXPORT_CLIENTS = `mutation ($filter: ClientAccountFilter, $sortBy: ClientAccountSortField! = CREATED_AT,
  $sortOrder: SortOrder! = DESC, $language: Language) {
  link: exportClientAccounts(filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder, language: $language) { url expiresAt }
}`;

export const EXPORT_EMAILS = `mutation ($filter: EmailMessageFilter, $language: Language) {
  link: exportEmailMessages(filter: $filter, language: $language) { url expiresAt }
}`;

export const EXPORT_PARTNERS = `mutation ($filter: PartnerAccountFilter, $language: Language) {
  link: exportPartnerAccounts(filter: $filter, language: $language) { url expiresAt }
}`;

interface Linked {
  link: { url: string; expiresAt: string };
}

export const askForLink = (
  api: Api,
  actor: Actor | undefined,
  variables: object = {},
  document: string = EXPORT,
): Promise<Answer<Linked>> => api.ask<Linked>(actor, document, { ...variables });

/** Returns the download link of a list, with the test API's address. Applications by default. */
export async function exportLink(
  api: Api,
  variables: object,
  actor: Actor = api.admin,
  document: string = EXPORT,
): Promise<string> {
  const { data, errors } = await askForLink(api, actor, variables, document);
  expect(errors).toBeUndefined();
  const { pathname, search } = new URL(data?.link.url ?? '');
  return `${api.url}${pathname}${search}`;
}

/** Returns the texts of quoted cells. */
export const cellsOf = (line: string) =>
  Array.from(line.matchAll(/"((?:[^"]|"")*)"/g), ([, cell = '']) => cell.replaceAll('""', '"'));

/** Returns the rows of a file, by column title. */
function rowsOf(file: string): Record<string, string>[] {
  // A line break within a cell is a single `\n`.
  const [titles = [], ...rows] = file.replace('\ufeff', '').split('\r\n').filter(Boolean).map(cellsOf);
  return rows.map((cells) => Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? ''])));
}

/** Returns the rows of a list, by column title. Applications by default. */
export async function downloadExport(
  api: Api,
  variables: object,
  actor: Actor = api.admin,
  document: string = EXPORT,
): Promise<Record<string, string>[]> {
  return rowsOf(await (await fetch(await exportLink(api, variables, actor, document))).text());
}

export const exportSamples: Samples = {
  row: (api, { actor }) => exportLink(api, {}, actor, EXPORT_CLIENTS),
  variables: {},
};
