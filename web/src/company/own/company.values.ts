import type { CompanyPartsFragment, UpdateCompanyInput } from '../../generated/company/graphql.ts';
import { DETAILS, differing, type Details } from '../details.ts';

/** In the order of the form. */
export interface CompanyValues extends Record<string, string> {
  companyName: string;
  legalName: string;
  street: string;
  postalCode: string;
  city: string;
  countryCode: string;
  vatId: string;
  website: string;
  phone: string;
  description: string;
}

/** The reviewed data as it will be if the pending change is approved. */
function wantedOf(company: CompanyPartsFragment): Details {
  const { pendingChange } = company;
  const wanted = pendingChange ? differing(pendingChange.before, pendingChange.after) : [];
  const entries = DETAILS.map((detail) => [
    detail,
    pendingChange && wanted.includes(detail) ? pendingChange.after[detail] : company[detail],
  ]);
  return Object.fromEntries(entries) as Details;
}

export function valuesOf(company: CompanyPartsFragment): CompanyValues {
  const { website, phone, description } = company;
  const { companyName, ...wanted } = wantedOf(company);
  return {
    companyName,
    legalName: wanted.legalName ?? '',
    street: wanted.street ?? '',
    postalCode: wanted.postalCode ?? '',
    city: wanted.city ?? '',
    countryCode: wanted.countryCode ?? '',
    vatId: wanted.vatId ?? '',
    website: website ?? '',
    phone: phone ?? '',
    description: description ?? '',
  };
}

/** Null removes a value. */
export const inputOf = (changed: Partial<CompanyValues>): UpdateCompanyInput =>
  Object.fromEntries(Object.entries(changed).map(([field, value]) => [field, value?.trim() ? value : null]));
