import { useTranslation } from 'react-i18next';
import { countryName } from '../shared/data/country.name.ts';
import { useFormat } from '../shared/format.ts';

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Fields with enum values. Most others hold free text. */
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
  'purpose',
]);

/** Why a partner has its tier. Other reasons are free text. */
const REASONS = new Set(['INITIAL', 'PROMOTION', 'DEMOTION', 'MANUAL']);

/** The API's name of a size, which the audit log has as stored: `51-200`, `501+`. */
export const sizeOf = (stored: string): string => `SIZE_${stored.replace('-', '_').replace('+', '_PLUS')}`;

/** Says a value of a change in words: a name for an ID, and the reader's format for times and numbers. */
export function useValues(): (
  field: string,
  value: unknown,
  nameOf: (id: string) => string | null | undefined,
) => string {
  const { t, i18n } = useTranslation();
  const { dateTime, number } = useFormat();
  const said = (field: string, value: unknown, nameOf: (id: string) => string | null | undefined): string => {
    if (field === 'types' && Array.isArray(value) && value.length === 0) return t('change.all');
    if (Array.isArray(value)) return value.map((each: unknown) => said(field, each, nameOf)).join(', ');
    if (value === null || value === undefined || value === '') return t('change.nothing');
    if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no');
    if (typeof value === 'number') return number(value);
    if (typeof value !== 'string') return JSON.stringify(value);
    if (MOMENT.test(value)) return dateTime(value);
    if (ID.test(value)) return nameOf(value) ?? t('change.unknown');
    const orRaw = { defaultValue: value };
    if (field === 'status') {
      const other = t(`change.value.${value}` as 'change.value.ADMIN', orRaw);
      return t(`applicationStatus.${value}` as 'applicationStatus.PENDING', { defaultValue: other });
    }
    if (field === 'partnershipType' || field === 'partnershipTypes')
      return t(`partnershipType.${value}` as 'partnershipType.RESELLER', orRaw);
    if (field === 'companySize') return t(`companySize.${sizeOf(value)}` as 'companySize.SIZE_1_10', orRaw);
    if (field === 'countryCode') return countryName(value, i18n.language);
    if (field === 'reason' && REASONS.has(value)) return t(`change.value.${value}` as 'change.value.ADMIN', orRaw);
    if (field === 'tier') return t(`partnerTier.${value}` as 'partnerTier.SILVER', orRaw);
    return CONSTANTS.has(field) ? t(`change.value.${value}` as 'change.value.ADMIN', orRaw) : value;
  };
  return said;
}

/** The label of a changed field. */
export function useLabels(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => t(`change.field.${field}` as 'change.field.status', { defaultValue: field });
}
