import type { CompanySize, PartnershipType } from '../generated/enums.ts';
import { randomKey } from '../shared/forms/random.key.ts';
import { stored } from '../shared/stored.ts';

export interface ApplicationDraft {
  companyName: string;
  website: string;
  companySize: CompanySize | '';
  industry: string;
  partnershipType: PartnershipType | '';
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  motivation: string;
  targetMarket: string;
  currentSolutions: string;
  additionalInformation: string;
}

const EMPTY: ApplicationDraft = {
  companyName: '',
  website: '',
  companySize: '',
  industry: '',
  partnershipType: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  motivation: '',
  targetMarket: '',
  currentSolutions: '',
  additionalInformation: '',
};

/** Idempotency key: retries create no second application. */
interface Kept {
  values: ApplicationDraft;
  idempotencyKey: string;
}

/** Stored per tab, because it is personal data on a possibly shared computer. */
const kept = stored('sessionStorage', 'reachgenie.application');

export function readDraft(): Kept {
  const draft = parsed<Kept>(kept.read());
  return { values: { ...EMPTY, ...draft?.values }, idempotencyKey: draft?.idempotencyKey ?? randomKey() };
}

/** Stores the entries. Changed entries get a new idempotency key, which is returned. */
export function keepDraft(values: ApplicationDraft): string {
  const draft: Kept = { values, idempotencyKey: randomKey() };
  kept.write(JSON.stringify(draft));
  return draft.idempotencyKey;
}

export interface Receipt {
  statusUrl: string;
  contactName: string;
  contactEmail: string;
  companyName: string;
}

const receipt = stored('sessionStorage', 'reachgenie.application-sent');

export const readReceipt = (): Receipt | undefined => parsed<Receipt>(receipt.read());

/** Stores the receipt and removes the draft. */
export function keepReceipt(given: Receipt): void {
  receipt.write(JSON.stringify(given));
  kept.remove();
}

function parsed<Value>(text: string | undefined): Value | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}
