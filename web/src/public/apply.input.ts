import { CompanySize, PartnershipType, type Language } from '../generated/enums.ts';
import type { SubmitPartnerApplicationInput } from '../generated/public/graphql.ts';
import { oneOf } from '../shared/data/search.ts';
import { shown } from '../shared/shown.text.ts';
import type { ApplicationDraft } from './apply.draft.ts';

/** Omits blank values. Emails have the language of the form. The form has checked that a choice was made. */
export function inputOf(
  { companySize, partnershipType, ...texts }: ApplicationDraft,
  language: Language,
): SubmitPartnerApplicationInput {
  const optional = (text: string) => (shown(text) === '' ? null : text);
  return {
    companyName: texts.companyName,
    website: optional(texts.website),
    companySize: oneOf(CompanySize, companySize) ?? CompanySize.Size_1_10,
    industry: texts.industry,
    partnershipType: oneOf(PartnershipType, partnershipType) ?? PartnershipType.Reseller,
    contactName: texts.contactName,
    contactEmail: texts.contactEmail,
    contactPhone: optional(texts.contactPhone),
    motivation: texts.motivation,
    targetMarket: optional(texts.targetMarket),
    currentSolutions: optional(texts.currentSolutions),
    additionalInformation: optional(texts.additionalInformation),
    language,
  };
}
