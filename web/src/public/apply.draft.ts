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

/** Sent with the application, so that it arrives once however often it is sent. */
interface Kept {
  values: ApplicationDraft;
  idempotencyKey: string;
}

/** Of this tab only: it is about a person, and the computer may be somebody else's. */
const kept = stored('sessionStorage', 'reachgenie.application');

export function readDraft(): Kept {
  const draft = parsed<Kept>(kept.read());
  return { values: { ...EMPTY, ...draft?.values }, idempotencyKey: draft?.idempotencyKey ?? randomKey() };
}

/** Keeps what is typed. Other words are another application: the answer is its new key. */
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

/** It was sent: the draft is not needed any more. */
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
