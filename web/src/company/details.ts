import { useTranslation } from 'react-i18next';
import type { CompanyDetailsPartsFragment } from '../generated/company/graphql.ts';
import { countryName } from '../shared/data/country.name.ts';

/** Data that changes only after a review, in the order of the form. */
export const DETAILS = ['companyName', 'legalName', 'street', 'postalCode', 'city', 'countryCode', 'vatId'] as const;
export type Detail = (typeof DETAILS)[number];

export type Details = CompanyDetailsPartsFragment;

export const differing = (before: Details, after: Details): Detail[] =>
  DETAILS.filter((detail) => before[detail] !== after[detail]);

/** The labels of the changed data: "Legal name, Tax ID". */
export function useChangedNames(): (change: { before: Details; after: Details }) => string {
  const { t } = useTranslation();
  return ({ before, after }) =>
    differing(before, after)
      .map((detail) => t(`change.field.${detail}`))
      .join(', ');
}

/** Says a value in the reader's language. */
export function useDetailWords(): (detail: Detail, value: string | null) => string | null {
  const { i18n } = useTranslation();
  return (detail, value) => (detail === 'countryCode' && value !== null ? countryName(value, i18n.language) : value);
}
