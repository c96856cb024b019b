import type { RawBuilder } from 'kysely';

/** Conditions on a row of client_account by rows of features that use clients. */
export interface ClientConditions {
  /** Not canceled, and a step of its onboarding is overdue. */
  isOnboardingOverdue: RawBuilder<unknown>;
}

const conditions: Partial<ClientConditions> = {};

/** Must run before the first request. */
export const registerClientConditions = (added: Partial<ClientConditions>): void =>
  void Object.assign(conditions, added);

export function clientCondition(name: keyof ClientConditions): RawBuilder<unknown> {
  const condition = conditions[name];
  if (!condition) throw new Error(`No feature registers the condition ${name}.`);
  return condition;
}
