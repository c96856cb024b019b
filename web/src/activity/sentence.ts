import { AuditAction } from '../generated/enums.ts';
import type { ToldEventFragment } from '../generated/activity/graphql.ts';
import type activity from '../locales/en/activity.ts';
import { changedFields, type Change } from './changes.ts';

export type ToldEvent = Omit<ToldEventFragment, 'id' | 'occurredAt' | 'ipAddress' | 'requestId'>;
export type ToldObject = ToldEvent['subject'];

type Sentences = (typeof activity)['sentence'];

/** The facts that choose a sentence. */
interface Fact {
  to: (field: string) => unknown;
  has: (field: string) => boolean;
  isOwn: boolean;
}

type Choice<Action extends AuditAction> = (fact: Fact, event: ToldEvent) => keyof Sentences[Action] & string;

/** Actions with more than one sentence. */
const CHOICES: { [Action in AuditAction]?: Choice<Action> } = {
  SESSION_ENDED: ({ isOwn }) => (isOwn ? 'any' : 'other'),
  APPLICATION_STATUS_CHANGED: ({ to }) => STATUSES[String(to('status'))] ?? 'any',
  APPLICATION_ASSIGNED: ({ to }, { actor }) => {
    const assignee = to('assigneeId');
    if (assignee === null) return 'nobody';
    return assignee === actor.id ? 'taken' : 'any';
  },
  PARTNER_UPDATED: ({ to, has }) => {
    if (has('isActive')) return to('isActive') === true ? 'reactivated' : 'deactivated';
    return has('tier') ? 'tier' : 'any';
  },
  COMPANY_CHANGE_DECIDED: ({ to }) => DECISIONS[String(to('status'))] ?? 'any',
  PARTNER_MANAGER_ASSIGNED: (fact, { mentions }) => {
    const named = assigned(fact);
    if (!mentions.some(({ id }) => id === named)) return 'any';
    return named === fact.to('managerId') ? 'manager' : 'technical';
  },
  WEBHOOK_ENDPOINT_UPDATED: ({ to }) => ENDPOINTS[String(to('status'))] ?? 'any',
  LIST_EXPORTED: ({ to }) => LISTS[String(to('list'))] ?? 'any',
  ONBOARDING_STEP_SET: (_fact, { changes }) => (isReopened(changes) ? 'reopened' : 'any'),
  CLIENT_SUBSCRIPTION_CHANGED: ({ to }) => SUBSCRIPTIONS[String(to('subscriptionStatus'))] ?? 'any',
};

/** The ID of the admin that an event assigned. A partner does not get the admin's name. */
const assigned = ({ to }: Fact): unknown => to('assigneeId') ?? to('managerId') ?? to('technicalManagerId');

/** Of a step. The time is no change of its own, because the entry has it. */
function isReopened(changes: string | null | undefined): boolean {
  const { doneAt } = JSON.parse(changes ?? '{}') as { doneAt?: Change };
  return doneAt?.to === null;
}

const STATUSES: Record<string, 'approved' | 'declined' | 'review'> = {
  APPROVED: 'approved',
  REJECTED: 'declined',
  REVIEWING: 'review',
};

const DECISIONS: Record<string, 'approved' | 'declined'> = { APPROVED: 'approved', REJECTED: 'declined' };

const LISTS: Record<string, 'acceptances' | 'audit' | 'clients' | 'emails' | 'partners'> = {
  AGREEMENT_ACCEPTANCES: 'acceptances',
  AUDIT: 'audit',
  CLIENTS: 'clients',
  EMAILS: 'emails',
  PARTNERS: 'partners',
};

const ENDPOINTS: Record<string, 'enabled' | 'disabled'> = { ENABLED: 'enabled', DISABLED: 'disabled' };

const SUBSCRIPTIONS: Record<string, 'suspended' | 'reactivated' | 'canceled'> = {
  SUSPENDED: 'suspended',
  ACTIVE: 'reactivated',
  CANCELED: 'canceled',
};

/** The fields whose new value a sentence says. */
const VALUES: Partial<Record<AuditAction, string>> = {
  PARTNER_UPDATED: 'tier',
  PARTNER_TIER_CHANGED: 'tier',
  TIER_TERMS_PUBLISHED: 'tier',
  CLIENT_SUBSCRIPTION_CHANGED: 'subscriptionTier',
};

export interface Telling {
  action: AuditAction;
  variant: string;
  other: ToldObject | undefined;
  /** The change that the sentence says in words. */
  value: [field: string, change: Change] | undefined;
}

/** Which sentence tells an event. Actions that this version does not know are OTHER. */
export function tellingOf(event: ToldEvent): Telling {
  const action = Object.values(AuditAction).find((known) => known === event.type) ?? AuditAction.Other;
  const changes = new Map(changedFields(event.changes));
  const fact: Fact = {
    to: (field) => changes.get(field)?.to,
    has: (field) => changes.has(field),
    isOwn: event.actor.id === event.subject.id,
  };
  const choose = CHOICES[action] as Choice<AuditAction> | undefined;
  const variant = choose?.(fact, event) ?? 'any';
  const field = VALUES[action];
  const change = field === undefined ? undefined : changes.get(field);
  const assignedId = assigned(fact);
  return {
    action,
    variant,
    other: event.mentions.find(({ id, type }) => id === assignedId || type === 'OnboardingStep'),
    value: field !== undefined && change && SAID.has(variant) ? [field, change] : undefined,
  };
}

/** Variants with `{{value}}`. */
const SAID = new Set(['any', 'tier']);

/** Stand for the names in a sentence until they become links. Private use: no name has them. */
export const MARKS = { actor: '\ue000', subject: '\ue001', other: '\ue002' } as const;
export type Place = keyof typeof MARKS;

export type Part = { text: string } | { place: Place };

/** Splits a sentence with marks into its parts. */
export function partsOf(sentence: string): Part[] {
  const places = Object.entries(MARKS) as [Place, string][];
  return sentence
    .split(/([\ue000-\ue002])/)
    .filter((text) => text !== '')
    .map((text) => {
      const found = places.find(([, mark]) => mark === text);
      return found ? { place: found[0] } : { text };
    });
}
