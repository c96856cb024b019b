import type {
  AgreementPartsFragment,
  AgreementVersionPartsFragment,
  OwnAgreementsQuery,
} from '../generated/agreements/graphql.ts';

export type OwnAgreement = OwnAgreementsQuery['agreements'][number];
export type Agreement = AgreementPartsFragment;
export type Version = AgreementVersionPartsFragment;

/** An admin's view of a version: at most one is in effect, and at most one is upcoming. */
export type VersionState = 'UPCOMING' | 'IN_EFFECT' | 'REPLACED' | 'WITHDRAWN';

/** By the browser's clock, so that it is only for show. */
export function versionStateOf({ number, bindingFrom, withdrawnAt }: Version, all: readonly Version[]): VersionState {
  if (withdrawnAt != null) return 'WITHDRAWN';
  if (!hasBegun(bindingFrom)) return 'UPCOMING';
  const isReplaced = all.some(
    (other) => other.number > number && other.withdrawnAt == null && hasBegun(other.bindingFrom),
  );
  return isReplaced ? 'REPLACED' : 'IN_EFFECT';
}

const hasBegun = (moment: string): boolean => Date.parse(moment) <= Date.now();
