import type { ApplicationPartsFragment, UpdatePartnerApplicationInput } from '../../../generated/admin/graphql.ts';
import { CompanySize, PartnershipType } from '../../../generated/enums.ts';
import { oneOf } from '../../../shared/data/search.ts';
import { shown } from '../../../shared/shown.text.ts';

/** The answers of an application, as its form has them. */
export const valuesOf = (application: ApplicationPartsFragment) => ({
  companyName: application.companyName,
  website: application.website ?? '',
  companySize: application.companySize as string,
  industry: application.industry,
  partnershipType: application.partnershipType as string,
  contactName: application.contactName,
  contactPhone: application.contactPhone ?? '',
  motivation: application.motivation,
  targetMarket: application.targetMarket ?? '',
  currentSolutions: application.currentSolutions ?? '',
  additionalInformation: application.additionalInformation ?? '',
});

/** Null removes an answer that the user has emptied. */
export function changesOf(values: Partial<ReturnType<typeof valuesOf>>): UpdatePartnerApplicationInput {
  const { companySize, partnershipType, ...texts } = values;
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, shown(text) === '' ? null : text])),
    ...(companySize !== undefined && { companySize: oneOf(CompanySize, companySize) }),
    ...(partnershipType !== undefined && { partnershipType: oneOf(PartnershipType, partnershipType) }),
  };
}
