import { validate as isUuid } from 'uuid';
import { changedFields } from '../../../web/src/activity/changes.ts';
import type { Language } from '../../core/text/language.ts';
import { timeCell } from '../export.cells.ts';
import type { Cell } from '../export.kind.ts';
import { WORDS } from '../export.words.ts';

/** Kinds of objects, by the type that events name. Other types appear as they are. */
const KINDS: Record<string, Record<Language, string>> = {
  Agreement: { EN: 'Agreement', DE: 'Vertrag' },
  AgreementAcceptance: { EN: 'Agreement', DE: 'Vertrag' },
  ApiKey: { EN: 'API key', DE: 'API-Schlüssel' },
  ApplicationExport: { EN: 'Export', DE: 'Export' },
  ClientAccount: { EN: 'Client', DE: 'Kunde' },
  ListExport: { EN: 'Export', DE: 'Export' },
  PartnerAccount: { EN: 'Partner', DE: 'Partner' },
  PartnerApplication: { EN: 'Application', DE: 'Bewerbung' },
  User: { EN: 'Person', DE: 'Person' },
};

export const kindCell = (type: string, language: Language): string => KINDS[type]?.[language] ?? type;

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

type Names = ReadonlyMap<string, string>;

/** `Company: Old → New; Active: Yes → No`, with the labels and words of the pages. Times are in UTC. */
export function changesCell(changes: string | null | undefined, names: Names, language: Language): Cell {
  const labels: Record<string, string> = WORDS[language].common.change.field;
  const said = (field: string, value: unknown) => wordsFor(field, value, names, language);
  return changedFields(changes)
    .map(([field, { from, to }]) => {
      const change = from === null ? said(field, to) : `${said(field, from)} → ${said(field, to)}`;
      return `${labels[field] ?? field}: ${change}`;
    })
    .join('; ');
}

/** Never an ID: an object without a visible name is somebody or something else. */
function wordsFor(field: string, value: unknown, names: Names, language: Language): string {
  const { change } = WORDS[language].common;
  if (Array.isArray(value)) return value.map((each) => wordsFor(field, each, names, language)).join(', ');
  if (value === null || value === undefined || value === '') return change.nothing;
  if (typeof value === 'boolean') return change[value ? 'yes' : 'no'];
  if (typeof value !== 'string') return JSON.stringify(value);
  if (MOMENT.test(value)) return timeCell(value) ?? value;
  if (isUuid(value)) return names.get(value) ?? change.unknown;
  return constantsOf(field, language)?.[value] ?? value;
}

/** Words for the values of fields that are enums. Most others hold free text. */
function constantsOf(field: string, language: Language): Record<string, string> | undefined {
  const { common } = WORDS[language];
  if (field === 'status') return common.applicationStatus;
  if (field === 'partnershipType') return common.partnershipType;
  if (field === 'tier') return common.partnerTier;
  return CONSTANTS.has(field) ? common.change.value : undefined;
}

const CONSTANTS = new Set([
  'role',
  'partnerRole',
  'adminRoles',
  'scopes',
  'subscriptionStatus',
  'language',
  'list',
  'sortBy',
  'sortOrder',
]);
